import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// What the network tells unasked, held against the log.
@Suite(.temporaryFolder)
struct ReceiveWebhookTests {
  private func receive(_ desk: PageDesk, _ signed: SignedNews...) async throws
    -> ReceiveWebhook.Output
  {
    try await ReceiveWebhook(desk.desk).run(signed)
  }

  /// Four pages with a message of ours, a while ago; its ids by page.
  private func published(_ driver: DriverUnderTest = .sqlite) async throws -> (
    PageDesk, [RemoteID]
  ) {
    let desk = try await PageDesk.make(4, driver)
    try await desk.deliver(try await desk.launched("Rappel"))
    desk.clock.advance(seconds: 600)
    return (desk, (1...4).compactMap { desk.network.visible($0).first?.id })
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `posts around the desk, changes and deletions are found, each once`(
    _ driver: DriverUnderTest
  ) async throws {
    let (desk, ours) = try await published(driver)
    let byHand = desk.network.post("Soldes !", on: 1)
    desk.network.change(2) { $0.posts = $0.posts.map { $0.saying("Autre chose") } }
    desk.network.change(3) { $0.posts.removeAll() }
    let news = FakeNetwork.news([
      (3, ours[2]), (1, byHand), (2, ours[1]), (1, byHand), (4, ours[3]), (1, ours[0]),
    ])
    let output = try await receive(desk, news, news)
    #expect(output.changes == 12 && output.ignored == 0 && output.unread == 0)
    #expect(output.findings(.unrecorded).map(\.remoteID) == [byHand])
    #expect(output.findings(.altered).map(\.remoteID) == [ours[1]])
    #expect(output.findings(.missing).map(\.remoteID) == [ours[2]])
    let records = try await desk.records(.auditReconcile)
    #expect(records.count == 3)
    // Once more, as networks do: nothing new.
    let again = try await receive(desk, news)
    #expect(again.findings.count == 3)
    #expect(again.findings.allSatisfy { !$0.isNew })
    #expect(try await desk.records(.auditReconcile).count == 3)
    // The comparison of all pages finds the same, and nothing that was not known.
    let report = try await Reconciler(desk.desk, onBehalfOf: nil).run()
    #expect(report.findings.count == 3)
    #expect(report.findings.allSatisfy { !$0.isNew })
  }

  @Test func `each post is read once, and no page is listed`() async throws {
    let (desk, ours) = try await published()
    let before = desk.network.calls.count
    _ = try await receive(
      desk, FakeNetwork.news([(1, ours[0]), (1, ours[0]), (2, ours[1])]),
      FakeNetwork.news([(1, ours[0])]))
    #expect(Array(desk.network.calls.dropFirst(before)) == [.read(ours[0]), .read(ours[1])])
  }

  @Test func `news of which one is not signed change nothing`() async throws {
    let (desk, _) = try await published()
    let byHand = desk.network.post("Soldes !", on: 1)
    let size = try await desk.test.logSize()
    let calls = desk.network.calls.count
    let good = FakeNetwork.news([(1, byHand)])
    let bad = FakeNetwork.news([(1, byHand)], signature: "bad")
    let denied = await fault { try await receive(desk, good, bad) }
    #expect(denied?.code == .denied)
    let refused = await fault {
      try await desk.door.perform(BeginReplay([good, bad]), as: desk.auditor)
    }
    #expect(refused?.code == .denied)
    #expect(try await desk.test.logSize() == size)
    #expect(desk.network.calls.count == calls)
  }

  @Test func `pages that are not ours, and posts that nobody can read, are counted`() async throws {
    let (desk, ours) = try await published()
    desk.network.change(2) { $0.failure = NetworkFailure(kind: .temporary, detail: "html") }
    let output = try await receive(
      desk, FakeNetwork.news([(99, RemoteID("99_1")), (2, ours[1]), (1, ours[0])]))
    #expect(output.ignored == 1)
    #expect(output.unread == 1)
    #expect(output.findings.isEmpty)
  }

  @Test func `a stranger's post that is gone again is known to be gone`() async throws {
    let (desk, _) = try await published()
    let byHand = desk.network.post("Soldes !", on: 1)
    let news = FakeNetwork.news([(1, byHand)])
    _ = try await receive(desk, news)
    desk.network.change(1) { page in page.posts.removeAll { $0.id == byHand } }
    desk.clock.advance(seconds: 60)
    #expect(try await receive(desk, news).findings.isEmpty)
    let page = try await desk.desk.database.read {
      try $0.pages().first { $0.store == StoreCode("S-1") }
    }
    let id = try #require(page).id
    let known = try await desk.desk.database.read { try $0.strangers(on: [id]) }
    #expect(known.map(\.firstMissing) == [desk.clock.source.now()])
  }

  @Test func `a draft of ours that is being released is nobody's finding`() async throws {
    let desk = try await PageDesk.make(2)
    desk.network.change(2) { $0.failure = NetworkFailure(kind: .blocked, detail: "no") }
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    let post = try await desk.status(id).pages[0].post
    let draft = try #require(try await desk.delivery(post).remoteID)
    #expect(try await receive(desk, FakeNetwork.news([(1, draft)])).findings.isEmpty)
  }

  @Test func `a person who replays news stands in the log, and the findings are on their behalf`()
    async throws
  {
    let (desk, _) = try await published()
    let news = FakeNetwork.news([(1, desk.network.post("Soldes !", on: 1))])
    let person = try await desk.door.perform(BeginReplay([news]), as: desk.auditor).person
    _ = try await ReceiveWebhook(desk.desk, onBehalfOf: person).run([news])
    let record = try #require(try await desk.test.lastRecord())
    #expect(record.reasonCode == "unrecorded")
    #expect(record.onBehalfOf == person)
    #expect(record.actor.type == .system)
  }
}
