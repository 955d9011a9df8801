import Synchronization
import VitrineCore
import VitrinePublishing
import VitrineStorage

/// What the limits of the networks leave one exchange; shared through the database with other workers.
///
/// It is read once, every claim asks it, and what changed is written once: a row a network and a row a
/// page that is short of budget, never one a call.
final class ExchangeLimits: Sendable {
  /// A page, by the network's id.
  fileprivate struct PageKey: Hashable {
    let network: Network
    let page: RemoteID
  }

  fileprivate struct State {
    var now = Timestamp(clamping: 0)
    var networks: [Network: StoredNetworkState] = [:]
    var pages: [PageKey: StoredPageUsage] = [:]
    var changedNetworks: Set<Network> = []
    var changedPages: Set<PageKey> = []
    /// Whether posts of stores are late.
    var isRoutineLate = false
  }

  private let rates: CallRates?
  private let state = Mutex(State())

  /// Makes limits; without rates no bucket is ever empty, and the networks' reports alone count.
  init(_ rates: CallRates?) { self.rates = rates }

  /// Reads what is known; at a sign of life what does not count any more is forgotten.
  func load(_ transaction: any Transaction, isBeat: Bool, at now: Timestamp) throws {
    if isBeat { try transaction.forgetPageUsages(at: now) }
    var fresh = State()
    fresh.now = now
    for network in try transaction.networkStates() { fresh.networks[network.network] = network }
    for page in try transaction.pageUsages(at: now) {
      fresh.pages[PageKey(network: page.network, page: page.page)] = page
    }
    let loaded = fresh
    state.withLock { $0 = loaded }
  }

  /// Writes what changed since the last time.
  func save(_ transaction: any Transaction) throws {
    let (networks, pages) = state.withLock { state in
      defer {
        state.changedNetworks = []
        state.changedPages = []
      }
      return (
        state.changedNetworks.sorted().compactMap { state.networks[$0] },
        state.changedPages.compactMap { state.pages[$0] }
      )
    }
    for network in networks { try transaction.setNetworkState(network) }
    guard !pages.isEmpty else { return }
    try transaction.setPageUsages(pages.sorted { ($0.network, $0.page) < ($1.network, $1.page) })
  }

  /// Takes in what an answer's headers say.
  ///
  /// Below 60 % only what takes a higher report back is kept.
  func note(_ usage: [NetworkUsage], of network: Network) {
    guard !usage.isEmpty else { return }
    state.withLock { state in
      let now = state.now
      for report in usage {
        let until = now.advanced(byMilliseconds: UsageLevel.lifetime(of: report))
        let isMuch = report.percent >= UsageLevel.easedFrom
        switch report.scope {
        case .app:
          var standing = state.networks[network] ?? StoredNetworkState(network: network)
          guard isMuch || standing.appPercent >= UsageLevel.easedFrom else { continue }
          standing.appPercent = report.percent
          standing.appReported = now
          standing.appCountsUntil = until
          state.networks[network] = standing
          state.changedNetworks.insert(network)
        case .page(let page):
          let key = PageKey(network: network, page: page)
          guard isMuch || state.pages[key] != nil else { continue }
          let next = state.pages[key]?.next ?? Timestamp(clamping: 0)
          state.pages[key] = StoredPageUsage(
            network: network, page: page, percent: report.percent, reported: now,
            countsUntil: until, next: next)
          state.changedPages.insert(key)
        }
      }
    }
  }

  /// Takes in what a request says about its host.
  func note(_ contact: HostContact, of network: Network) {
    state.withLock { state in
      let standing = state.networks[network] ?? StoredNetworkState(network: network)
      guard contact == .silent || standing.silences > 0 else { return }
      var breaker = standing.breaker
      breaker.note(contact, at: state.now)
      state.set(standing.with(breaker))
    }
  }

  /// Takes in that a page was taken for spam; true when it is the second in a short time.
  func noteSpam(on page: RemoteID, of network: Network) -> Bool {
    state.withLock { state in
      var standing = state.networks[network] ?? StoredNetworkState(network: network)
      var watch = SpamWatch(page: standing.blockedPage, at: standing.blocked)
      let isSecond = watch.note(page, at: state.now)
      standing.blockedPage = watch.page
      standing.blocked = watch.at
      state.set(standing)
      return isSecond
    }
  }

