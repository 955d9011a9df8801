import VitrineCore
import VitrineStorage

/// Why a broadcast was rejected, paused or cancelled, by whom and when: what its author asks first.
///
/// Who reads broadcasts for some stores only learns that it stands, and not why.
package struct BroadcastReasons: Query {
  package static let action = Action.broadcastRead
  /// Which broadcast.
  package let id: BroadcastID

  /// Makes the query.
  package init(id: BroadcastID) { self.id = id }

  /// A step, and the name of the person who took it.
  package struct Step: Sendable {
    /// The step with its reason.
    package let given: GivenReason
    /// The person's name, or the id where the name was erased.
    package let name: String
  }

  /// The last of each kind.
  package struct Output: Sendable {
    /// The last rejection.
    package let rejection: Step?
    /// The last pause by a person.
    package let pause: Step?
    /// The cancellation.
    package let cancellation: Step?
  }

  package func run(in context: ReadContext) throws -> Output {
    func last(_ action: Action) throws -> Step? {
      guard let given = try context.transaction.lastReason(on: id.rawValue, action) else {
        return nil
      }
      let name = try context.transaction.account(given.by)?.name ?? given.by.rawValue
      return Step(given: given, name: name)
    }
    guard context.mayNationally(.broadcastRead) else {
      return Output(rejection: nil, pause: nil, cancellation: nil)
    }
    return Output(
      rejection: try last(.broadcastReject), pause: try last(.broadcastPause),
      cancellation: try last(.broadcastCancel))
  }
}
