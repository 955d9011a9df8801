import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A page gets so many posts of its store in a day, and no more.
@Suite(.temporaryFolder)
struct FullDayTests {
  /// A post for an hour on the store's clock, and when it goes.
  private func post(
    _ desk: PressureDesk, _ local: String, on number: Int = 1
  ) async throws -> PostOutput {
    let time = try #require(LocalTime(local))
    return try await desk.publish(
      try await desk.draft("Le \(local)", on: number, at: .local(time)))
  }

  private func instant(_ local: String, _ zone: String = "Europe/Paris") throws -> Timestamp {
    try #require(LocalTime(local)).instant(in: zone)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `one too many goes at the same hour of the next day with room`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PressureDesk.make(2, driver, perDay: 2)
    for hour in ["10:00", "11:00"] {
      #expect(try await post(desk, "2027-01-20T\(hour)").movedFrom == nil)
    }
    let third = try await post(desk, "2027-01-20T12:00")
    #expect(third.state == .scheduled)
    #expect(third.at == (try instant("2027-01-21T12:00")))
    #expect(third.movedFrom == (try instant("2027-01-20T12:00")))
    #expect(third.movedBecause == Message("posts.moved.day", 2, "2027-01-20"))
    #expect(try await post(desk, "2027-01-20T09:00").at == (try instant("2027-01-21T09:00")))
    #expect(try await post(desk, "2027-01-20T15:30").at == (try instant("2027-01-22T15:30")))
    #expect(try await post(desk, "2027-01-20T12:00", on: 2).movedFrom == nil)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what is public counts, what was cancelled does not, and nothing counts twice`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(1, driver, perDay: 2)
    _ = try await desk.post("Pain")
    try await desk.deliver()
    let second = try await desk.post("Fromage", in: 3_600)
    let wish = desk.now
    let third = try await desk.post("Vin")
    #expect(third.state == .scheduled && third.movedFrom == wish)
    #expect(third.at == wish.advanced(bySeconds: 86_400))
    // Another hour of the same day for what is scheduled already.
    let again = try await desk.door.perform(
      SchedulePost(id: second.id.rawValue, at: .instant(desk.now.advanced(bySeconds: 7_200))),
      as: desk.manager.token)
    #expect(again.items.first?.movedFrom == nil)
    _ = try await desk.door.perform(
      CancelPost(id: second.id.rawValue), as: desk.manager.token)
    #expect(try await desk.post("Poisson", in: 3_600).movedFrom == nil)
  }

  @Test func `days are those of the store`() async throws {
    let desk = try await PressureDesk.make(2, perDay: 1, zones: ["Europe/Paris", "Pacific/Noumea"])
    // Half past nine in the evening in Paris is the next morning in Nouméa.
    let evening = ReleaseTime.instant(try instant("2027-01-20T21:30"))
    for number in 1...2 {
      _ = try await post(desk, "2027-01-20T10:00", on: number)
      let late = try await desk.publish(try await desk.draft("Tard", on: number, at: evening))
      #expect((late.movedFrom == nil) == (number == 2))
    }
  }

  @Test(arguments: [
    ("2027-03-27T02:30", "2027-03-29T02:30"), ("2027-10-30T02:30", "2027-11-01T02:30"),
    ("2027-03-27T03:30", "2027-03-28T03:30"),
  ])
  func `an hour that the clocks skip or show twice is no hour for a post`(
    _ wish: String, _ place: String
  ) async throws {
    let desk = try await PressureDesk.make(1, perDay: 1)
    _ = try await post(desk, String(wish.prefix(11)) + "12:00")
    #expect(try await post(desk, wish).at == (try instant(place)))
  }

  @Test func `without room for two weeks a post is held, and may be given another time`()
    async throws
  {
    let desk = try await PressureDesk.make(1, perDay: 1)
    for day in 1...15 { _ = try await post(desk, "2027-02-\(day < 10 ? "0" : "")\(day)T10:00") }
    let held = try await post(desk, "2027-02-01T11:00")
    #expect(held.state == .held && held.trouble?.reason.code == "trouble.crowded")
    #expect(try await desk.records(held.id).last?.detail["trouble"] == "trouble.crowded")
    let time = try #require(LocalTime("2027-02-20T11:00"))
    let again = try await desk.door.perform(
      SchedulePost(id: held.id.rawValue, at: .local(time)), as: desk.manager.token)
    #expect(again.items.first?.state == .scheduled)
  }

  @Test func `an offer that ends before there is room is held`() async throws {
    let desk = try await PressureDesk.make(1, quiet: 120, perDay: 1)
    _ = try await post(desk, "2027-01-20T10:00")
    let made = try await desk.door.perform(
      AdaptTemplate(
        template: "offre", targets: .store(StoreCode("S-1")),
        values: ["produit": "Le cidre", "prix": "4", "fin": "2027-01-20"],
        at: .local(try #require(LocalTime("2027-01-20T18:00")))), as: desk.manager.token)
    let held = try await desk.publish(made.posts.items[0].id)
    #expect(held.state == .held && held.trouble?.reason.code == "trouble.crowded")
    #expect(held.movedFrom == nil)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `the next day with room is quiet around its own messages`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PressureDesk.make(1, driver, quiet: 60, perDay: 1)
    _ = try await desk.pages.launched("Rappel", at: .instant(try instant("2027-01-21T10:00")))
    _ = try await post(desk, "2027-01-20T09:00")
    let moved = try await post(desk, "2027-01-20T10:30")
    #expect(moved.at == (try instant("2027-01-21T11:00")))
  }
}
