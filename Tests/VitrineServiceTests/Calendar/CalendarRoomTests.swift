import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Posts of the calendar on days on which they cannot all go out as they were meant.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CalendarRoomTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a full day is warned about in the plan, and what is too much goes on the next day`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await CalendarDesk.make(driver, postsPerDay: 1)
    desk.shelf.put(try .plain("fromage"))
    desk.shelf.put(try .plain("vin", at: "2027-02-05T10:00", product: "Morgon"))
    desk.shelf.put(try .plain("national", at: "2027-02-05T11:00", .mandatory))
    let plan = try await desk.plan()
    let crowd = try #require(plan.crowded.first)
    #expect(plan.crowded.count == 1)
    #expect(crowd.day.description == "2027-02-05" && crowd.stores == 3)
    #expect(crowd.keys == ["fromage", "vin"], "a mandatory message takes nobody's place")

    try await desk.release()
    let wine = try #require(try await desk.made("vin").first { $0.store == PostDesk.store })
    let post = try #require(try await desk.posts.show(wine.id))
    #expect(post.movedFrom?.description == "2027-02-05T09:00:00.000Z")
    #expect(post.at?.description == "2027-02-06T09:00:00.000Z")
    #expect(post.movedBecause?.code == "posts.moved.day")
    let cheese = try #require(try await desk.made("fromage").first { $0.store == PostDesk.store })
    #expect(try await desk.posts.show(cheese.id)?.movedFrom == nil)
    #expect(try await desk.plan().changes.filter { $0.kind == .posts }.isEmpty, "and stays there")
  }

  @Test func `what had its hour in a freeze is listed with its entry, and waits`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    try await desk.release()
    let frozen = try await desk.door.perform(
      FreezeStores(selector: .all, reason: "Une crise"), as: desk.broadcaster.token)
    #expect(frozen.waiting == 2, "the third store has no page")
    desk.desk.clock.advance(seconds: 86_400 * 21 + 7_200)
    let lifted = try await desk.door.perform(
      UnfreezeStores(selector: .all, reason: "Passée"), as: desk.broadcaster.token)
    #expect(Set(lifted.held.map(\.entry)) == ["fromage"])
  }

  @Test func `doctor says which plan nobody approved, and warns before it is due`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    let id = try #require(try await desk.apply().plan)
    func check() async throws -> ExamineDesk.Check? {
      try await desk.door.ask(ExamineDesk(), as: desk.editor.token).first { $0.name == "calendar" }
    }
    let early = try #require(try await check())
    #expect(early.status == .ok && early.detail.text(in: .en).contains(id.rawValue))
    desk.desk.clock.advance(seconds: 86_400 * 20)
    #expect(try await check()?.status == .warning)
    desk.desk.clock.advance(seconds: 86_400 * 2)
    let late = try #require(try await check())
    #expect(late.detail.code == "doctor.planLate")
    try await desk.approve(id)
    #expect(try await check() == nil)
  }
}
