/// Where a broadcast stands.
package enum BroadcastState: String, CaseIterable, Codable, Sendable {
  /// Being written.
  case draft
  /// Waiting for approvals.
  case submitted
  /// Has the approvals it needs.
  case approved
  /// An approver said no.
  case rejected
  /// Armed for a time.
  case scheduled
  /// Drafts are being made on the pages; nothing is public.
  case staging
  /// Every page is staged or held, and a person decides about the held ones.
  case awaitingExceptions = "awaiting-exceptions"
  /// Drafts are being made public.
  case releasing
  /// A person (or the canary) stopped it; it can go on.
  case paused
  /// Every page is accounted for.
  case finished
  /// A person stopped it for good.
  case cancelled
  /// Put away after it was finished.
  case closed

  /// Launched and not ended: a second `launch` finishes the rest.
  package var isUnderWay: Bool {
    switch self {
    case .scheduled, .staging, .awaitingExceptions, .releasing, .paused, .finished: true
    case .draft, .submitted, .approved, .rejected, .cancelled, .closed: false
    }
  }

  /// Whether workers have something to do for it.
  package var isActive: Bool {
    switch self {
    case .scheduled, .staging, .awaitingExceptions, .releasing, .paused, .cancelled: true
    case .draft, .submitted, .approved, .rejected, .finished, .closed: false
    }
  }
}
