import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// What stops by itself: a host that answers nobody, a run taken for spam, a wave of failures.
@Suite(.temporaryFolder)
struct OutageTests {
  private func run(_ desk: Desk, patience: Int64) async throws -> Runner.End {
    let office = try await DeliveryOffice.open(
      desk, focus: .everything, review: PageDesk.letGo, host: "test", pid: 1)
    let runner = Runner(
      ledger: office, networks: desk.networks, time: desk.time, random: desk.random,
      policy: .loopback(application: "ours"), concurrency: 1, batchSize: 50)
    let end = try await runner.run(patience: patience)
    await office.close()
    return end
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a host that answers nobody is tried twice a minute, holds nothing, and everybody is told`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(3, driver)
    let moody = MoodyNetwork(desk.network)
    let out = desk.desk.with([.facebook: moody])
    let id = try await desk.launched("Rappel")
    moody.fallSilent(true)
    #expect(try await run(out, patience: 300_000) == .stuck)
    #expect((20...34).contains(moody.requests), "\(moody.requests)")
    let status = try await desk.status(id)
    #expect(status.counts[.held] == 0)
    let silence = try #require(status.silences.first)
    #expect(silence.network == .facebook)
    #expect(silence.next > silence.since)
    let checks = try await desk.door.ask(ExamineDesk(), as: desk.editor)
    #expect(checks.contains { $0.name == "network" && $0.status == .failed })
    // A worker that comes next knows it, and tries once a half minute as well.
    let before = moody.requests
    #expect(try await run(out, patience: 100_000) == .stuck)
    #expect((2...4).contains(moody.requests - before), "\(moody.requests - before)")
    moody.fallSilent(false)
    #expect(try await run(out, patience: 100_000) == .done)
    let after = try await desk.status(id)
    #expect(after.counts[.published] == 3)
    #expect(after.silences.isEmpty)
    #expect((1...3).allSatisfy { desk.network.visible($0).count == 1 })
  }

  @Test func `a question tries a silent host alone, and its answer opens the way for all`()
    async throws
  {
    let desk = try await PageDesk.make(5)
    let now = desk.clock.source.now()
    try await desk.desk.database.write { transaction in
      var state = StoredNetworkState(network: .facebook)
      state.silences = 20
      state.silentSince = now
      state.probe = now.advanced(bySeconds: 30)
      try transaction.setNetworkState(state)
    }
    _ = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    #expect(desk.network.sizes == [1, 4])
    #expect(desk.clock.source.now().milliseconds(since: now) == 30_000)
    #expect(try await desk.desk.database.read { try $0.networkSilences().isEmpty })
  }

  @Test(arguments: [1, 2])
  func `a second page taken for spam in a short time pauses every broadcast of the network`(
    _ blocked: Int
  ) async throws {
    let desk = try await PageDesk.make(4)
    for number in 1...blocked {
      desk.network.change(number) {
        $0.failure = NetworkFailure(
          kind: .blocked, reach: .page, code: 368, subcode: 1_390_008, detail: "spam")
      }
    }
    let first = try await desk.launched("Un")
    let second = try await desk.launched("Deux")
    try await desk.deliver()
    for id in [first, second] {
      let status = try await desk.status(id)
      #expect(status.broadcast.state == (blocked == 1 ? .awaitingExceptions : .paused))
      #expect(status.broadcast.pauseReason == (blocked == 1 ? nil : "spam"))
    }
    #expect(try await desk.records(.broadcastPause).count == (blocked == 1 ? 0 : 2))
  }

  @Test(arguments: [
    (NetworkFailure.Kind.content, true), (.request, true), (.permission, false), (.token, false),
  ])
  func `a wave of failures stops the run, unless each page is to blame for its own`(
    _ kind: NetworkFailure.Kind, _ stops: Bool
  ) async throws {
    let desk = try await PageDesk.make(60)
    let id = try await desk.launched(
      "Rappel", at: .instant(desk.clock.source.now().advanced(bySeconds: 600)))
    try await desk.deliver(patience: 20_000)
    #expect((1...60).allSatisfy { desk.network.drafts($0) == 1 })
    // A quarter of the pages, wherever they stand in the list.
    for number in 1...60 where number % 4 == 0 {
      desk.network.change(number) {
        $0.failure = NetworkFailure(kind: kind, reach: .page, code: 1, detail: "no")
      }
    }
    desk.clock.advance(seconds: 600)
    try await desk.deliver(patience: 60_000)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == (stops ? .paused : .finished))
    #expect(status.broadcast.pauseReason?.hasPrefix("wave ") ?? false == stops)
    guard stops else { return }
    _ = try await desk.door.perform(ResumeBroadcast(id: id), as: desk.broadcaster)
    try await desk.deliver(patience: 60_000)
    #expect(try await desk.status(id).broadcast.state == .finished)
    #expect(try await desk.status(id).counts[.published] == 45)
  }
}
