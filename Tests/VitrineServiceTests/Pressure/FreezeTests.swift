import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// While a store is frozen, nothing of its own leaves.
@Suite(.temporaryFolder)
struct FreezeTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `nothing routine is staged or released at a frozen store, and others go on`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(3, driver)
    let unseen = try await desk.post("Pain chaud", on: 1, in: 1_200).id
    let staged = try await desk.post("Fromage", on: 2, in: 600).id
    let free = try await desk.post("Poisson", on: 3, in: 600).id
    try await desk.deliver()
    #expect(desk.pages.network.drafts(2) == 1)
    let frozen = try await desk.freeze("store:S-1 | store:S-2")
    #expect(frozen.frozen == 2 && frozen.alreadyFrozen == 0 && frozen.waiting == 2)
    try await desk.deliver(after: 1_300)
    #expect(desk.pages.network.visible(1).isEmpty && desk.pages.network.visible(2).isEmpty)
    #expect(desk.pages.network.drafts(1) == 0)
    #expect(desk.pages.network.visible(3).count == 1)
    #expect(try await desk.show(free)?.state == .published)
    for id in [unseen, staged] {
      let post = try #require(try await desk.show(id))
      #expect(post.state == .scheduled)
      #expect(post.trouble?.reason.code == "trouble.freeze")
      #expect(post.frozenSince == PressureDesk.at(0))
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a list finds what waits for the end of a freeze among what is scheduled`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(2, driver)
    let staged = try await desk.post("Fromage", on: 1, in: 600).id
    let free = try await desk.post("Poisson", on: 2, in: 600).id
    try await desk.deliver()
    _ = try await desk.freeze("store:S-1")
    desk.clock.advance(seconds: 700)
    for (state, posts) in [(PostState.scheduled, [staged]), (.publishing, [free])] {
      var filter = PostFilter()
      filter.state = state
      let list = try await desk.door.ask(ListPosts(filter: filter), as: desk.manager.token)
      #expect(list.items.map(\.id) == posts)
      #expect(list.items.map(\.state) == [state])
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a post for now is refused with who froze the store, and one for later waits`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(2, driver)
    _ = try await desk.freeze("store:S-1")
    let draft = try await desk.draft("Pain chaud")
    let refused = await faultThrown { try await desk.publish(draft) }
    #expect(refused?.code == .conflict)
    #expect(refused?.message == Message("posts.frozen", "S-1", "L", PressureDesk.at(0)))
    #expect(refused?.hint?.code == "posts.frozen.hint")
    #expect(try await desk.show(draft)?.state == .draft)
    let later = try await desk.door.perform(
      SchedulePost(
        id: draft.rawValue, at: .instant(desk.now.advanced(bySeconds: 600))),
      as: desk.manager.token)
    #expect(later.items.map(\.state) == [.scheduled])
    #expect(later.items.first?.trouble?.reason.code == "trouble.freeze")
    #expect(try await desk.post("Poisson", on: 2).state == .scheduled)
  }

  @Test func `a submission for several stores goes to all of them or to none`() async throws {
    let desk = try await PressureDesk.make(2)
    _ = try await desk.freeze("store:S-2")
    let made = try await desk.door.perform(
      CreatePost(text: "Bonjour", targets: .selector(.all)), as: desk.region.token)
    let id = try #require(made.posts.items.first?.submission?.rawValue)
    let submitted = try await desk.door.perform(SubmitPost(id: id), as: desk.region.token)
    _ = try await desk.door.perform(
      ApprovePost(id: id, digest: submitted.items[0].digest), as: desk.pages.approvers[0])
    let refused = await faultThrown {
      try await desk.door.perform(PublishPost(id: id), as: desk.region.token)
    }
    #expect(refused?.message.code == "posts.frozen")
    for post in made.posts.items { #expect(try await desk.show(post.id)?.state == .approved) }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `mandatory messages pass, and stopping and taking down go on`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PressureDesk.make(2, driver)
    let public1 = try await desk.post("Pain chaud").id
    try await desk.deliver()
    let staged = try await desk.post("Fromage", on: 2, in: 600).id
    try await desk.deliver()
    #expect(desk.pages.network.drafts(2) == 1)
    _ = try await desk.freeze()
    let recall = try await desk.pages.launched("Rappel")
    try await desk.deliver()
    #expect(try await desk.pages.status(recall).counts[.published] == 2)
    _ = try await desk.door.perform(
      TakeDownPost(id: public1.rawValue, reason: "wrong"), as: desk.manager.token)
    _ = try await desk.door.perform(CancelPost(id: staged.rawValue), as: desk.manager.token)
    try await desk.deliver()
    #expect(desk.pages.network.visible(1).map(\.text) == ["Rappel"])
    #expect(desk.pages.network.drafts(2) == 0)
    #expect(try await desk.show(staged)?.state == .withdrawn)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a release that is on its way when the freeze comes is settled`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PressureDesk.make(1, driver)
    let id = try await desk.post("Pain chaud", in: 600).id
    try await desk.deliver()
    // Claimed, and sent; its answer is lost.
    desk.clock.advance(seconds: 700)
    try await desk.pages.desk.database.write { transaction in
      try transaction.execute(
        "UPDATE delivery SET state = 'releasing', fence = fence + 1 WHERE post_id = ?1",
        [SQLValue(id)])
    }
    desk.pages.network.change(1) { page in
      page.posts = page.posts.map { $0.published(at: .latest) }
    }
    _ = try await desk.freeze()
    try await desk.deliver()
    #expect(try await desk.show(id)?.state == .published)
  }

  @Test func `a person who waits for a frozen post is not kept waiting`() async throws {
    let desk = try await PressureDesk.make(1)
    let id = try await desk.post("Pain chaud", in: 600).id
    _ = try await desk.freeze()
    desk.clock.advance(seconds: 700)
    #expect(try await desk.pages.deliver(focus: .posts([id])) == .done)
    #expect(desk.pages.network.calls.allSatisfy { !$0.isStage })
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what is frozen already is counted, and everything is on record with its reason beside it`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(3, driver)
    _ = try await desk.freeze("store:S-1")
    let all = try await desk.freeze()
    #expect(all.frozen == 2 && all.alreadyFrozen == 1)
    #expect(try await desk.freeze().frozen == 0)
    let record = try #require(try await desk.pages.test.lastRecord())
    #expect(record.action == "freeze.set" && record.state == "frozen")
    #expect(record.detail["selector"] == "all" && record.detail["stores"] == .integer(3))
    #expect(record.detail["reason"] != nil && record.detail["reason"] != "accident")
    #expect(record.object?.type == "freeze")
    let checks = try await desk.door.ask(ExamineDesk(), as: desk.pages.editor)
    let line = try #require(checks.first { $0.name == "freeze" })
    #expect(line.status == .warning)
    #expect(line.detail == Message("doctor.frozen", 3, PressureDesk.at(0), "L"))
    _ = try await desk.unfreeze()
    let after = try await desk.door.ask(ExamineDesk(), as: desk.pages.editor)
    #expect(!after.contains { $0.name == "freeze" })
  }

  @Test func `a region freezes its own stores, and break-glass only freezes`() async throws {
    let desk = try await PressureDesk.make(2)
    let all = try Selector.parse("all")
    let frozen = try await desk.door.perform(
      FreezeStores(selector: all, reason: "fire"), as: desk.region.token)
    #expect(frozen.frozen == 2)
    let alien = try await desk.pages.test.person(
      "X", .regionManager, scope: .store(StoreCode("S-1")))
    let refused = await faultThrown {
      try await desk.door.perform(UnfreezeStores(selector: all, reason: "no"), as: alien.token)
    }
    #expect(refused?.message.code == "access.denied.S")
    let access = try await AccessDesk.make()
    let (_, glass) = try await access.person("Zoé", [(.breakglass, .all)])
    let store = Selector.store(StoreCode("FR-0001"))
    let glassFrozen = try await access.door.perform(
      FreezeStores(selector: store, reason: "fire"), as: glass)
    #expect(glassFrozen.frozen == 1)
    let rule = await access.refusal {
      _ = try await access.door.perform(UnfreezeStores(selector: store, reason: "over"), as: glass)
    }
    #expect(rule == .ticket)
  }

  @Test func `what no store fits is not there, and nobody freezes without a reason`() async throws {
    let desk = try await PressureDesk.make(1)
    let none = await faultThrown { try await desk.unfreeze() }
    #expect(none?.code == .notFound && none?.message.code == "freeze.none")
    let unknown = await faultThrown { try await desk.freeze("store:S-9") }
    #expect(unknown?.code == .invalid)
    let silent = await faultThrown {
      try await desk.door.perform(
        FreezeStores(selector: .all, reason: " "), as: desk.pages.broadcaster)
    }
    #expect(silent?.code == .usage)
    #expect(try await desk.pages.desk.database.read { try $0.frozenStores() == nil })
  }
}
