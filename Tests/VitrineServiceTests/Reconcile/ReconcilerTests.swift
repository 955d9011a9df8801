import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

@Suite(.temporaryFolder)
struct ReconcilerTests {
  private func compare(
    _ desk: PageDesk, _ selector: String? = nil, since: Timestamp? = nil
  ) async throws -> ReconcileReport {
    try await Reconciler(desk.desk, onBehalfOf: nil).run(
      try selector.map(Selector.parse), since: since)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what was posted, deleted and changed around the desk is found, and nothing else`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(60, driver)
    let id = try await desk.launched("Rappel du lot 7")
    #expect(try await desk.deliver(id) == .done)
    desk.clock.advance(seconds: 600)
    #expect(try await compare(desk).isGood)

    let byHand = desk.network.post("Soldes !", on: 3)
    desk.network.post("Avec une autre app", on: 59, application: "other")
    desk.network.change(5) { $0.posts.removeAll() }
    desk.network.change(58) { $0.posts = $0.posts.map { $0.saying("Rappel du lot 8") } }
    let report = try await compare(desk)
    #expect(report.checked == 60)
    #expect(report.unchecked.isEmpty)
    #expect(report.findings(.unrecorded).map(\.page.store.rawValue) == ["S-3", "S-59"])
    #expect(report.findings(.unrecorded).first?.remoteID == byHand)
    #expect(report.findings(.unrecorded).first?.text == "Soldes !")
    #expect(report.findings(.unrecorded).map(\.application) == [nil, "other"])
    #expect(report.findings(.unrecorded).first?.adminCreator == "jean")
    #expect(report.findings(.missing).map(\.page.store.rawValue) == ["S-5"])
    #expect(report.findings(.missing).first?.text == "Rappel du lot 7")
    #expect(report.findings(.altered).map(\.page.store.rawValue) == ["S-58"])
    #expect(
      report.findings(.altered).first?.change
        == TextChange(from: "Rappel du lot 7", to: "Rappel du lot 8"))
  }

  @Test func `a finding is one record, however often the pages are compared`() async throws {
    let desk = try await PageDesk.make(4)
    try await desk.deliver(try await desk.launched("Rappel"))
    desk.clock.advance(seconds: 600)
    desk.network.post("Soldes !", on: 3)
    desk.network.change(2) { $0.posts.removeAll() }
    for round in 1...3 {
      let report = try await compare(desk)
      #expect(report.findings.map(\.isNew) == [round == 1, round == 1])
      desk.clock.advance(seconds: 3_600)
    }
    let records = try await desk.records(.auditReconcile)
    #expect(records.filter { $0.objectID != "pages" }.count == 2)
    #expect(records.filter { $0.objectID == "pages" }.count == 3)
    // What was found once and changes again is another finding.
    desk.network.change(4) { $0.posts = $0.posts.map { $0.saying("Autre") } }
    #expect(try await compare(desk).findings(.altered).map(\.isNew) == [true])
    desk.network.change(4) { $0.posts = $0.posts.map { $0.saying("Encore autre") } }
    #expect(try await compare(desk).findings(.altered).map(\.isNew) == [true])
    #expect(try await compare(desk).findings(.altered).map(\.isNew) == [false])
    desk.network.change(4) { $0.posts = $0.posts.map { $0.saying("Rappel") } }
    #expect(try await compare(desk).findings(.altered).isEmpty)
  }

  @Test func `no text of a post stands in the log`() async throws {
    let desk = try await PageDesk.make(2)
    desk.network.post("Texte étranger", on: 1)
    #expect(try await !compare(desk).isGood)
    let bytes = try await desk.desk.database.read { transaction in
      try transaction.records(RecordFilter(), below: nil, limit: 1_000).map {
        String(decoding: $0.bytes, as: UTF8.self)
      }
    }
    #expect(bytes.contains { $0.contains(#""reasonCode":"unrecorded""#) })
    #expect(!bytes.contains { $0.contains("Texte") || $0.contains("jean") })
  }

  @Test func `what a page said before it was connected is its own`() async throws {
    let clock = HandClock()
    let network = FakeNetwork(clock: clock)
    network.addPages(1...2)
    network.post("Avant", on: 1)
    clock.advance(seconds: 60)
    let test = try await TestDesk.make(networks: [.facebook: network], clock: clock)
    _ = try await test.door.perform(
      ImportStores(stores: PageDesk.stores(2), allowedRemovals: 0, onlyCheck: false),
      as: test.adminToken)
    let connect = ConnectPages(network: .facebook, token: Secret("user"), map: [:])
    _ = try await test.door.perform(connect, as: test.adminToken)
    clock.advance(seconds: 60)
    let reconciler = Reconciler(test.desk, onBehalfOf: nil)
    #expect(try await reconciler.run().isGood)
    network.post("Après", on: 1)
    clock.advance(seconds: 60)
    // Connecting again does not make it history.
    _ = try await test.door.perform(connect, as: test.adminToken)
    #expect(try await reconciler.run().findings.map(\.text) == ["Après"])
  }

  @Test func `a page that cannot be asked is listed with the reason`() async throws {
    let desk = try await PageDesk.make(5)
    try await desk.deliver(try await desk.launched("Rappel"))
    desk.clock.advance(seconds: 600)
    desk.network.change(2) { $0.token = "another" }
    desk.network.change(4) {
      $0.failure = NetworkFailure(kind: .temporary, detail: "html")
    }
    let report = try await compare(desk)
    #expect(report.checked == 3)
    #expect(report.findings.isEmpty)
    #expect(!report.isGood)
    #expect(report.unchecked.map(\.page.store.rawValue) == ["S-2", "S-4"])
    #expect(report.unchecked.map(\.reason.code) == ["trouble.token", "trouble.temporary"])
  }

  @Test func `a post that a list leaves out is asked for by its id before it is called missing`()
    async throws
  {
    let desk = try await PageDesk.make(2)
    try await desk.deliver(try await desk.launched("Rappel"))
    desk.clock.advance(seconds: 600)
    // The network dates the post to before the window, as it does with an old draft.
    desk.network.change(1) { page in
      page.posts = page.posts.map { post in
        RemotePost(
          id: post.id, text: post.text, isPublished: true, permalink: post.permalink,
          created: Timestamp(clamping: 0), application: post.application)
      }
    }
    #expect(try await compare(desk).isGood)
    // Hidden again: it is there, and nobody sees it.
    desk.network.change(1) { page in
      page.posts = page.posts.map {
        RemotePost(id: $0.id, text: $0.text, isPublished: false, created: $0.created)
      }
    }
    #expect(try await compare(desk).findings.map(\.evidence.code) == ["reconcile.hidden"])
  }

  @Test func `a post that was released a moment ago and not read back yet is not missed`()
    async throws
  {
    let desk = try await PageDesk.make(2)
    try await desk.deliver(try await desk.launched("Rappel"))
    desk.network.change(1) { $0.posts.removeAll() }
    try await desk.desk.database.write { transaction in
      try transaction.execute("UPDATE delivery SET state = 'published'", [])
    }
    #expect(try await compare(desk).isGood)
    desk.clock.advance(seconds: 600)
    #expect(try await compare(desk).findings.map(\.kind) == [.missing])
  }

  @Test func `nine months later the desk still knows since when a post is gone`() async throws {
    let desk = try await PageDesk.make(2)
    try await desk.deliver(try await desk.launched("Rappel"))
    desk.clock.advance(seconds: 600)
    _ = try await compare(desk)
    let seen = desk.clock.source.now()
    desk.clock.advance(seconds: 270 * 86_400)
    desk.network.change(1) { $0.posts.removeAll() }
    let report = try await compare(desk)
    let finding = try #require(report.findings.first)
    #expect(finding.kind == .missing)
    #expect(finding.lastSeen == seen)
    #expect(finding.noticed == desk.clock.source.now())
    let sighting = try await desk.desk.database.read { transaction in
      try transaction.rows("SELECT * FROM sighting WHERE first_missing IS NOT NULL", [])
        .map(StoredSighting.init(row:))
    }
    #expect(sighting.map(\.lastSeen) == [seen])
    // Old and known: said once, and kept.
    #expect(try await compare(desk).isGood)
  }

  @Test func `old posts have their turn, a few a time`() async throws {
    let desk = try await PageDesk.make(1)
    for number in 1...12 { try await desk.deliver(try await desk.launched("Message \(number)")) }
    desk.clock.advance(seconds: 270 * 86_400)
    desk.network.change(1) { $0.posts.removeAll() }
    var missing = 0
    for round in 1...3 {
      let found = try await compare(desk).findings(.missing).count
      #expect(found == [5, 5, 2][round - 1])
      missing += found
    }
    #expect(missing == 12)
  }

  @Test func `a draft of ours that somebody else made public has no record`() async throws {
    let desk = try await PageDesk.make(2)
    desk.network.change(2) { $0.failure = FakeNetwork.missing }
    // The second page cannot be staged, so the first one waits as a draft.
    try await desk.deliver(try await desk.launched("Rappel"))
    desk.clock.advance(seconds: 600)
    let now = desk.clock.source.now()
    desk.network.change(2) { $0.failure = nil }
    desk.network.change(1) { page in page.posts = page.posts.map { $0.published(at: now) } }
    desk.clock.advance(seconds: 600)
    let report = try await compare(desk)
    #expect(report.findings.map(\.evidence.code) == ["reconcile.draft"])
    #expect(report.findings.map(\.kind) == [.unrecorded])
  }

  @Test func `a batch asks fifty pages, and nobody who must be left alone`() async throws {
    let desk = try await PageDesk.make(120)
    desk.network.report([NetworkUsage(scope: .page(RemoteID("7")), percent: 99, regainSeconds: 0)])
    #expect(try await compare(desk).checked == 120)
    #expect(desk.network.sizes.suffix(3) == [50, 50, 20])
    let report = try await compare(desk)
    #expect(report.checked == 119)
    #expect(report.unchecked.map(\.page.remoteID) == [RemoteID("7")])
    #expect(report.unchecked.map(\.reason.code) == ["trouble.throttled"])
  }

  @Test func `an app that must wait a little is waited for, and one that must wait long is left`()
    async throws
  {
    let desk = try await PageDesk.make(3)
    let start = desk.clock.source.now()
    desk.network.report([NetworkUsage(scope: .app, percent: 99, regainSeconds: 0)])
    _ = try await compare(desk)
    desk.network.report([])
    #expect(try await compare(desk).checked == 3)
    #expect(desk.clock.source.now().milliseconds(since: start) >= 60_000)
    desk.network.report([NetworkUsage(scope: .app, percent: 100, regainSeconds: 3_600)])
    _ = try await compare(desk)
    let calls = desk.network.calls.count
    let report = try await compare(desk)
    #expect(report.checked == 0)
    #expect(report.unchecked.count == 3)
    #expect(desk.network.calls.count == calls)
  }

  @Test func `one comparison at a time`() async throws {
    let desk = try await PageDesk.make(1)
    let lease = try #require(try await desk.desk.database.holdLease(Reconciler.chore))
    await #expect(throws: Fault.self) { _ = try await compare(desk) }
    await lease.release()
    #expect(try await compare(desk).isGood)
  }

  @Test func `a worker compares after so many hours, and not before`() async throws {
    let desk = try await PageDesk.make(1)
    let reconciler = Reconciler(desk.desk, onBehalfOf: nil)
    #expect(try await !reconciler.isDue(everyHours: 6))
    desk.clock.advance(seconds: 6 * 3_600)
    #expect(try await reconciler.isDue(everyHours: 6))
    #expect(try await !reconciler.isDue(everyHours: 0))
    _ = try await reconciler.run()
    #expect(try await !reconciler.isDue(everyHours: 6))
    desk.clock.advance(seconds: 6 * 3_600 - 60)
    #expect(try await !reconciler.isDue(everyHours: 6))
    desk.clock.advance(seconds: 60)
    #expect(try await reconciler.isDue(everyHours: 6))
  }

  @Test func `an auditor may compare, and a broadcaster may not`() async throws {
    let desk = try await PageDesk.make(1)
    _ = try await desk.door.perform(BeginReconcile(selector: nil), as: desk.auditor)
    await #expect(throws: Fault.self) {
      _ = try await desk.door.perform(BeginReconcile(selector: nil), as: desk.broadcaster)
    }
  }

  @Test func `a text that differs in white space alone is the same`() {
    #expect(TextChange(from: "a  b\n", to: " a b") == nil)
    let change = TextChange(
      from: "un deux trois quatre cinq six sept", to: "un deux trois quatre CINQ six sept")
    #expect(change?.was == "… deux trois quatre cinq six sept")
    #expect(change?.is == "… deux trois quatre CINQ six sept")
    #expect(TextChange(from: "a", to: "")?.is == "")
    #expect(TextChange(from: "a a", to: "a a a")?.is == "a a a")
  }
}
