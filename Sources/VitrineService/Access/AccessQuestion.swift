import VitrineCore

/// A question about rights in the words of whoever asks: names as they were typed, known or not.
package struct AccessQuestion: Hashable, Sendable {
  /// About whom.
  package var user: UserID
  /// What they would do.
  package var action: String
  /// At which stores; empty for none in particular.
  package var stores: [StoreCode]
  /// To which broadcast, post, page, person, grant or token.
  package var object: String?
  /// Which role they would give, for a question about a grant that is not there yet.
  package var role: String?
  /// Where they would give it.
  package var scope: String?
  /// How many minutes ago they signed in; nil where that is not in question.
  package var authAge: Int?
  /// At which instant; nil for now.
  package var at: Timestamp?
  /// What the token allows; nil for a sign-in that takes nothing away.
  package var tokenScopes: [String]?
  /// The ticket of an emergency.
  package var ticket: Ticket?

  /// Makes a question about a person and an action; the rest is said by setting it.
  package init(user: UserID, action: String) {
    self.user = user
    self.action = action
    stores = []
  }
}

/// The answer to such a question, with what it takes to put it into words.
package struct AccessAnswer: Sendable {
  /// Yes or no.
  package let decision: Decision
  /// The grants that say yes.
  package let grants: [Grant]
  /// What nobody knows of what was named.
  package let unknownNames: [String]
  /// The roles that hold the action at all.
  package let roles: [Role]
  /// The name of the person, or the id where there is none.
  package let name: String
}
