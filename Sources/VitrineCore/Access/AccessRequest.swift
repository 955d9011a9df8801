/// Who asks to do what, on what, and when: all that a decision looks at.
///
/// A value without a database behind it, so that the door, `access check` and the tests ask the very
/// same question.
package struct AccessRequest: Sendable {
  /// Who asks.
  package var subject: Subject
  /// What they want to do.
  package var action: Action
  /// On which stores.
  package var target: AccessTarget
  /// The broadcast it is about, if any.
  package var broadcast: BroadcastFacts?
  /// The post it is about, if any.
  package var post: PostFacts?
  /// The grant that would be made, if it is about one.
  package var delegation: Delegation?
  /// Whether nobody would be left as administrator (rule F10).
  package var leavesNoAdministrator: Bool
  /// Whether it lets the posts of frozen stores leave again, which break-glass does not (rule F13).
  package var liftsFreeze: Bool
  /// The token, the sign-in and the ticket.
  package var credential: AccessCredential
  /// How many minutes old a sign-in may be for what asks for a new one; 0 for any age (rule F9).
  package var stepUpMinutes: Int
  /// Names in the request that nobody knows (rule F11).
  package var unknownNames: [String]
  /// When.
  package var now: Timestamp

  /// Makes a request.
  package init(
    subject: Subject, action: Action, target: AccessTarget, broadcast: BroadcastFacts? = nil,
    post: PostFacts? = nil, delegation: Delegation? = nil, leavesNoAdministrator: Bool = false,
    liftsFreeze: Bool = false, credential: AccessCredential = AccessCredential(),
    stepUpMinutes: Int = 0, unknownNames: [String] = [], now: Timestamp
  ) {
    self.subject = subject
    self.action = action
    self.target = target
    self.broadcast = broadcast
    self.post = post
    self.delegation = delegation
    self.leavesNoAdministrator = leavesNoAdministrator
    self.liftsFreeze = liftsFreeze
    self.credential = credential
    self.stepUpMinutes = stepUpMinutes
    self.unknownNames = unknownNames
    self.now = now
  }

  /// Every store that the request touches.
  var places: [AccessTarget.Place] {
    (target.places ?? []) + (delegation?.place.map { [$0] } ?? [])
  }
}
