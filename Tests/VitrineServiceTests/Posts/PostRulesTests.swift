import Synchronization
import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// The rules at each step, and the end of an offer.
@Suite(.temporaryFolder)
struct PostRulesTests {
  /// The clock of the tests stands on 15 January 2027, a Friday.
  private static func values(_ product: String, until: String) -> [String: String] {
    ["produit": product, "prix": "4.99", "fin": until]
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `an error stops the submission and the publication, with what would mend it`(
    _ driver: DriverUnderTest
  ) async throws {
    let book = try Self.book(.error)
    let desk = try await PostDesk.make(driver, rules: { book })
    let draft = try #require(
      try await desk.adapt(
        as: desk.contributor, values: ["produit": "Vin rouge", "prix": "4 euros"]
      ).first)
    #expect(draft.findings.map(\.rule) == ["moderation"])
    let own = try #require(
      try await desk.adapt(
        as: desk.manager, values: ["produit": "Vin rouge", "prix": "4 euros"]
      ).first)
    let unsubmitted = await fault {
      try await desk.take(SubmitPost(id: draft.id.rawValue), as: desk.contributor)
    }
    let unpublished = await fault {
      try await desk.take(PublishPost(id: own.id.rawValue), as: desk.manager)
    }
    for stopped in [unsubmitted, unpublished] {
      #expect(stopped?.code == .invalid)
      #expect(stopped?.message.code == "posts.rules")
      #expect(stopped?.findings.map(\.rule) == ["moderation"])
      #expect(stopped?.findings.first?.fix == Message("posts.rule.fix", "Ajoutez la phrase"))
    }
    #expect(try await desk.show(draft.id)?.state == .draft)
    var changes = PostChanges()
    changes.values = ["produit": "Vin rouge, avec modération"]
    let mended = try await desk.take(
      EditPost(id: draft.id.rawValue, changes: changes), as: desk.contributor)
    #expect(mended.first?.findings == [])
    let submitted = try await desk.take(SubmitPost(id: draft.id.rawValue), as: desk.contributor)
    #expect(submitted.first?.state == .submitted)
  }

  @Test func `a warning comes with the answer and stops nothing`() async throws {
    let book = try Self.book(.warning)
    let desk = try await PostDesk.make(rules: { book })
    let draft = try #require(
      try await desk.adapt(
        as: desk.manager, values: ["produit": "Vin rouge", "prix": "4 euros"]
      ).first)
    let published = try await desk.take(PublishPost(id: draft.id.rawValue), as: desk.manager)
    #expect(published.first?.state == .scheduled)
    #expect(published.first?.findings.map(\.severity) == [.warning])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a rule that came meanwhile holds what is about to leave, and says so`(
    _ driver: DriverUnderTest
  ) async throws {
    let book = Mutex(RuleBook.empty)
    let current: @Sendable () -> RuleBook = { book.withLock { $0 } }
    let desk = try await PostDesk.make(driver, rules: current)
    let at = ReleaseTime.instant(desk.desk.desk.time.now().advanced(bySeconds: 600))
    var posts: [PostID] = []
    for product in ["Vin rouge", "Reblochon"] {
      let post = try #require(
        try await desk.adapt(
          as: desk.manager, values: ["produit": product, "prix": "4 euros"], at: at
        ).first)
      try await desk.take(PublishPost(id: post.id.rawValue), as: desk.manager)
      posts.append(post.id)
    }
    let strict = try Self.book(.error)
    book.withLock { $0 = strict }
    #expect(try await ReviewDuePosts().run(desk.desk.desk) == 1)
    let held = try #require(try await desk.show(posts[0]))
    #expect(held.state == .held)
    #expect(held.trouble?.reason == Message("trouble.rule", "Message sanitaire"))
    #expect(try await desk.show(posts[1])?.state == .scheduled)
    let record = try #require(try await desk.records(posts[0]).last)
    #expect(record.result == .failure && record.reasonCode == "trouble.rule")
    #expect(record.onBehalfOf == desk.manager.id)
    #expect(record.authors == [desk.manager.id])
  }

  @Test func `an offer ends with its last day on the store's clock, and nothing leaves after`()
    async throws
  {
    let desk = try await PostDesk.make()
    let draft = try #require(
      try await desk.adapt(
        as: desk.manager, "offre", values: Self.values("Reblochon", until: "2027-01-20")
      ).first)
    #expect(draft.content.text == "Reblochon : 4,99\u{A0}€ jusqu'au mercredi 20 janvier.")
    // Midnight in Paris, an hour before that of UTC.
    #expect(draft.validUntil == Timestamp("2027-01-20T23:00:00Z"))
    let late = await fault {
      try await desk.take(
        SchedulePost(
          id: draft.id.rawValue, at: try #require(ReleaseTime("local:2027-01-21T00:00"))),
        as: desk.manager)
    }
    #expect(late?.message.code == "posts.afterOffer")
    let inTime = try await desk.take(
      SchedulePost(id: draft.id.rawValue, at: try #require(ReleaseTime("local:2027-01-20T23:59"))),
      as: desk.manager)
    #expect(inTime.first?.state == .scheduled)
    #expect(try await desk.delivery(draft.id)?.validUntil == draft.validUntil)
    let never = await fault {
      try await desk.adapt(
        as: desk.manager, "offre", values: Self.values("Reblochon", until: "2027-01-20"),
        at: ReleaseTime("local:2027-02-01T09:00"))
    }
    #expect(never?.message.code == "posts.afterOffer")
  }

  @Test func `a template for other formats is refused by name`() async throws {
    let desk = try await PostDesk.make()
    let refused = await fault { try await desk.adapt(as: desk.manager, "grands", values: [:]) }
    #expect(refused?.code == .invalid)
    #expect(refused?.message.code == "template.format")
  }

  /// One rule: who says wine says moderation.
  private static func book(_ severity: RuleFinding.Severity) throws -> RuleBook {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 22))
    return RuleBook(
      rules: [
        RetailRule(
          id: "moderation", title: "Message sanitaire", article: "L3323-4", checkedOn: day,
          owner: "legal", severity: severity, when: [RuleItem([.says([try Phrase("vin")])])],
          require: [RuleItem([.says([try Phrase("avec modération")])])],
          fix: "Ajoutez la phrase")
      ], subjects: [])
  }
}
