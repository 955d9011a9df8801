import VitrineCore
import VitrineStorage

/// What a broadcast was before a correction that is not launched yet: it is that again if somebody says no.
struct AmendedBroadcast: Codable {
  let state: BroadcastState
  let pausedFrom: BroadcastState?
  let pauseReason: String?
  let revision: Int
  let edition: Int
  let digest: String
  let title: String
  let source: String
  let sourceDigest: String
  let recipe: String
  let approvalsNeeded: Int
  let submitted: Timestamp?

  init(_ broadcast: StoredBroadcast) {
    state = broadcast.state
    pausedFrom = broadcast.pausedFrom
    pauseReason = broadcast.pauseReason
    revision = broadcast.revision
    edition = broadcast.edition
    digest = broadcast.digest
    title = broadcast.title
    source = broadcast.source
    sourceDigest = broadcast.sourceDigest
    recipe = broadcast.recipe
    approvalsNeeded = broadcast.approvalsNeeded
    submitted = broadcast.submitted
  }

  /// Where it goes on: what had ended has something to do again.
  var next: BroadcastState {
    switch state {
    case .paused: pausedFrom ?? .releasing
    case .finished: .releasing
    default: state
    }
  }
}

extension StoredBroadcast {
  /// Whether it is a correction that waits to be approved or launched.
  package var isAmendment: Bool { amends != nil }

  /// Takes in a correction: it stands still until that is launched.
  mutating func amend(
    _ message: MessageSource, _ recipe: BroadcastRecipe, digest: String, revision: Int,
    edition: Int, approvals: Int, at now: Timestamp
  ) throws {
    // A second correction before the first was launched goes back to the same beginning.
    amends = try amends ?? BroadcastRecipe.text(AmendedBroadcast(self))
    state = approvals == 0 ? .approved : .submitted
    pausedFrom = nil
    pauseReason = nil
    submitted = now
    approvalsNeeded = approvals
    self.revision = revision
    self.edition = edition
    self.digest = digest
    title = message.title
    source = try BroadcastRecipe.text(message)
    sourceDigest = message.digest
    self.recipe = try recipe.stored
  }

  /// The correction is launched: it goes on where it stood.
  ///
  /// Returns whether that was behind its trial page.
  mutating func launchAmendment() throws -> Bool {
    guard let amends else { return false }
    let before: AmendedBroadcast = try BroadcastRecipe.value(amends, "amends")
    state = before.next
    if state == .releasing { finished = nil }
    self.amends = nil
    return before.pauseReason == TrialPage.reason
  }

  /// The correction is dropped: the broadcast is what it was, and does not go on by itself with a text that
  /// somebody found wrong.
  mutating func dropAmendment() throws {
    guard let amends else { return }
    let before: AmendedBroadcast = try BroadcastRecipe.value(amends, "amends")
    state = before.state == .finished ? .finished : .paused
    pausedFrom = before.state == .finished ? nil : before.next
    pauseReason = before.pauseReason
    revision = before.revision
    edition = before.edition
    digest = before.digest
    title = before.title
    source = before.source
    sourceDigest = before.sourceDigest
    recipe = before.recipe
    approvalsNeeded = before.approvalsNeeded
    submitted = before.submitted
    self.amends = nil
  }
}

extension Context {
  /// Drops a correction that was not launched, with its texts.
  func dropAmendment(of broadcast: inout StoredBroadcast) throws {
    try broadcast.dropAmendment()
    try transaction.rewriteBroadcast(broadcast)
    try transaction.deleteAmendedTexts(of: broadcast.id)
  }
}
