/// Somebody with rights on a page itself, as the network tells it.
package struct PagePerson: Hashable, Sendable {
  /// What kind of account it is, on which an access review decides.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// An account of a person that no business keeps: it stays when the person leaves.
    case personal
    /// An account in the retailer's business on the network.
    case business
    /// A system user: nobody's own account.
    case system
  }

  /// The network's id of the account.
  package let id: RemoteID
  /// The name that the network shows.
  package let name: String
  /// What the account may do on the page, in the network's words such as `CREATE_CONTENT`.
  package let tasks: [String]
  /// What kind of account it is.
  package let kind: Kind

  /// Makes a person.
  package init(id: RemoteID, name: String, tasks: [String], kind: Kind) {
    self.id = id
    self.name = name
    self.tasks = tasks
    self.kind = kind
  }
}