  /// Takes a call out of the buckets; false when it may not be made now.
  ///
  /// The statements that find work leave out most of what is refused here. This is the last word: of a
  /// host that does not answer one call is let through, and a bucket can run empty while it is claimed
  /// from.
  func admits(_ network: Network, _ page: RemoteID, _ priority: CallPriority) -> Bool {
    state.withLock { state in
      var standing = state.networks[network] ?? StoredNetworkState(network: network)
      let now = state.now
      let key = PageKey(network: network, page: page)
      let appLevel = standing.appLevel(at: now)
      let pageLevel = state.pages[key].map { UsageLevel(percent: $0.percent) } ?? .free
      var breaker = standing.breaker
      if let allowance = breaker.allowance(at: now) {
        guard allowance > 0 else { return false }
        breaker.probed(at: now)
      }
      if priority > .stop {
        guard appLevel.allows(priority), pageLevel.allows(priority) else { return false }
      }
      var app = TokenBucket(next: standing.appNext)
      var host = TokenBucket(next: standing.hostNext)
      var own = TokenBucket(next: state.pages[key]?.next ?? Timestamp(clamping: 0))
      if let rates {
        let appRate = rates.app.slowed(by: appLevel.slowness)
        let ownRate = rates.page.slowed(by: pageLevel.slowness)
        let isEmpty =
          app.count(appRate, at: now) == 0 || host.count(rates.host, at: now) == 0
          || (pageLevel != .free && own.count(ownRate, at: now) == 0)
        // What is to come down waits for no bucket, and is charged to it all the same.
        guard !isEmpty || priority == .stop else { return false }
        app.take(1, appRate, at: now)
        host.take(1, rates.host, at: now)
        own.take(1, ownRate, at: now)
        standing.appNext = app.next
        standing.hostNext = host.next
        if pageLevel != .free {
          state.pages[key]?.next = own.next
          state.changedPages.insert(key)
        }
      }
      if rates != nil || breaker.isOpen { state.set(standing.with(breaker)) }
      return true
    }
  }

  /// The networks whose host does not answer.
  var silences: [NetworkSilence] {
    state.withLock { state in
      state.networks.values.sorted { $0.network < $1.network }.compactMap { standing in
        standing.breaker.probe.map {
          NetworkSilence(
            network: standing.network, since: standing.breaker.since ?? $0, next: $0)
        }
      }
    }
  }

  /// Whether posts of stores are so late that mandatory messages leave them a tenth of the room.
  var isRoutineLate: Bool {
    get { state.withLock { $0.isRoutineLate } }
    set { state.withLock { $0.isRoutineLate = newValue } }
  }
}

extension ExchangeLimits.State {
  fileprivate mutating func set(_ standing: StoredNetworkState) {
    networks[standing.network] = standing
    changedNetworks.insert(standing.network)
  }
}

extension StoredNetworkState {
  /// The breaker of its host.
  var breaker: HostBreaker { HostBreaker(silences: silences, since: silentSince, probe: probe) }

  /// The same with another breaker.
  func with(_ breaker: HostBreaker) -> StoredNetworkState {
    var state = self
    state.silences = breaker.silences
    state.silentSince = breaker.since
    state.probe = breaker.probe
    return state
  }

  /// How much of the app's budget is used, by a report that still counts.
  func appLevel(at now: Timestamp) -> UsageLevel {
    appCountsUntil > now ? UsageLevel(percent: appPercent) : .free
  }
}

extension CallPriority {
  /// How urgent the next call of a delivery is.
  init(_ delivery: StoredDelivery, _ step: NetworkCall.Step) {
    if case .pin = step {
      self = .routine
      return
    }
    switch delivery.state {
    case .removing: self = .stop
    // Nothing is left to do there but to look once more.
    case .confirmed, .refused, .cancelled, .missed, .takenDown: self = .reads
    default: self = delivery.broadcast == nil ? .routine : .mandatory
    }
  }
}
