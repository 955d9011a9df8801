import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Pages are tried again for one cause, while the others go on waiting.
@Suite(.temporaryFolder)
struct RetryTests {
  /// Four pages: one blocked, one whose post the network calls a duplicate, one that failed, one that is staged.
  private func stopped(_ driver: DriverUnderTest = .sqlite) async throws -> (PageDesk, BroadcastID)
  {
    let desk = try await PageDesk.make(4, driver)
    let kinds: [NetworkFailure.Kind] = [.blocked, .permission, .request]
    for (number, kind) in zip(1..., kinds) {
      desk.network.change(number) { $0.failure = NetworkFailure(kind: kind, detail: "no") }
    }
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    for number in 1...3 { desk.network.change(number) { $0.failure = nil } }
    // The page that lacked a right has it again; its delivery waits for whoever says so.
    try await desk.connect()
    return (desk, id)
  }

  private func states(_ desk: PageDesk, _ id: BroadcastID) async throws -> [DeliveryState] {
    try await desk.desk.database.read { try $0.deliveries(of: id).map(\.state) }
  }

  @Test(
    arguments: DriverUnderTest.allCases,
    [
      ("blocked", [DeliveryState.ready, .held, .failed]),
      ("permission", [.held, .ready, .failed]),
      ("request", [.held, .held, .ready]),
    ])
  func `only the pages of a cause are tried again`(
    _ driver: DriverUnderTest, _ row: (cause: String, states: [DeliveryState])
  ) async throws {
    let (desk, id) = try await stopped(driver)
    #expect(try await states(desk, id).prefix(3) == [.held, .held, .failed])
    _ = try await desk.door.perform(
      RetryBroadcast(id: id, cause: row.cause), as: desk.broadcaster)
    #expect(try await Array(states(desk, id).prefix(3)) == row.states)
    let record = try #require(try await desk.test.lastRecord())
    #expect(record.action == "broadcast.retry")
    #expect(record.detail["cause"] == .string(row.cause))
  }

  @Test func `without a cause every page is tried again`() async throws {
    let (desk, id) = try await stopped()
    _ = try await desk.door.perform(RetryBroadcast(id: id), as: desk.broadcaster)
    #expect(try await states(desk, id).prefix(3) == [.ready, .ready, .ready])
    #expect(try await desk.deliver(id) == .done)
    #expect(try await desk.status(id).counts[.published] == 4)
  }

  @Test(
    arguments: [
      ("blokced", "did.you.mean", ["blocked"]), ("token", nil, []), ("%", nil, []),
      ("blocked\"%' OR '1", nil, []), ("", nil, []),
    ] as [(String, String?, [String])])
  func `a cause for which no page waits is refused with those that there are`(
    _ cause: String, _ hint: String?, _ arguments: [String]
  ) async throws {
    let (desk, id) = try await stopped()
    let refused = await fault {
      try await desk.door.perform(
        RetryBroadcast(id: id, cause: cause), as: desk.broadcaster)
    }
    #expect(refused?.code == .usage)
    #expect(refused?.message.code == "retry.otherCause")
    #expect(refused?.message.arguments.last == "blocked, permission, request")
    #expect(refused?.hint?.code == hint)
    #expect((refused?.hint?.arguments ?? []) == arguments)
    #expect(try await states(desk, id).prefix(3) == [.held, .held, .failed])
  }

  @Test func `where no page waits there is no cause`() async throws {
    let desk = try await PageDesk.make(1)
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    let refused = await fault {
      try await desk.door.perform(
        RetryBroadcast(id: id, cause: "token"), as: desk.broadcaster)
    }
    #expect(refused?.message.code == "retry.nothing")
  }
}
