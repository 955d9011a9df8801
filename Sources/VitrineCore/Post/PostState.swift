/// Where a post of a store stands.
package enum PostState: String, CaseIterable, Codable, Sendable {
  /// Being written.
  case draft
  /// Waiting for approvals.
  case submitted
  /// Has the approvals it needs.
  case approved
  /// An approver said no.
  case rejected
  /// Waits for its time.
  case scheduled
  /// On its way to the page.
  case publishing
  /// Public.
  case published
  /// Waits for somebody to mend something.
  case held
  /// The network refused it for good.
  case failed
  /// Its time passed before it could be sent.
  case missed
  /// Its author pulled it back.
  case withdrawn
  /// Was public, and is not any more.
  case takenDown = "taken-down"
  /// Nobody knows yet whether it is public.
  case unknown
}
