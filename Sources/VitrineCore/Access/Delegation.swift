/// A grant that somebody wants to give, take back, or enrol a person for.
package struct Delegation: Hashable, Sendable {
  /// To whom.
  package let receiver: UserID
  /// Which role.
  package let role: Role
  /// Where.
  package let scope: Scope
  /// Where the store of the scope is, when the scope is a store.
  package let place: AccessTarget.Place?
  /// The roles that the receiver holds now or will hold; what has ended excludes nothing.
  package let held: Set<Role>

  /// Makes a delegation.
  package init(
    receiver: UserID, role: Role, scope: Scope, place: AccessTarget.Place?, held: Set<Role>
  ) {
    self.receiver = receiver
    self.role = role
    self.scope = scope
    self.place = place
    self.held = held
  }
}

extension Grant {
  /// Whether it holds at that instant or will: what counts for roles that exclude each other.
  package func holds(atOrAfter now: Timestamp) -> Bool { until.map { now < $0 } ?? true }
}
