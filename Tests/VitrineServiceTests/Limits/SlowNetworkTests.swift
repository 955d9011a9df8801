import Testing
import VitrineCore
import VitrinePublishing
import VitrineTestSupport

@testable import VitrineService

/// Drafts that are old again before the last of them has been read.
@Suite(.temporaryFolder)
struct SlowNetworkTests {
  @Test func `a broadcast comes to its end where all its drafts cannot be read in time`()
    async throws
  {
    let desk = try await PageDesk.make(40)
    let slow = SlowNetwork(desk)
    let out = desk.desk.with([.facebook: slow])
    let id = try await desk.launched("Rappel")
    let office = try await DeliveryOffice.open(
      out, focus: .everything, review: PageDesk.letGo, host: "test", pid: 1)
    let runner = Runner(
      ledger: office, networks: out.networks, time: out.time, random: out.random,
      policy: .loopback(application: "ours"), concurrency: 1, batchSize: 10)
    let end = try await runner.run(patience: 600_000)
    await office.close()
    #expect(end == .done)
    #expect(try await desk.status(id).counts[.published] == 40)
    #expect((1...40).allSatisfy { desk.network.visible($0).count == 1 })
  }
}

/// A network in memory that takes twelve seconds for ten calls.
private final class SlowNetwork: NetworkConnector {
  private let inner: FakeNetwork
  private let clock: HandClock

  init(_ desk: PageDesk) {
    inner = desk.network
    clock = desk.clock
  }

  var network: Network { inner.network }
  var abilities: NetworkAbilities { inner.abilities }
  var application: String? { inner.application }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    clock.advance(seconds: 12)
    return await inner.perform(calls)
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    try await inner.pages(visibleTo: userToken)
  }
}
