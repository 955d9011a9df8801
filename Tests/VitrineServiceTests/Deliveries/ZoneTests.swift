import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A message for nine o'clock in every store, from Réunion to Saint-Pierre.
@Suite(.temporaryFolder)
struct ZoneTests {
  private static let zones = [
    "Indian/Reunion", "Europe/Paris", "America/Miquelon", "America/Guadeloupe",
  ]
  /// Nine o'clock there on 16 January 2027, in UTC: +4, +1, −3 and −4 hours.
  private static let instants = [
    "2027-01-16T05:00:00Z", "2027-01-16T08:00:00Z", "2027-01-16T12:00:00Z",
    "2027-01-16T13:00:00Z",
  ]

  private func go(_ desk: PageDesk, to instant: Timestamp, _ seconds: Int64) {
    let wanted = instant.advanced(bySeconds: seconds)
    desk.clock.advance(
      seconds: wanted.milliseconds(since: desk.clock.source.now()) / 1000)
  }

  @Test func `each zone is staged a quarter of an hour before its own hour, and not earlier`()
    async throws
  {
    let desk = try await PageDesk.make(8, zones: Self.zones)
    let time = try #require(ReleaseTime("local:2027-01-16T09:00"))
    let id = try await desk.launched("Bonjour", at: time)
    func drafts(_ zone: Int) -> Int {
      [zone + 1, zone + 5].map { desk.network.drafts($0) }.reduce(0, +)
    }
    func visible(_ zone: Int) -> Int {
      [zone + 1, zone + 5].map { desk.network.visible($0).count }.reduce(0, +)
    }
    for (zone, text) in Self.instants.enumerated() {
      let instant = try #require(Timestamp(text))
      go(desk, to: instant, -15 * 60 - 20)
      try await desk.deliver(id)
      #expect(drafts(zone) == 0, "\(Self.zones[zone]) too early")
      go(desk, to: instant, -15 * 60 + 5)
      try await desk.deliver(id)
      #expect(drafts(zone) == 2, "\(Self.zones[zone]) not staged")
      go(desk, to: instant, -20)
      try await desk.deliver(id)
      #expect(visible(zone) == 0, "\(Self.zones[zone]) public too early")
      go(desk, to: instant, 5)
      try await desk.deliver(id)
      #expect(visible(zone) == 2, "\(Self.zones[zone]) not public")
      for later in (zone + 1)..<4 where zone < 3 { #expect(visible(later) == 0) }
    }
    #expect(try await desk.status(id).broadcast.state == .finished)
    #expect(try await desk.status(id).counts[.published] == 8)
  }

  @Test func `each zone has its own canary, and does not wait for another zone's`() async throws {
    let desk = try await PageDesk.make(
      8, zones: ["Indian/Reunion", "Europe/Paris"], canary: 1)
    let time = try #require(ReleaseTime("local:2027-01-16T09:00"))
    let id = try await desk.launched("Bonjour", at: time)
    let (first, second) = (
      try #require(Timestamp(Self.instants[0])), try #require(Timestamp(Self.instants[1]))
    )
    go(desk, to: first, 5)
    try await desk.deliver(id)
    #expect([1, 3, 5, 7].allSatisfy { desk.network.visible($0).count == 1 })
    let releases = desk.network.calls.compactMap { step -> RemoteID? in
      if case .release(let draft) = step { draft } else { nil }
    }
    #expect(releases.first?.rawValue.hasPrefix("1_") == true)
    go(desk, to: second, -600)
    try await desk.deliver(id)
    desk.network.change(2) {
      $0.failure = NetworkFailure(kind: .content, code: 1500, detail: "bad link")
    }
    go(desk, to: second, 5)
    try await desk.deliver(id)
    #expect(try await desk.status(id).broadcast.state == .paused)
    #expect([4, 6, 8].allSatisfy { desk.network.visible($0).isEmpty })
    _ = try await desk.door.perform(ResumeBroadcast(id: id), as: desk.broadcaster)
    try await desk.deliver(id)
    #expect([4, 6, 8].allSatisfy { desk.network.visible($0).count == 1 })
  }
}
