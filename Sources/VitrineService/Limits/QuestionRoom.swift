import VitrineCore
import VitrinePublishing
import VitrineStorage

/// What the limits of a network leave to questions, the least urgent calls there are.
struct QuestionRoom: Sendable {
  /// Until when nothing at all may be asked: a throttle, or a host that does not answer; nil for now.
  let stop: Timestamp?
  /// Until when the whole network is left alone, by its budgets too; nil when it need not be.
  let app: Timestamp?
  /// Until when single pages are left alone.
  private let pages: [String: Timestamp]
  /// Whether the host is silent, and one question may try it.
  let isTry: Bool
  /// Whether something is known that an answer may take back.
  let isWatched: Bool
  /// Whether a worker is sending mandatory messages.
  let isMandatoryDue: Bool
  /// Whether nothing is asked because its host answers nobody.
  let isSilent: Bool

  /// Reads it.
  init(_ network: Network, in transaction: any Transaction, at now: Timestamp) throws {
    let standing =
      try transaction.networkStates().first { $0.network == network }
      ?? StoredNetworkState(network: network)
    let usages = try transaction.pageUsages(at: now).filter { $0.network == network }
    var pages = try transaction.throttles(of: network, at: now)
    stop = [pages[""], standing.probe].compactMap(\.self).filter { $0 > now }.max()
    isSilent = standing.probe.map { $0 > now } ?? false
    let isUrgent = !standing.appLevel(at: now).allows(.reads)
    app = [stop, standing.appNext, standing.hostNext, isUrgent ? standing.appCountsUntil : nil]
      .compactMap(\.self).filter { $0 > now }.max()
    for usage in usages where !UsageLevel(percent: usage.percent).allows(.reads) {
      let until = max(pages[usage.page.rawValue] ?? usage.countsUntil, usage.countsUntil)
      pages[usage.page.rawValue] = until
    }
    pages[""] = nil
    self.pages = pages
    isTry = standing.probe.map { $0 <= now } ?? false
    isWatched =
      !usages.isEmpty || standing.silences > 0 || standing.appPercent >= UsageLevel.easedFrom
    isMandatoryDue = try transaction.isMandatoryDue(
      on: network, aliveSince: now.advanced(bySeconds: -15), at: now)
  }

  /// Until when a page is not to be asked; nil when it may be.
  func until(_ page: RemoteID) -> Timestamp? {
    [app, pages[page.rawValue]].compactMap(\.self).max()
  }
}
