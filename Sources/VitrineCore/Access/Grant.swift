/// A role given to a person, somewhere, for a time, by somebody, for a reason.
package struct Grant: Hashable, Sendable {
  /// The grant's id.
  package let id: GrantID
  /// Who holds it.
  package let user: UserID
  /// What it allows.
  package let role: Role
  /// Where it holds.
  package let scope: Scope
  /// From when.
  package let from: Timestamp
  /// Until when; `nil` for no end.
  package let until: Timestamp?
  /// Who gave it.
  package let grantedBy: UserID

  /// Makes a grant.
  package init(
    id: GrantID, user: UserID, role: Role, scope: Scope, from: Timestamp, until: Timestamp?,
    grantedBy: UserID
  ) {
    self.id = id
    self.user = user
    self.role = role
    self.scope = scope
    self.from = from
    self.until = until
    self.grantedBy = grantedBy
  }

  /// Whether it holds at an instant; the end itself is outside.
  package func holds(at now: Timestamp) -> Bool {
    from <= now && until.map { now < $0 } ?? true
  }
}
