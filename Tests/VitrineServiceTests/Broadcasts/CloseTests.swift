import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A broadcast that is over is put away.
@Suite(.temporaryFolder)
struct CloseTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `nothing of a closed broadcast is tried again, and its numbers stay`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(3, driver)
    let end = desk.clock.source.now().advanced(bySeconds: 86_400)
    desk.network.change(2) { $0.token = "another" }
    let id = try await desk.launched("Rappel", until: end)
    try await desk.deliver(id)
    _ = try await desk.door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: true), as: desk.broadcaster)
    try await desk.deliver(id)
    #expect(try await desk.status(id).broadcast.state == .finished)

    let output = try await desk.door.perform(CloseBroadcast(id: id), as: desk.broadcaster)
    #expect(output.state == .closed)
    // The page is mended while the message is still valid; a worker would take it in again.
    try await desk.connect()
    try await desk.deliver()
    #expect(desk.network.visible(2).isEmpty)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .closed)
    #expect(status.counts[.published] == 2 && status.counts[.held] == 1)
    let retry = await fault {
      try await desk.door.perform(RetryBroadcast(id: id), as: desk.broadcaster)
    }
    #expect(retry?.message.code == "broadcast.notRunning")
    let launch = await fault {
      try await desk.door.perform(
        LaunchBroadcast(id: id, canary: nil, acceptHeld: false), as: desk.broadcaster)
    }
    #expect(launch?.code == .denied)
    #expect(try await desk.status(id).counts[.held] == 1)
    // Putting it away again changes nothing, and what is public can still come down.
    _ = try await desk.door.perform(CloseBroadcast(id: id), as: desk.broadcaster)
    _ = try await desk.door.perform(
      TakeDownBroadcast(id: id, selector: try Selector.parse("store:S-1"), reason: "test"),
      as: desk.broadcaster)
    try await desk.deliver()
    #expect(desk.network.visible(1).isEmpty)
    #expect(try await desk.status(id).broadcast.state == .closed)
  }

  @Test(arguments: [
    BroadcastState.draft, .submitted, .approved, .rejected, .scheduled, .staging,
    .awaitingExceptions, .releasing, .paused,
  ])
  func `what is not over is not put away`(_ state: BroadcastState) async throws {
    let desk = try await BroadcastDesk.make(stores: 1)
    let id = try await desk.desk.storeBroadcast(by: desk.editor.id, state)
    let refused = await fault {
      try await desk.door.perform(CloseBroadcast(id: id), as: desk.broadcaster.token)
    }
    #expect(refused?.message.code == "close.notOver")
    #expect(try await desk.desk.standing(of: id).state == state)
  }

  @Test func `drafts of a cancelled broadcast are deleted before it is put away`() async throws {
    let desk = try await PageDesk.make(2)
    desk.network.change(2) { $0.failure = NetworkFailure(kind: .blocked, detail: "too fast") }
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    _ = try await desk.door.perform(CancelBroadcast(id: id), as: desk.broadcaster)
    let early = await fault {
      try await desk.door.perform(CloseBroadcast(id: id), as: desk.broadcaster)
    }
    #expect(early?.code == .locked)
    try await desk.deliver(id)
    #expect(desk.network.drafts(1) == 0)
    let output = try await desk.door.perform(CloseBroadcast(id: id), as: desk.broadcaster)
    #expect(output.state == .closed)
  }
}
