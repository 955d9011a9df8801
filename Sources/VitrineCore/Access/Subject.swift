/// A person as access sees them.
package struct Subject: Sendable {
  /// The person.
  package let id: UserID
  /// Whether the person is active.
  package let isActive: Bool
  /// Every grant of the person that was not revoked, ended ones too.
  package let grants: [Grant]

  /// Makes a subject.
  package init(id: UserID, isActive: Bool, grants: [Grant]) {
    self.id = id
    self.isActive = isActive
    self.grants = grants
  }
}

/// What a person shows beside who they are: it can only take away.
package struct AccessCredential: Hashable, Sendable {
  /// The only actions that the token allows; nil for all (rule F8).
  package var scopes: Set<Action>?
  /// Whether it is a personal token, which makes no further tokens (rule F8).
  package var isPersonal: Bool
  /// Whole minutes since the person signed in; nil where that is not in question (rule F9).
  package var signInAge: Int?
  /// The ticket in an emergency (rule F13).
  package var ticket: Ticket?

  /// Makes a credential; without arguments one that takes nothing away.
  package init(
    scopes: Set<Action>? = nil, isPersonal: Bool = false, signInAge: Int? = nil,
    ticket: Ticket? = nil
  ) {
    self.scopes = scopes
    self.isPersonal = isPersonal
    self.signInAge = signInAge
    self.ticket = ticket
  }
}
