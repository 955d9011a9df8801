import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// From the calendar's files to posts that wait for their hour.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CalendarApplyTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `what the calendar says is planned, applied, approved by somebody else, and scheduled`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await CalendarDesk.make(driver)
    desk.shelf.put(try .plain("fromage"))
    let plan = try await desk.plan()
    #expect(plan.created == 3)
    #expect(plan.changes.map(\.action) == [.create])
    #expect(try await desk.made("fromage").isEmpty, "a plan changes nothing")

    let applied = try await desk.apply(digest: plan.digest)
    let id = try #require(applied.plan)
    #expect(try await desk.made("fromage").map(\.state) == [.submitted, .submitted, .submitted])
    let own = await desk.posts.refusal { try await desk.approve(id, as: desk.editor) }
    #expect(own != nil, "whoever applies does not approve")
    let other = await fault { try await desk.approve(id, digest: "0000") }
    #expect(other?.code == .stale)

    let step = try await desk.approve(id, digest: applied.digest)
    #expect(step.state == .approved)
    #expect(step.scheduled == 3)
    let made = try await desk.made("fromage")
    #expect(made.map(\.state) == [.handedOver, .handedOver, .handedOver])
    let first = try #require(made.first { $0.store == PostDesk.store })
    let post = try #require(try await desk.posts.show(first.id))
    #expect(post.state == .scheduled)
    #expect(post.content.text.contains("Reblochon"))
    #expect(post.at?.description == "2027-02-05T08:00:00.000Z")
  }

  @Test func `applied twice it changes nothing`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage", repeating: "FREQ=WEEKLY;COUNT=3"))
    desk.shelf.put(try .plain("national", .mandatory))
    let first = try await desk.apply()
    #expect(first.created == 9 + 3)
    #expect(first.broadcasts.count == 1)
    let again = try await desk.apply()
    #expect(again.created + again.updated + again.withdrawn == 0)
    #expect(again.unchanged == 12)
    #expect(again.plan == nil && again.broadcasts.isEmpty)
    try await desk.approve(try #require(first.plan))
    desk.desk.clock.advance(seconds: 86_400 * 30)
    #expect(try await desk.plan().changes.isEmpty, "time alone changes nothing")
  }

  @Test func `a plan that was read is applied as it was read, or not at all`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    let plan = try await desk.plan()
    desk.shelf.put(try .plain("fromage", product: "Comté"))
    let stale = await fault { try await desk.apply(digest: plan.digest) }
    #expect(stale?.code == .stale)
    #expect(try await desk.made("fromage").isEmpty)
    let newer = try await desk.plan()
    try await desk.apply(digest: newer.digest)
    let used = await fault { try await desk.apply(digest: newer.digest) }
    #expect(used?.code == .stale, "what it said is done already")
  }

  @Test func `a changed text asks for a new approval, and its old one does not leave meanwhile`()
    async throws
  {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    try await desk.release()
    desk.shelf.put(try .plain("fromage", at: "2027-02-06T09:00", product: "Comté"))
    let plan = try await desk.plan()
    #expect(plan.updated == 3)
    let applied = try await desk.apply()
    let waiting = try await desk.made("fromage")
    #expect(waiting.map(\.state) == [.submitted, .submitted, .submitted])
    #expect(waiting.allSatisfy { $0.delivery == .cancelled })
    try await desk.approve(try #require(applied.plan))
    let first = try #require(
      try await desk.made("fromage").first { $0.store == PostDesk.store })
    let post = try #require(try await desk.posts.show(first.id))
    #expect(post.state == .scheduled)
    #expect(post.content.text.contains("Comté"))
    #expect(post.at?.description == "2027-02-06T08:00:00.000Z")
  }

  @Test func `what leaves the calendar is taken back`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    desk.shelf.put(try .plain("national", .mandatory))
    try await desk.release()
    desk.shelf.remove("fromage")
    desk.shelf.remove("national")
    let plan = try await desk.plan()
    #expect(plan.withdrawn == 6)
    try await desk.apply()
    #expect(try await desk.made("fromage").isEmpty)
    let states = try await desk.desk.desk.database.read { transaction in
      try transaction.rows("SELECT state FROM broadcast", []).map { try $0.text("state") }
    }
    #expect(states == ["cancelled"])
    #expect(try await desk.plan().changes.isEmpty)
  }

  @Test func `a mandatory entry is a broadcast like any other: two approve, a third launches`()
    async throws
  {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("national", .mandatory))
    let id = try #require(try await desk.apply().broadcasts.first)
    for person in [desk.approver, desk.second] {
      _ = try await desk.door.perform(ApproveBroadcast(id: id, digest: nil), as: person.token)
    }
    _ = try await desk.door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: false), as: desk.broadcaster.token)
    let state = try await desk.desk.desk.database.read { try $0.broadcast(id, lock: false)?.state }
    #expect(state == .scheduled)
    desk.shelf.remove("national")
    #expect(try await desk.plan().changes.isEmpty, "under way, it is a broadcaster's to cancel")
  }

  @Test func `an hour that is past at some stores is asked about`() async throws {
    let desk = try await CalendarDesk.make()
    // Nine in Paris is noon in Réunion: eleven has passed there and not in Bretagne.
    try await desk.openStoreInReunion()
    desk.shelf.put(try .plain("midi", at: "2027-01-15T11:00"))
    let plan = try await desk.plan()
    #expect(plan.asks.map(\.zones) == [["Indian/Reunion"]])
    let asked = await fault { try await desk.apply() }
    #expect(asked?.message.code == "calendar.asks")
    var skipping = CalendarDesk.window
    skipping = PlanCalendar(from: skipping.from, through: skipping.through, late: .skip)
    #expect(try await desk.apply(skipping).created == 3)
    #expect(try await desk.plan().asks.isEmpty)
    desk.shelf.put(try .plain("passe", at: "2027-01-15T05:00"))
    #expect(try await desk.plan().past == 1)
  }

  @Test func `a region's manager applies what is for the region, and nothing else`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("partout"))
    let refused = await desk.posts.refusal { try await desk.apply(as: desk.posts.region) }
    #expect(refused == .outsideScope)
    desk.shelf.remove("partout")
    desk.shelf.put(try .plain("breton", stores: Selector(.term(.region, "Bretagne"))))
    #expect(try await desk.apply(as: desk.posts.region).created == 2)
  }
}
