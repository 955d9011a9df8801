import VitrineCore
import VitrineStorage

/// Puts a broadcast away that is over: nothing of it is tried again, whoever mends a page.
///
/// Its numbers stay as they are: what is held stays held in the receipt, with its reason. What is public can still be
/// taken down and looked at, and a lost draft is still looked for.
package struct CloseBroadcast: BroadcastStep {
  package static let action = Action.broadcastClose
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    try context.step(id, Self.action) { broadcast, detail in
      guard broadcast.state != .closed else { return }
      guard broadcast.state == .finished || broadcast.state == .cancelled else {
        throw Fault(
          .conflict, Message("close.notOver", id, broadcast.state.rawValue),
          hint: Message("close.notOver.hint", id), subject: id.rawValue)
      }
      let counts = try context.transaction.deliveryCounts(of: id)
      // Nobody would delete the last drafts, or read what is not clear yet, of one that is put away.
      guard !counts.isMoving else {
        throw Fault(
          .locked, Message("close.moving", id), hint: Message("close.moving.hint"),
          subject: id.rawValue)
      }
      broadcast.state = .closed
      var pages: [String: JSON] = [:]
      for (state, count) in counts where count > 0 {
        pages[state.rawValue] = .integer(Int64(count))
      }
      detail["pages"] = .object(pages)
    }
  }
}
