import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What holds whatever people do to the calendar, the register and their posts, and whenever.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CalendarPropertyTests {
  @Test(arguments: 1...10)
  func `over a hundred random edits nothing is sent twice, dropped silently or applied stale`(
    _ seed: Int
  ) async throws {
    let desk = try await CalendarDesk.make()
    var random = SeededGenerator(seed: UInt64(seed))
    var days = 0
    for _ in 0..<100 {
      let before = try await desk.plan(Self.question(desk))
      try await edit(desk, &random, &days)
      let question = Self.question(desk)
      let plan = try await desk.plan(question)
      if before.digest != plan.digest {
        let stale = await fault { try await desk.apply(question, digest: before.digest) }
        #expect(stale?.code == .stale, "an older plan is refused")
      }
      let applied = try await desk.apply(question, digest: plan.digest)
      if let id = applied.plan, Bool.random(using: &random) { try await desk.approve(id) }
      let again = try await desk.plan(Self.question(desk))
      #expect(again.changes.isEmpty, "applied twice it changes nothing")
      try await expectAccounted(desk, again)
    }
  }

  /// What is late is left out, so that no question is open.
  private static func question(_ desk: CalendarDesk) -> PlanCalendar {
    PlanCalendar(
      from: desk.desk.desk.today, through: CivilDate(year: 2027, month: 4, day: 30), late: .skip)
  }

  private func edit(
    _ desk: CalendarDesk, _ random: inout SeededGenerator, _ days: inout Int
  ) async throws {
    let id = "e\(Int.random(in: 0..<6, using: &random))"
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5:
      let day = Int.random(in: 1...28, using: &random)
      let month = Int.random(in: 2...4, using: &random)
      let hour = Int.random(in: 6...20, using: &random)
      let product = ["Comté", "Tome", "Brie"].randomElement(using: &random) ?? ""
      let time = "2027-0\(month)-\(day < 10 ? "0" : "")\(day)T\(hour < 10 ? "0" : "")\(hour):00"
      desk.shelf.put(
        try .plain(
          id, at: time,
          CalendarBinding.allCases.filter { $0 != .mandatory }
            .randomElement(using: &random) ?? .default, product: product,
          stores: Bool.random(using: &random) ? .all : .store(PostDesk.store)))
    case 5: desk.shelf.remove(id)
    case 6: try await rename(desk, &random)
    case 7:
      // Three months in all, so that something is always to come.
      if days < 60 {
        days += 1
        desk.desk.clock.advance(seconds: 86_400)
      }
    case 8:
      _ = try? await desk.door.perform(
        DeclineEntry(entry: id, store: PostDesk.store, reason: "non"),
        as: desk.posts.manager.token)
    default:
      let own = try? await desk.posts.adapt(
        as: desk.posts.manager, values: ["produit": "Maison"], entry: id
      ).first
      guard let own, Bool.random(using: &random) else { return }
      _ = try? await desk.posts.take(PublishPost(id: own.id.rawValue), as: desk.posts.manager)
      if Bool.random(using: &random) {
        _ = try? await desk.posts.take(CancelPost(id: own.id.rawValue), as: desk.posts.manager)
      }
    }
  }

  private func rename(_ desk: CalendarDesk, _ random: inout SeededGenerator) async throws {
    var stores = try await desk.desk.desk.database.read { try $0.stores() }
    let index = Int.random(in: stores.indices, using: &random)
    stores[index].name = "Magasin \(Int.random(in: 0..<99, using: &random))"
    _ = try await desk.door.perform(
      ImportStores(stores: stores, allowedRemovals: 0, onlyCheck: false),
      as: desk.desk.adminToken)
  }

  /// Each place has one post on its way at most, and one that should be there and is not is told.
  private func expectAccounted(_ desk: CalendarDesk, _ plan: CalendarPlan) async throws {
    let rows = try await desk.desk.desk.database.read { transaction in
      try transaction.rows(
        """
        SELECT p.entry AS entry, p.store_code AS store_code, COUNT(*) AS count FROM post p
          JOIN delivery d ON d.post_id = p.id
        WHERE p.entry IS NOT NULL AND p.state = 'handed-over'
          AND d.state NOT IN ('cancelled', 'discarding', 'missed')
        GROUP BY p.entry, p.store_code, p.network HAVING COUNT(*) > 1
        """, []
      ).map { "\(try $0.text("entry")) \(try $0.text("store_code"))" }
    }
    #expect(rows.isEmpty, "sent twice: \(rows)")
    let told = Set(plan.away.map { "\($0.key) \($0.store)" })
    for occurrence in desk.shelf.occurrences(from: plan.from, through: plan.through)
    where occurrence.step.binding == .default {
      let made = Set(try await desk.made(occurrence.key).map(\.store))
      let declined = try await desk.desk.desk.database.read {
        try $0.calendarDeclines(of: occurrence.key)
      }
      for store in ["FR-0001", "FR-0002", "FR-0003"].map(StoreCode.init(_:))
      where occurrence.step.stores == .all || store == PostDesk.store {
        let due = try occurrence.time.instant(in: "Europe/Paris")
        let isTold =
          told.contains("\(occurrence.key) \(store)") || declined.contains(store)
          || due <= desk.desk.desk.time.now()
        #expect(made.contains(store) || isTold, "\(occurrence.key) \(store)")
      }
    }
  }
}
