import Synchronization
import Testing
import VitrineCore
import VitrinePublishing

struct RunnerTests {
  private func runner(
    _ ledger: ScriptedLedger, _ connectors: [ScriptedConnector], clock: SleepingClock,
    concurrency: Int = 3, batchSize: Int = 10
  ) -> Runner {
    let networks = Dictionary(uniqueKeysWithValues: connectors.map { ($0.network, $0) })
    return Runner(
      ledger: ledger, networks: networks, time: clock.source, random: .seeded(1), policy: .short,
      concurrency: concurrency, batchSize: batchSize)
  }

  @Test func `every claim is sent once, in batches no larger than the network takes`() async throws
  {
    let ledger = ScriptedLedger((0..<205).map { .release($0) })
    let network = ScriptedConnector(batchSize: 8)
    let end = try await runner(ledger, [network], clock: SleepingClock()).run()
    #expect(end == .done)
    let sent = network.state.withLock { $0 }
    #expect(sent.sizes.allSatisfy { $0 <= 8 })
    #expect(Set(sent.pages).count == 205)
    #expect(sent.pages.count == 205)
    #expect(ledger.state.withLock { $0.reports.count } == 205)
  }

  @Test(arguments: [(1, 50), (3, 10), (4, 1)])
  func `no more requests are under way than allowed`(_ concurrency: Int, _ taken: Int) async throws
  {
    let ledger = ScriptedLedger((0..<120).map { .release($0) })
    let network = ScriptedConnector(batchSize: taken)
    _ = try await runner(
      ledger, [network], clock: SleepingClock(), concurrency: concurrency
    ).run()
    #expect(network.state.withLock { $0.peak } <= concurrency)
    let capacities = ledger.state.withLock { $0.capacities }
    #expect(capacities.allSatisfy { (0...(concurrency * 10)).contains($0) })
  }

  @Test func `a picture is a request of its own, and one without its bytes is not sent`()
    async throws
  {
    let ledger = ScriptedLedger(
      (0..<9).map { .upload($0) } + (10..<15).map { .upload($0, bytes: nil) })
    let network = ScriptedConnector(batchSize: 50, answer: .uploaded("5"))
    _ = try await runner(ledger, [network], clock: SleepingClock()).run(patience: 1_000)
    #expect(network.state.withLock { $0.sizes } == Array(repeating: 1, count: 9))
    let states = ledger.state.withLock { $0.reports.map(\.delivery.state) }
    #expect(states.count(where: { $0 == .ready }) == 9)
    #expect(states.count(where: { $0 == .refused }) == 5)
  }

  @Test func `each network gets its own requests`() async throws {
    let other = Network(rawValue: "other")
    let ledger = ScriptedLedger(
      (0..<40).map { .release($0, network: $0 % 2 == 0 ? other : .facebook) })
    let networks = [
      ScriptedConnector(batchSize: 50), ScriptedConnector(batchSize: 5, network: other),
    ]
    _ = try await runner(ledger, networks, clock: SleepingClock()).run()
    #expect(Set(networks[0].state.withLock { $0.pages }).count == 20)
    #expect(Set(networks[1].state.withLock { $0.pages }).count == 20)
    #expect(networks[1].state.withLock { $0.sizes }.allSatisfy { $0 <= 5 })
  }

  @Test func `nothing is sent after its deadline`() async throws {
    let clock = SleepingClock()
    clock.advance(1_000)
    let ledger = ScriptedLedger([.release(1, deadline: 999_000_000)])
    let network = ScriptedConnector(batchSize: 10)
    _ = try await runner(ledger, [network], clock: clock).run(patience: 2_000)
    #expect(network.state.withLock { $0.sizes }.isEmpty)
    let report = try #require(ledger.state.withLock { $0.reports.first })
    #expect(report.delivery.state == .staged)
    #expect(report.failure?.kind == .temporary)
  }

  @Test func `a network that is not built in is not sent to`() async throws {
    let ledger = ScriptedLedger([.release(1, network: Network(rawValue: "nowhere"))])
    _ = try await runner(ledger, [], clock: SleepingClock()).run(patience: 1_000)
    #expect(ledger.state.withLock { $0.reports.first?.delivery.state } == .staged)
  }

  @Test func `asked to stop, it finishes and records what is in hand`() async throws {
    let ledger = ScriptedLedger((0..<100).map { .release($0) })
    let network = ScriptedConnector(batchSize: 10)
    let asked = Mutex(false)
    let end = try await runner(ledger, [network], clock: SleepingClock()).run(
      shouldStop: { asked.withLock { $0 } },
      watch: { _ in asked.withLock { $0 = true } })
    #expect(end == .stopped)
    let sent = network.state.withLock { $0.pages.count }
    #expect(sent == 30)
    #expect(ledger.state.withLock { $0.reports.count } == sent)
  }

  @Test func `trying again and again is no movement`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger([.release(1)], retries: true)
    let network = ScriptedConnector(batchSize: 10, answer: .refused(.of(.temporary)))
    let advancing = runner(ledger, [network], clock: clock)
    let end = try await advancing.run(patience: 60_000, watch: { _ in clock.advance(500) })
    #expect(end == .stuck)
    #expect((60_000...62_000).contains(clock.milliseconds))
    let (sent, reported) = (
      network.state.withLock { $0.pages.count }, ledger.state.withLock { $0.reports.count }
    )
    #expect(sent == reported)
  }

  @Test func `without anything to do it waits as long as it is patient`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger([.release(1, deadline: 0)])
    let end = try await runner(ledger, [], clock: clock).run(patience: 5_000)
    #expect(end == .stuck)
    #expect((5_000...5_600).contains(clock.milliseconds))
  }

  @Test func `dead workers are looked for at the start and every two seconds`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger([.release(1, deadline: 0)])
    _ = try await runner(ledger, [], clock: clock).run(patience: 9_000)
    #expect((4...6).contains(ledger.state.withLock { $0.reaps }))
  }

  @Test func `a worker goes on when nothing is left`() async throws {
    let clock = SleepingClock()
    let ledger = ScriptedLedger([])
    let end = try await runner(ledger, [], clock: clock).run(
      forever: true, shouldStop: { clock.milliseconds > 10_000 })
    #expect(end == .stopped)
    #expect(ledger.state.withLock { $0.exchanges } >= 20)
  }

  @Test func `a ledger that fails ends the run`() async {
    let ledger = ScriptedLedger([.release(1)])
    ledger.state.withLock { $0.fails = true }
    await #expect(throws: ScriptedLedger.Broken.self) {
      try await runner(ledger, [], clock: SleepingClock()).run()
    }
  }
}
