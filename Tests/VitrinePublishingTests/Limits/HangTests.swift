import Synchronization
import Testing
import VitrineCore

@testable import VitrinePublishing

struct HangTests {
  private func pages(_ numbers: [Int], silent: Set<Int>) -> [(page: RemoteID, isSilent: Bool)] {
    numbers.map { (RemoteID("\($0)"), silent.contains($0)) }
  }

  @Test func `a page that was silent beside others goes alone until it answers`() {
    var memory = HangMemory()
    let told1 = memory.note(pages([1, 2, 3], silent: [2]), of: .facebook, at: 1)
    #expect(told1 == .answered)
    #expect(memory.size("2", of: .facebook, at: 2) == 1)
    #expect(memory.size("1", of: .facebook, at: 2) == nil)
    #expect(memory.size("2", of: .mastodon, at: 2) == nil)
    // It says nothing about the host any more.
    let told2 = memory.note(pages([2], silent: [2]), of: .facebook, at: 3)
    #expect(told2 == nil)
    let told3 = memory.note(pages([2], silent: []), of: .facebook, at: 4)
    #expect(told3 == .answered)
    #expect(memory.size("2", of: .facebook, at: 5) == nil)
  }

  @Test func `what was silent as a whole is quartered until the page that hangs is alone`() {
    var memory = HangMemory()
    let all = Array(1...20)
    let told4 = memory.note(pages(all, silent: Set(all)), of: .facebook, at: 1)
    #expect(told4 == .silent)
    #expect(all.allSatisfy { memory.size(RemoteID("\($0)"), of: .facebook, at: 2) == 5 })
    _ = memory.note(pages([1, 2, 3, 4, 5], silent: [1, 2, 3, 4, 5]), of: .facebook, at: 2)
    _ = memory.note(pages([6, 7, 8, 9, 10], silent: []), of: .facebook, at: 3)
    #expect(memory.size("1", of: .facebook, at: 3) == 1)
    #expect(memory.size("6", of: .facebook, at: 3) == nil)
    // Alone and silent again, while the host answered others: it is the page.
    let told5 = memory.note(pages([1], silent: [1]), of: .facebook, at: 4)
    #expect(told5 == .silent)
    let told6 = memory.note(pages([1], silent: [1]), of: .facebook, at: 5)
    #expect(told6 == nil)
  }

  @Test func `a host that answers nobody makes no page the culprit`() {
    var memory = HangMemory()
    for second in 1...30 {
      let told7 = memory.note(pages([1], silent: [1]), of: .facebook, at: UInt64(second))
      #expect(told7 == .silent)
    }
  }

  @Test func `a silence is forgotten after ten minutes`() {
    var memory = HangMemory()
    _ = memory.note(pages([1, 2], silent: [2]), of: .facebook, at: 5)
    #expect(memory.size("2", of: .facebook, at: 5 + HangMemory.lifetime - 1) == 1)
    #expect(memory.size("2", of: .facebook, at: 5 + HangMemory.lifetime) == nil)
  }

  @Test(arguments: [(1, 1), (3, 1), (8, 4), (13, 6)])
  func `pages that hung take half of the line at most, and keep nobody waiting`(
    _ concurrency: Int, _ share: Int
  ) {
    var queue = RequestQueue(concurrency: concurrency)
    queue.add((0..<20).map { RequestQueue.Request(claims: [.release($0)], isSuspect: true) })
    queue.add([RequestQueue.Request(claims: [.release(99)], isSuspect: false)])
    #expect(queue.waiting == 1)
    let first = queue.next()
    #expect(first?.isSuspect == false)
    var underWay = 0
    while let request = queue.next() {
      #expect(request.isSuspect)
      underWay += 1
    }
    #expect(underWay == share)
    queue.finish(true)
    let next = queue.next()
    let none = queue.next()
    #expect(next?.isSuspect == true)
    #expect(none?.isSuspect == nil)
  }

