import Synchronization
import VitrineCore

/// What a worker learns about pages and hosts while it runs, and forgets when it ends.
final class RunnerMemory: Sendable {
  private struct State {
    var hangs = HangMemory()
    var breakers: [Network: HostBreaker] = [:]
    var silent: Set<Network> = []
    var unclear: [PostID: Watch] = [:]
  }

  /// Since when this worker has known that a call may be lost.
  private struct Watch {
    /// Which call: each has an instant of its own.
    let intended: Timestamp?
    /// In nanoseconds of the monotonic clock.
    let since: UInt64
  }

  private let state = Mutex(State())

  /// What a request tells: about its host, and whether its pages are not to blame for its silence.
  struct Verdict {
    var contact: HostContact?
    var isOutage = false
    /// The pages that let the call hang while others were answered.
    var hung: Set<RemoteID> = []
  }

  /// Takes in which networks answer nobody, as others have found.
  func know(_ silent: Set<Network>) { state.withLock { $0.silent = silent } }

  /// For how many milliseconds this worker has known that a post may have been made by a call that was lost;
  /// `monotonic` in nanoseconds.
  func watch(_ delivery: Delivery, at monotonic: UInt64) -> Int64 {
    state.withLock { state in
      guard delivery.state == .releasing, delivery.remoteID == nil else { return .max }
      var watch = Watch(intended: delivery.intendedAt, since: monotonic)
      if let known = state.unclear[delivery.id], known.intended == watch.intended { watch = known }
      state.unclear[delivery.id] = watch
      // What others have cleared up meanwhile nobody tells us of.
      if state.unclear.count > Self.most {
        state.unclear = state.unclear.filter { monotonic &- $1.since < Self.age }
      }
      return Int64(clamping: (monotonic &- watch.since) / 1_000_000)
    }
  }

  /// Ends the watch of a delivery whose call is not in doubt any more.
  func unwatch(_ delivery: Delivery) {
    guard delivery.state != .releasing || delivery.remoteID != nil else { return }
    state.withLock { $0.unclear[delivery.id] = nil }
  }

  /// Whether a call is in doubt that may be cleared up within so many milliseconds of its first answer.
  func isWatching(within milliseconds: Int64, at monotonic: UInt64) -> Bool {
    let limit = UInt64(clamping: milliseconds) &* 1_000_000
    return state.withLock { $0.unclear.values.contains { monotonic &- $0.since < limit } }
  }

  /// So many watches are kept before those are let go that are older than an hour, in nanoseconds.
  private static let most = 10_000
  private static let age: UInt64 = 3_600_000_000_000

  /// A silence this long, in nanoseconds, is a hang; a shorter one is an answer that got lost.
  static let hang: UInt64 = 1_000_000_000

  /// Takes in the answers of one request that was sent at `start`, in nanoseconds as `monotonic`.
  func note(
    _ claims: [DeliveryClaim], _ answers: [NetworkAnswer], at now: Timestamp, since start: UInt64,
    monotonic: UInt64
  ) -> Verdict {
    guard let network = claims.first?.network else { return Verdict() }
    let pages = zip(claims, answers).map { (page: $0.call.page, isSilent: $1.isSilence) }
    return state.withLock { state in
      let contact = state.hangs.note(pages, of: network, at: monotonic)
      let isHang = monotonic &- start >= Self.hang
      let hung = Set(
        pages.filter { isHang && $0.isSilent && state.hangs.isProven($0.page, of: network) }
          .map(\.page))
      guard let contact else { return Verdict(hung: hung) }
      state.breakers[network, default: HostBreaker()].note(contact, at: now)
      let silences = state.breakers[network]?.silences ?? 0
      return Verdict(
        contact: contact,
        isOutage: silences >= HostBreaker.outage || state.silent.contains(network), hung: hung)
    }
  }

  /// Claims as requests: one network each, never more calls than it takes, and pages that hung apart.
  func requests(
    _ claims: [DeliveryClaim], size: (Network) -> Int, at now: UInt64
  ) -> [RequestQueue.Request] {
    Dictionary(grouping: claims, by: \.network).sorted { $0.key < $1.key }.flatMap {
      network, claims in
      let most = size(network)
      let limits = state.withLock { state in
        claims.map { state.hangs.size($0.call.page, of: network, at: now) }
      }
      // A picture is a request of its own: many in a row would outlive the lease of the last.
      var groups: [(limit: Int?, claims: [DeliveryClaim])] = []
      var open: [Int: Int] = [:]
      for (claim, limit) in zip(claims, limits) {
        let size = min(limit ?? most, most)
        guard !claim.call.step.isUpload else {
          groups.append((limit, [claim]))
          continue
        }
        // Under 0 the pages that go with any others.
        let key = limit == nil ? 0 : size
        if let place = open[key], groups[place].claims.count < size {
          groups[place].claims.append(claim)
        } else {
          open[key] = groups.count
          groups.append((limit, [claim]))
        }
      }
      return groups.map { RequestQueue.Request(claims: $0.claims, isSuspect: $0.limit != nil) }
    }
  }
}
