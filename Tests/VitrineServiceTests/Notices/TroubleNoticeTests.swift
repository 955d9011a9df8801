import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Each page in trouble has one notice, to one person who can mend it.
@Suite(.temporaryFolder)
struct TroubleNoticeTests {
  /// The token that the desk has for a page is not good any more.
  private func kill(_ numbers: Int..., on desk: PageDesk, _ token: String = "other") {
    for number in numbers { desk.network.change(number) { $0.token = token } }
  }

  private func pages(_ status: BroadcastStatus.Output, _ state: PublicDeliveryState) -> [String] {
    status.pages.filter { $0.state == state }.map(\.post.rawValue).sorted()
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `each held page is told once, however often workers come by`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PageDesk.make(5, driver)
    kill(2, 4, on: desk)
    let id = try await desk.launched("Rappel")
    for _ in 1...3 { try await desk.deliver() }
    let held = pages(try await desk.status(id), .held)
    #expect(held.count == 2)
    #expect(try await desk.test.toldPages() == held)
    let inbox = try await desk.test.inbox(desk.admin)
    #expect(inbox.count { $0.event == .held } == 2)
    // The pages themselves are told of as well, to every administrator.
    #expect(inbox.count { $0.event == .access } == 2)
    #expect(try await desk.test.inbox(desk.broadcaster).allSatisfy { $0.event != .held })
  }

  @Test func `what a launch finds held or refused is told at the launch, and not before`()
    async throws
  {
    let desk = try await PageDesk.make(2)
    _ = try await desk.door.perform(
      ImportStores(stores: PageDesk.stores(3), allowedRemovals: 0, onlyCheck: false),
      as: desk.admin)
    let id = try await desk.launched("Rappel")
    let held = pages(try await desk.status(id), .held)
    #expect(held.count == 1)
    #expect(try await desk.test.toldPages() == held)
    let count = try await desk.test.noticeCounts()["held"]
    try await desk.deliver()
    #expect(try await desk.test.noticeCounts()["held"] == count)
  }

  @Test func `a retry that fails in the same way is told again, in place of the first`()
    async throws
  {
    let desk = try await PageDesk.make(2)
    kill(2, on: desk)
    let id = try await desk.launched("Rappel")
    try await desk.deliver()
    let first = try await desk.test.inbox(desk.admin).first { $0.event == .held }
    desk.clock.advance(seconds: 60)
    try await desk.connect()
    kill(2, on: desk, "another")
    try await desk.deliver()
    let second = try await desk.test.inbox(desk.admin).filter { $0.event == .held }
    #expect(second.count == 1 && second.first?.id != first?.id)
    #expect(try await desk.status(id).counts[.held] == 1)
  }