  @Test func `after it hung once a page is in a request of its own`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger((0..<40).map { .release($0) }, retries: true)
    let network = HangingConnector(hung: ["7", "23"])
    let runner = Runner(
      ledger: ledger, networks: [.facebook: network], time: clock.source, random: .seeded(1),
      policy: .short, concurrency: 2, batchSize: 20)
    let end = try await runner.run(patience: 3_000, watch: { _ in clock.advance(100) })
    #expect(end == .stuck)
    let requests = network.requests.withLock { $0 }
    #expect(Set(requests.joined()).count == 40)
    for page in ["7", "23"] {
      let own = requests.filter { $0.contains(page) }
      #expect(own.count > 2)
      #expect(own.dropFirst().allSatisfy { $0.count == 1 })
    }
    // The others were answered the first time.
    #expect(requests.count { !$0.contains("7") && !$0.contains("23") } == 0)
    let reports = ledger.state.withLock { $0.reports }
    #expect(reports.count(where: { $0.contact == .silent }) == 0)
  }

  @Test func `what becomes due while a page hangs does not wait for it`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger([.release(1), .release(2)], retries: true)
    let network = StuckConnector()
    let runner = Runner(
      ledger: ledger, networks: [.facebook: network], time: clock.source, random: .seeded(1),
      policy: .short, concurrency: 4, batchSize: 20)
    let exchanges = Mutex(0)
    _ = try await runner.run(
      patience: 60_000,
      watch: { _ in
        clock.advance(100)
        // The second call to page 1 is not answered before others have had ten turns.
        let isLong = network.isStuck
        let turns = exchanges.withLock { count in
          count += isLong ? 1 : 0
          return count
        }
        if turns >= 10 { network.letGo() }
      })
    #expect(exchanges.withLock { $0 } >= 10)
  }

  @Test func `while the host answers nobody, no try counts against a page`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger([.release(1)], retries: true)
    let network = HangingConnector(hung: ["1"])
    let runner = Runner(
      ledger: ledger, networks: [.facebook: network], time: clock.source, random: .seeded(1),
      policy: .short, concurrency: 1, batchSize: 20)
    _ = try await runner.run(patience: 5_000, watch: { _ in clock.advance(200) })
    let reports = ledger.state.withLock { $0.reports }
    #expect(reports.count > HostBreaker.outage)
    #expect(reports.prefix(HostBreaker.outage - 1).allSatisfy { $0.delivery.attempts == 1 })
    #expect(reports.dropFirst(HostBreaker.outage - 1).allSatisfy { $0.delivery.attempts == 0 })
    #expect(reports.allSatisfy { $0.contact == .silent && $0.delivery.state == .releasing })
  }

  @Test func `what was claimed before a throttle is not sent in it`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger((0..<40).map { .release($0) }, retries: true)
    let network = ScriptedConnector(
      batchSize: 1,
      answer: .refused(
        NetworkFailure(
          kind: .throttled, reach: .app, code: 4, detail: "too many", waitSeconds: 3_600)))
    let runner = Runner(
      ledger: ledger, networks: [.facebook: network], time: clock.source, random: .seeded(1),
      policy: .short, concurrency: 2, batchSize: 20)
    _ = try await runner.run(patience: 2_000, watch: { _ in clock.advance(100) })
    // Two were on their way when the first of them was told.
    #expect(network.state.withLock { $0.pages.count } <= 3)
    let kinds = ledger.state.withLock { $0.reports.compactMap(\.failure?.kind) }
    #expect(kinds.count >= 40)
    #expect(kinds.allSatisfy { $0 == .throttled })
  }
}

/// A network that leaves some pages without an answer, and tells which pages came together.
private final class HangingConnector: NetworkConnector {
  let network = Network.facebook
  let abilities = NetworkAbilities(.drafts, batchSize: 20)
  let requests = Mutex<[[String]]>([])
  private let hung: Set<String>

  init(hung: Set<String>) { self.hung = hung }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    requests.withLock { $0.append(calls.map(\.page.rawValue)) }
    return calls.map { call in
      let failure = NetworkFailure(kind: .temporary, detail: "no answer")
      return NetworkAnswer(hung.contains(call.page.rawValue) ? .unknown(failure) : .released)
    }
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] { [] }
}

/// A network on which page 1 is silent beside others, and then keeps its caller until it is let go.
private final class StuckConnector: NetworkConnector {
  private struct State {
    var isOpen = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  let network = Network.facebook
  let abilities = NetworkAbilities(.drafts, batchSize: 20)
  private let state = Mutex(State())

  var isStuck: Bool { state.withLock { $0.waiter != nil } }

  func letGo() {
    let waiter = state.withLock { state in
      state.isOpen = true
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    if calls.count == 1, calls[0].page == "1" {
      await withCheckedContinuation { continuation in
        let isOpen = state.withLock { state in
          if !state.isOpen { state.waiter = continuation }
          return state.isOpen
        }
        if isOpen { continuation.resume() }
      }
      return [NetworkAnswer(.released)]
    }
    return calls.map { call in
      let failure = NetworkFailure(kind: .temporary, detail: "no answer")
      return NetworkAnswer(call.page == "1" ? .unknown(failure) : .released)
    }
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] { [] }
}
