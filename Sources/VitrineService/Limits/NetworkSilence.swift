import VitrineCore
import VitrinePublishing
import VitrineStorage

/// A network whose host does not answer, so that nothing is sent to it but a try now and then.
package struct NetworkSilence: Hashable, Sendable {
  /// Which network.
  package let network: Network
  /// Since when.
  package let since: Timestamp
  /// When it is tried again.
  package let next: Timestamp

  /// What a person is told.
  package var message: Message { Message("limits.silent", network, since, next) }
}

extension Transaction {
  /// The networks whose host does not answer.
  func networkSilences() throws -> [NetworkSilence] {
    try networkStates().compactMap { state in
      guard let next = state.breaker.probe else { return nil }
      return NetworkSilence(
        network: state.network, since: state.breaker.since ?? next, next: next)
    }
  }

  /// The networks whose app has used so much of its budget that routine waits, and how much that is.
  func shortBudgets(at now: Timestamp) throws -> [(
    network: Network, percent: Int, until: Timestamp
  )] {
    try networkStates().filter { !$0.appLevel(at: now).allows(.routine) }.map {
      ($0.network, $0.appPercent, $0.appCountsUntil)
    }
  }
}

extension ExamineDesk {
  /// Networks that do not answer, or whose budget is nearly used up.
  func limits(_ context: ReadContext) throws -> [Check] {
    try context.transaction.networkSilences().map {
      Check(name: "network", status: .failed, detail: $0.message)
    }
      + context.transaction.shortBudgets(at: context.now).map {
        Check(
          name: "budget", status: .warning,
          detail: Message("doctor.budget", $0.network, $0.percent, $0.until))
      }
  }
}