  @Test func `what nobody knows the end of is told once, when it is old enough`() async throws {
    let desk = try await PageDesk.make(2)
    let id = try await desk.launched("Rappel")
    let now = desk.clock.source.now()
    try await desk.desk.database.write {
      try $0.execute(
        """
        UPDATE delivery SET state = 'releasing', remote_id = 'x', unknown_since = ?2
        WHERE broadcast_id = ?1 AND position = 0
        """, [SQLValue(id), SQLValue(now)])
    }
    #expect(try await desk.test.watch(after: 590) == 0)
    #expect(try await desk.test.watch(after: 20) == 1)
    #expect(try await desk.test.watch(after: 600) == 0)
    #expect(
      try await desk.test.inbox(desk.broadcaster).filter { $0.event == .unknown }.count == 1)
  }

  @Test func `a store's own post is its manager's to mend, else the region's, else head office's`()
    async throws
  {
    for person in [Role.storeManager, .regionManager, nil] {
      let desk = try await PageDesk.make(1)
      let scope: Scope =
        person == .storeManager ? .store(StoreCode("S-1")) : .region("Bretagne")
      var token = desk.admin
      if let person { token = try await desk.test.person("M", person, scope: scope).token }
      let post = try await desk.post("Bonjour", on: 1, in: 0, until: 60)
      desk.clock.advance(seconds: 120)
      try await desk.deliver()
      #expect(try await desk.delivery(post).state == .missed)
      let told = try await desk.test.inbox(token).filter { $0.event == .missed }
      #expect(told.map(\.subject.id) == [post.rawValue], "\(person as Any)")
      #expect(try await desk.test.noticeCounts()["missed"] == 1)
    }
  }

  @Test func `the people of a store learn of a message on their page, once`() async throws {
    let desk = try await PageDesk.make(2)
    let marc = try await desk.test.person("Marc", .storeManager, scope: .store(StoreCode("S-1")))
    _ = try await desk.launched("Rappel")
    for _ in 1...2 { try await desk.deliver() }
    let told = try await desk.test.inbox(marc.token)
    #expect(told.map(\.event) == [.mandatory] && told.first?.store == StoreCode("S-1"))
    #expect(try await desk.test.noticeCounts()["mandatory"] == 1)
  }

  @Test func `a broadcast that stops after its canary is told to those who launch`() async throws {
    let desk = try await PageDesk.make(4, canary: 1)
    let hour = desk.clock.source.now().advanced(bySeconds: 1_200)
    let id = try await desk.launched("Rappel", at: .instant(hour))
    desk.clock.advance(seconds: 400)
    try await desk.deliver(id)
    desk.network.change(1) {
      $0.failure = NetworkFailure(kind: .content, code: 1500, detail: "bad link")
    }
    desk.clock.advance(seconds: 900)
    try await desk.deliver(id)
    #expect(try await desk.status(id).broadcast.state == .paused)
    let told = try await desk.test.inbox(desk.broadcaster).filter { $0.event == .stopped }
    #expect(told.map(\.subject.id) == [id.rawValue])
    #expect(told.first?.text(in: .en).contains("1/1") == true)
  }

  @Test func `a broadcast that stops for its failures is told with their number`() async throws {
    let desk = try await PageDesk.make(60)
    let hour = desk.clock.source.now().advanced(bySeconds: 1_200)
    let id = try await desk.launched("Rappel", at: .instant(hour))
    desk.clock.advance(seconds: 400)
    try await desk.deliver(id)
    for page in 1...60 {
      desk.network.change(page) {
        $0.failure = NetworkFailure(kind: .content, code: 1500, detail: "bad link")
      }
    }
    desk.clock.advance(seconds: 900)
    try await desk.deliver(id)
    let broadcast = try await desk.status(id).broadcast
    #expect(broadcast.state == .paused)
    let told = try await desk.test.inbox(desk.broadcaster).filter { $0.event == .stopped }
    #expect(told.count == 1)
    let number = broadcast.pauseReason?.split(separator: " ").last.map(String.init) ?? "none"
    #expect(told.first?.text(in: .en).contains("\(number) of the last pages failed") == true)
  }

  @Test func `who leaves hands their pages to the next, and keeps no notice`() async throws {
    let desk = try await PageDesk.make(2)
    kill(2, on: desk)
    _ = try await desk.launched("Rappel")
    try await desk.deliver()
    let second = try await desk.test.secondAdmin()
    let holder = try await desk.desk.database.read {
      try $0.row("SELECT account_id FROM notice WHERE event = 'held'")?.text("account_id")
    }
    #expect(holder == desk.test.admin.rawValue)
    _ = try await desk.door.perform(
      RevokeEverything(user: desk.test.admin.rawValue, reason: "gone"), as: second.token)
    #expect(try await desk.test.inbox(second.token).filter { $0.event == .held }.count == 1)
    let left = try await desk.desk.database.read { transaction in
      try transaction.rows(
        "SELECT id FROM notice WHERE account_id = ?1", [SQLValue(desk.test.admin)]
      ).count
    }
    #expect(left == 0)
  }
}
