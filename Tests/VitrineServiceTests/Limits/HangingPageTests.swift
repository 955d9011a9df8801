import Synchronization
import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Pages that let calls hang while others are answered.
@Suite(.temporaryFolder)
struct HangingPageTests {
  private func run(_ desk: PageDesk, _ network: HangingNetwork) async throws {
    let out = desk.desk.with([.facebook: network])
    let office = try await DeliveryOffice.open(
      out, focus: .everything, review: PageDesk.letGo, host: "test", pid: 1)
    let runner = Runner(
      ledger: office, networks: out.networks, time: out.time, random: out.random,
      policy: .loopback(application: "ours"), concurrency: 4, batchSize: 20)
    _ = try await runner.run(patience: 120_000)
    await office.close()
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a few pages that hang do not keep the others from being public`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(20, driver)
    let network = HangingNetwork(desk, hung: [7, 13])
    let id = try await desk.launched("Rappel")
    try await run(desk, network)
    // Public before the first of them was tried a second time.
    let calls = network.calls
    let last = try #require(calls.lastIndex { $0.isRelease })
    #expect(calls[...last].count { $0.page == "7" } <= 2)
    let status = try await desk.status(id)
    #expect(status.counts[.published] == 18)
    #expect(status.counts[.held] == 2)
    #expect(status.broadcast.state == .finished)
    #expect(calls.count { $0.page == "13" } <= 4)

    network.heal()
    _ = try await desk.door.perform(RetryBroadcast(id: id), as: desk.broadcaster)
    try await run(desk, network)
    #expect(try await desk.status(id).counts[.published] == 20)
    #expect((1...20).allSatisfy { desk.network.visible($0).count == 1 })
  }

  @Test func `pages that hang and one that waits for a person are told at once, and accepted once`()
    async throws
  {
    let desk = try await PageDesk.make(20)
    let network = HangingNetwork(desk, hung: [7])
    desk.network.change(3) {
      $0.failure = NetworkFailure(kind: .token, reach: .page, code: 190, detail: "expired")
    }
    let id = try await desk.launched("Rappel")
    try await run(desk, network)
    #expect(try await desk.status(id).broadcast.state == .awaitingExceptions)
    #expect(network.calls.count { $0.page == "7" } == 1)
    #expect((1...20).allSatisfy { desk.network.visible($0).isEmpty })
    _ = try await desk.door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: true), as: desk.broadcaster)
    try await run(desk, network)
    let status = try await desk.status(id)
    #expect(status.counts[.published] == 18)
    // Alone on the line, the page that hangs looks like a host that is down: it is asked on and on.
    #expect(status.counts[.held] == 1)
    #expect(status.counts[.pending] == 1)
    #expect(status.broadcast.state == .releasing)
  }

  @Test func `pages that hang are no wave of failures`() async throws {
    let desk = try await PageDesk.make(120)
    let network = HangingNetwork(desk, hung: Set((1...12).map { $0 * 9 }))
    let id = try await desk.launched("Rappel")
    try await run(desk, network)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .finished)
    #expect(status.counts[.published] == 108)
    #expect(status.counts[.held] == 12)
  }

  @Test func `where many pages hang nothing is public before somebody has seen it`() async throws {
    let desk = try await PageDesk.make(20)
    let network = HangingNetwork(desk, hung: [2, 5, 7, 9, 11])
    let id = try await desk.launched("Rappel")
    try await run(desk, network)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .awaitingExceptions)
    #expect(status.counts[.held] == 5)
    #expect((1...20).allSatisfy { desk.network.visible($0).isEmpty })
  }
}

/// A network in memory on which calls to some pages hang for two seconds, as members of a batch do.
private final class HangingNetwork: NetworkConnector {
  struct Call {
    let page: String
    let isRelease: Bool
  }

  private struct State {
    var hung: Set<String>
    var calls: [Call] = []
  }

  private let inner: FakeNetwork
  private let clock: HandClock
  private let state: Mutex<State>

  init(_ desk: PageDesk, hung: Set<Int>) {
    inner = desk.network
    clock = desk.clock
    state = Mutex(State(hung: Set(hung.map(String.init))))
  }

  var network: Network { inner.network }
  var abilities: NetworkAbilities { inner.abilities }
  var application: String? { inner.application }
  var calls: [Call] { state.withLock { $0.calls } }

  func heal() { state.withLock { $0.hung = [] } }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    let hung = state.withLock { state in
      for call in calls {
        let isRelease = if case .release = call.step { true } else { false }
        state.calls.append(Call(page: call.page.rawValue, isRelease: isRelease))
      }
      return state.hung
    }
    let good = calls.filter { !hung.contains($0.page.rawValue) }
    var answers = good.isEmpty ? [] : await inner.perform(good)
    if good.count < calls.count { clock.advance(seconds: 2) }
    return calls.map { call in
      hung.contains(call.page.rawValue)
        ? NetworkAnswer(.unknown(NetworkFailure(kind: .temporary, detail: "no answer")))
        : answers.removeFirst()
    }
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    try await inner.pages(visibleTo: userToken)
  }
}
