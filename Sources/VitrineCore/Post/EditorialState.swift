/// Where a store's post stands while people still decide about it.
///
/// From `handedOver` on the row of its delivery says the rest; `PostState` joins the two.
package enum EditorialState: String, CaseIterable, Codable, Sendable {
  /// Being written.
  case draft
  /// Waiting for approvals.
  case submitted
  /// Has the approvals it needs.
  case approved
  /// An approver said no.
  case rejected
  /// Its author pulled it back, or somebody cancelled it.
  case withdrawn
  /// Given to the deliveries.
  case handedOver = "handed-over"
}
