import VitrineCore

/// What an action is on, and what the decision must know about it.
package struct SubjectMatter: Sendable {
  /// The stores.
  package var target: AccessTarget
  /// The broadcast it is about.
  package var broadcast: BroadcastFacts?
  /// The post it is about.
  package var post: PostFacts?
  /// The grant that would be made.
  package var delegation: Delegation?
  /// Whether nobody would be left as administrator.
  package var leavesNoAdministrator: Bool
  /// Whether it lets the posts of frozen stores leave again.
  package var liftsFreeze = false
  /// The object's id, for the record of a denial.
  package var object: AuditRecord.Object?

  /// A national matter about nothing in particular.
  package init(
    _ target: AccessTarget = .national, broadcast: BroadcastFacts? = nil, post: PostFacts? = nil,
    delegation: Delegation? = nil, leavesNoAdministrator: Bool = false,
    object: AuditRecord.Object? = nil
  ) {
    self.target = target
    self.broadcast = broadcast
    self.post = post
    self.delegation = delegation
    self.leavesNoAdministrator = leavesNoAdministrator
    self.object = object
  }

  /// The question that the door decides, and that `access check` puts in somebody's name.
  package func request(
    by subject: Subject, with credential: AccessCredential, for action: Action,
    stepUpMinutes: Int, at now: Timestamp
  ) -> AccessRequest {
    AccessRequest(
      subject: subject, action: action, target: target, broadcast: broadcast, post: post,
      delegation: delegation, leavesNoAdministrator: leavesNoAdministrator,
      liftsFreeze: liftsFreeze, credential: credential, stepUpMinutes: stepUpMinutes, now: now)
  }
}
