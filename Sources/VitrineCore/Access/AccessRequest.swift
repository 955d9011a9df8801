/// Who asks to do what, on what: all that a decision looks at.
package struct AccessRequest: Sendable {
  /// Who asks.
  package var subject: Subject
  /// What they want to do.
  package var action: Action
  /// On which stores.
  package var target: AccessTarget
  /// The broadcast it is about, if any.
  package var broadcast: BroadcastFacts?
  /// The grant that would be made, if it is about one.
  package var delegation: Delegation?
  /// When.
  package var now: Timestamp

  /// Makes a request.
  package init(
    subject: Subject, action: Action, target: AccessTarget, broadcast: BroadcastFacts? = nil,
    delegation: Delegation? = nil, now: Timestamp
  ) {
    self.subject = subject
    self.action = action
    self.target = target
    self.broadcast = broadcast
    self.delegation = delegation
    self.now = now
  }
}

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

/// A broadcast as access sees it: where it stands and who had a hand in it.
package struct BroadcastFacts: Hashable, Sendable {
  /// Where it stands.
  package let state: BroadcastState
  /// Everybody who wrote or edited this revision.
  package let authors: Set<UserID>
  /// Whose approvals of the present digest count.
  package let approvers: Set<UserID>
  /// How many approvals it needs.
  package let approvalsNeeded: Int
  /// Whether it goes the urgent lane, where the author may launch.
  package let isUrgent: Bool

  /// Makes facts.
  package init(
    state: BroadcastState, authors: Set<UserID>, approvers: Set<UserID>, approvalsNeeded: Int,
    isUrgent: Bool
  ) {
    self.state = state
    self.authors = authors
    self.approvers = approvers
    self.approvalsNeeded = approvalsNeeded
    self.isUrgent = isUrgent
  }
}

/// A grant that somebody wants to give.
package struct Delegation: Hashable, Sendable {
  /// To whom.
  package let receiver: UserID
  /// Which role.
  package let role: Role
  /// Where.
  package let scope: Scope
  /// Where the store of the scope is, when the scope is a store.
  package let place: AccessTarget.Place?
  /// The roles that the receiver holds already.
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
