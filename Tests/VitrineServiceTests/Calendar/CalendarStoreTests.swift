import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What a store does with the calendar: adapt, decline, or let it go out.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CalendarStoreTests {
  @Test func `a store's own version takes the place of the calendar's when it is scheduled`()
    async throws
  {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    try await desk.release()
    let own = try #require(
      try await desk.posts.adapt(
        as: desk.posts.manager, values: ["produit": "Tome"], entry: "fromage"
      ).first)
    #expect(own.content.text == "Tome à 4 euros chez Magasin FR-0001.", "the rest is head office's")
    #expect(own.schedule == "local:2027-02-05T09:00")
    func places() async throws -> [CalendarPost] {
      try await desk.made("fromage").filter { $0.store == PostDesk.store }
    }
    #expect(try await places().count == 2, "a draft costs the store nothing")
    try await desk.posts.take(PublishPost(id: own.id.rawValue), as: desk.posts.manager)
    #expect(try await places().map(\.id) == [own.id])
    #expect(try await desk.plan().changes.isEmpty)

    try await desk.posts.take(CancelPost(id: own.id.rawValue), as: desk.posts.manager)
    let plan = try await desk.plan()
    #expect(plan.created == 1, "its place is offered to the calendar's again")
  }

  @Test func `a store declines, and later plans remember`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    try await desk.release()
    let output = try await desk.door.perform(
      DeclineEntry(entry: "fromage", store: PostDesk.store, reason: "rayon en travaux"),
      as: desk.posts.manager.token)
    #expect(output.withdrawn.count == 1)
    #expect(try await desk.made("fromage").count == 2)
    desk.shelf.put(try .plain("fromage", product: "Comté"))
    let plan = try await desk.plan()
    #expect(plan.updated == 2 && plan.created == 0)
    #expect(plan.away.map(\.cause) == [.declined])
    let neighbour = await desk.posts.refusal {
      _ = try await desk.door.perform(
        DeclineEntry(entry: "fromage", store: PostDesk.store, reason: "non"),
        as: desk.posts.neighbour.token)
    }
    #expect(neighbour == .outsideScope)
  }

  @Test func `the post that a store cancels by hand is declined too`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    try await desk.release()
    let made = try await desk.made("fromage").first { $0.store == PostDesk.store }
    let post = try #require(made)
    try await desk.posts.take(CancelPost(id: post.id.rawValue), as: desk.posts.manager)
    desk.shelf.put(try .plain("fromage", product: "Comté"))
    #expect(try await desk.plan().created == 0)
  }

  @Test func `behind the deadline it is too late, and a mandatory message is not theirs`()
    async throws
  {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("demain", at: "2027-01-16T08:00"))
    desk.shelf.put(try .plain("national", .mandatory))
    let late = await fault {
      try await desk.posts.adapt(as: desk.posts.manager, entry: "demain")
    }
    #expect(late?.message.code == "calendar.tooLate")
    let mandatory = await desk.posts.refusal {
      try await desk.posts.adapt(as: desk.posts.manager, entry: "national")
    }
    #expect(mandatory == .mandatory)
    let declined = await desk.posts.refusal {
      _ = try await desk.door.perform(
        DeclineEntry(entry: "national", store: PostDesk.store, reason: "non"),
        as: desk.posts.manager.token)
    }
    #expect(declined == .mandatory)
    let unknown = await fault {
      try await desk.posts.adapt(as: desk.posts.manager, entry: "natoinal")
    }
    #expect(unknown?.hint == Message("did.you.mean", "national"))
  }

  @Test func `a partner is asked, and another sees nothing`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(
      try .plain("fromage", modes: [.integrated: .asked, .franchise: .excluded]))
    #expect(try await desk.plan().created == 0)
    desk.shelf.put(try .plain("national", .mandatory, modes: [.integrated: .asked]))
    #expect(try await desk.plan().changes.allSatisfy { $0.kind == .posts || $0.broadcastPosts < 3 })
  }

  @Test func `who applied leaves, and the posts that others approved go on`() async throws {
    let desk = try await CalendarDesk.make()
    desk.shelf.put(try .plain("fromage"))
    try await desk.release()
    for person in [desk.editor, desk.approver] {
      _ = try await desk.door.perform(
        RevokeEverything(user: person.id.rawValue, reason: "parti"), as: desk.desk.adminToken)
    }
    #expect(
      try await desk.made("fromage").allSatisfy { $0.delivery == .ready || $0.delivery == .held })
    #expect(try await desk.made("fromage").filter { $0.delivery == .ready }.count == 2)
  }
}
