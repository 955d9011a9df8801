import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Each event is told once to each person whom it concerns, and to nobody else.
@Suite(.temporaryFolder)
struct NoticeTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a submission is told to every approver once, and its rejection to its author`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await BroadcastDesk.make(driver)
    let id = try await desk.draft()
    try await desk.submit(id)
    for approver in desk.approvers {
      let inbox = try await desk.desk.inbox(approver.token)
      #expect(inbox.map(\.event) == [.submitted] && inbox.first?.subject.id == id.rawValue)
    }
    #expect(try await desk.desk.inbox(desk.editor.token).isEmpty)
    _ = try await desk.door.perform(
      RejectBroadcast(id: id, reason: "mauvais numéro"), as: desk.approvers[0].token)
    let told = try await desk.desk.inbox(desk.editor.token)
    #expect(told.map(\.event) == [.rejected])
    #expect(told.first?.words?.body == "mauvais numéro")
    desk.desk.clock.advance(seconds: 60)
    try await desk.submit(id)
    #expect(try await desk.desk.inbox(desk.approvers[1].token).map(\.event) == [.submitted])
  }

  @Test func `a post of a contributor is told to those who may approve it`() async throws {
    let desk = try await PostDesk.make()
    let made = try await desk.adapt(as: desk.contributor)
    let id = try #require(made.first?.id)
    _ = try await desk.door.perform(SubmitPost(id: id.rawValue), as: desk.contributor.token)
    for person in [desk.manager, desk.region, desk.approver] {
      #expect(try await desk.desk.inbox(person.token).map(\.event) == [.submitted])
    }
    for person in [desk.neighbour, desk.contributor] {
      #expect(try await desk.desk.inbox(person.token).isEmpty)
    }
    _ = try await desk.door.perform(
      RejectPost(id: id.rawValue, reason: "trop long"), as: desk.manager.token)
    let told = try await desk.desk.inbox(desk.contributor.token)
    #expect(told.map(\.event) == [.rejected] && told.first?.subject.id == id.rawValue)
  }

  @Test func `a new code is told to the person, and what an emergency did to those who watch`()
    async throws
  {
    let desk = try await TestDesk.make()
    let ana = try await desk.person("Ana", .approver)
    _ = try await desk.door.perform(EnrolUser(user: ana.id.rawValue), as: desk.adminToken)
    #expect(try await desk.inbox(ana.token).map(\.event) == [.enrolled])
    let eve = try await desk.stranger("Eve")
    let now = desk.clock.source.now()
    try await desk.desk.database.write { transaction in
      try transaction.insertGrant(
        Grant(
          id: GrantID("g_glass"), user: eve.id, role: .breakglass, scope: .all, from: now,
          until: now.advanced(bySeconds: 3_600), grantedBy: desk.admin), reason: "fire", at: now)
    }
    try await desk.importStores()
    _ = try await Door(desk.desk, ticket: Ticket("INC-7")).perform(
      FreezeStores(selector: try Selector.parse("all"), reason: "fire"), as: eve.token)
    #expect(try await desk.inbox(ana.token).map(\.event).contains(.breakGlass))
    #expect(try await desk.inbox(desk.adminToken).map(\.event) == [.breakGlass])
    #expect(try await desk.inbox(eve.token).isEmpty)
  }

  @Test func `a freeze is told to the people of each store once`() async throws {
    let desk = try await PostDesk.make()
    let lou = try await desk.desk.person("Léa", .nationalBroadcaster)
    _ = try await desk.door.perform(
      FreezeStores(selector: try Selector.parse("all"), reason: "fire"), as: lou.token)
    for person in [desk.manager, desk.contributor, desk.neighbour] {
      #expect(try await desk.desk.inbox(person.token).map(\.event) == [.frozen])
    }
    #expect(try await desk.desk.inbox(desk.region.token).isEmpty)
  }

  @Test func `a grant that ends soon is told to both, a short one to nobody`() async throws {
    let desk = try await TestDesk.make()
    let ana = try await desk.stranger("Ana")
    let now = desk.clock.source.now()
    for days: Int64 in [10, 30] {
      _ = try await desk.door.perform(
        CreateGrant(
          user: ana.id, role: days == 10 ? .nationalEditor : .nationalBroadcaster, scope: .all,
          until: now.advanced(bySeconds: days * 86_400), reason: "test"), as: desk.adminToken)
    }
    #expect(try await desk.watch(after: 60) == 0)
    #expect(try await desk.watch(after: 17 * 86_400) == 2)
    #expect(try await desk.watch(after: 60) == 0)
    let ending = try await desk.desk.database.read {
      try $0.notices(of: ana.id, includingRead: false, behind: nil, limit: 10)
    }
    #expect(ending.map(\.notice.event) == [.grantExpiring])
  }

  @Test func `an approval that is late is told to approvers and the author, once`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.draft()
    try await desk.submit(id)
    try await desk.approve(id, 0)
    #expect(try await desk.desk.watch(after: 23 * 3_600) == 0)
    #expect(try await desk.desk.watch(after: 2 * 3_600) == 3)
    #expect(try await desk.desk.watch(after: 3_600) == 0)
    #expect(try await desk.desk.inbox(desk.editor.token).map(\.event) == [.approvalLate])
    let first = try await desk.desk.inbox(desk.approvers[0].token)
    #expect(!first.map(\.event).contains(.approvalLate))
  }

  @Test
  func `a store that reports a mistake reaches the author, the launcher and the broadcasters`()
    async throws
  {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    _ = try await desk.launch(id)
    let marc = try await desk.desk.person(
      "Marc", .storeManager, scope: .store(StoreCode("FR-0001")))
    let output = try await desk.door.perform(
      ReportBroadcast(id: id, store: StoreCode("FR-0001"), reason: "mauvais numéro"),
      as: marc.token)
    #expect(output.told == 2)
    for person in [desk.editor, desk.broadcaster] {
      let told = try await desk.desk.inbox(person.token).first { $0.event == .reported }
      #expect(told?.words?.body == "mauvais numéro" && told?.store == StoreCode("FR-0001"))
    }
    let elsewhere = await fault {
      _ = try await desk.door.perform(
        ReportBroadcast(id: id, store: StoreCode("FR-0002"), reason: "x"), as: marc.token)
    }
    #expect(elsewhere?.code == .denied)
  }

  @Test func `only what is marked is read, and nobody marks the notices of others`() async throws {
    let desk = try await BroadcastDesk.make()
    for number in 1...3 {
      try await desk.submit(try await desk.draft(BroadcastDesk.message("Bonjour \(number)")))
    }
    let ana = desk.approvers[0].token
    let page = try await desk.door.ask(ReadInbox(limit: 2), as: ana)
    let rest = try await desk.door.ask(ReadInbox(behind: page.next, limit: 2), as: ana)
    #expect(page.items.count == 2 && rest.items.count == 1 && rest.next == nil)
    #expect(Set((page.items + rest.items).map(\.notice.id)).count == 3)
    let first = try #require(page.items.first?.notice.id.rawValue)
    #expect(try await desk.door.perform(MarkNotices(name: first), as: ana).read == 1)
    #expect(try await desk.door.ask(ReadInbox(), as: ana).items.count == 2)
    let foreign = await fault {
      _ = try await desk.door.perform(MarkNotices(name: first), as: desk.editor.token)
    }
    #expect(foreign?.code == .notFound)
    #expect(try await desk.door.perform(MarkNotices(name: nil), as: ana).read == 2)
    #expect(try await desk.door.ask(ReadInbox(), as: desk.approvers[1].token).items.count == 3)
  }
}
