import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What a corrected template keeps from leaving, and who sees what of it.
@Suite(.temporaryFolder)
struct RebaseRefusalTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a question that is new stops the post until its store answers`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await RebaseDesk.make(driver)
    let id = try await desk.approved("Fermé dimanche")
    let old = try await desk.post(id)
    desk.shelf["horaires"] = RebaseDesk.template(
      body: "{{store.name}} : {{horaires}} {{raison}}",
      fields: [MessageField(name: "raison", kind: .text, label: "Pourquoi ?", maximum: "40")])
    let report = try await desk.rebase()
    #expect(report[id]?.conflicts.map(\.kind) == ["unanswered"])
    #expect(
      try await desk.note(id)
        == "to decide: Pourquoi ?: the question must be answered now, and is not")
    let stopped = await fault {
      try await desk.posts.take(SubmitPost(id: id.rawValue), as: desk.posts.contributor)
    }
    #expect(stopped?.message == Message("posts.unwritten", id))
    // What it said is kept, and so is the answer.
    let revisions = try await desk.posts.desk.desk.database.read { try $0.postRevisions(of: id) }
    #expect(revisions.first?.body == old.content.text)
    #expect(try await desk.post(id).input.values == ["horaires": "Fermé dimanche"])
    try await desk.edit(id, ["raison": "Inventaire"])
    #expect(
      try await desk.post(id).content.text == "Magasin FR-0001 : Fermé dimanche Inventaire")
    let submitted = try await desk.posts.take(
      SubmitPost(id: id.rawValue), as: desk.posts.contributor)
    // The manager wrote the last word, and may publish it alone.
    #expect(submitted.map(\.state) == [.approved])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a post that breaks a rule now is a draft with the reason`(
    _ driver: DriverUnderTest
  ) async throws {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 22))
    let book = RuleBook(
      rules: [
        RetailRule(
          id: "moderation", title: "Message sanitaire", article: "L3323-4", checkedOn: day,
          owner: "legal", severity: .error, when: [RuleItem([.says([try Phrase("vin")])])],
          require: [RuleItem([.says([try Phrase("avec modération")])])],
          fix: "Ajoutez la phrase")
      ], subjects: [])
    let desk = try await RebaseDesk.make(driver, rules: { book })
    let bare = try await desk.approved()
    let moderate = try await desk.approved("Dégustation avec modération.")
    desk.shelf["horaires"] = RebaseDesk.template(body: "Du vin ! {{store.name}} : {{horaires}}")
    let report = try await desk.rebase()
    #expect(report[bare]?.conflicts.compactMap(\.barrier?.rule) == ["moderation"])
    #expect(report[bare]?.state == .draft)
    #expect(report[moderate]?.outcome == .changed && report[moderate]?.state == .submitted)
    let note = try #require(try await desk.note(bare))
    #expect(note.hasPrefix("to decide: Message sanitaire"), "\(note)")
    #expect(note.hasSuffix("; what to do: Ajoutez la phrase"), "\(note)")
    #expect(try await desk.post(bare).content.text.hasPrefix("Du vin !"))
    let stopped = await fault {
      try await desk.posts.take(SubmitPost(id: bare.rawValue), as: desk.posts.contributor)
    }
    #expect(stopped?.message.code == "posts.rules")
  }

  @Test func `a post that somebody changes meanwhile is not written over`() async throws {
    let desk = try await RebaseDesk.make()
    let other = try await desk.approved()
    let id = try await desk.draft(desk.posts.manager)
    desk.shelf["horaires"] = RebaseDesk.template(RebaseDesk.mended)
    desk.shelf.interruptOnce { try await desk.edit(id, ["horaires": "Fermé"]) }
    let stale = await fault { try await desk.rebase() }
    #expect(stale?.code == .stale && stale?.message == Message("merge.moved", id))
    #expect(try await desk.post(id).input.values == ["horaires": "Fermé"])
    #expect(try await desk.approvals(other) == 1)
    #expect(try await desk.rebase()[other]?.outcome == .changed)
  }

  @Test func `an edit that was made ready for the old template is not written`() async throws {
    let desk = try await RebaseDesk.make()
    let id = try await desk.draft(desk.posts.manager, RebaseDesk.mended)
    desk.shelf["horaires"] = RebaseDesk.template(RebaseDesk.mended)
    desk.shelf.interruptOnce { try await desk.rebase() }
    let stale = await fault { try await desk.edit(id, ["horaires": "Fermé"]) }
    #expect(stale?.message.code == "posts.changed")
    #expect(try await desk.post(id).revision == 1)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `an impact lists the posts of the stores that a person may see`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await RebaseDesk.make(driver)
    let posts = desk.posts
    let here = try await desk.draft(posts.manager)
    let there = try await desk.draft(posts.neighbour, store: "FR-0002")
    let out = try await desk.draft(posts.manager)
    try await posts.take(PublishPost(id: out.rawValue), as: posts.manager)
    try await posts.deliver(out, .confirmed)
    let gone = try await desk.draft(posts.manager)
    try await posts.take(WithdrawPost(id: gone.rawValue), as: posts.manager)
    desk.shelf["horaires"] = RebaseDesk.template(RebaseDesk.mended)
    _ = try await desk.draft(posts.manager)
    let digest = try #require(desk.shelf["horaires"]).digest
    func seen(_ person: PostDesk.Somebody) async throws -> [PostID] {
      try await posts.door.ask(
        TemplateImpact(template: "horaires", digest: digest), as: person.token
      ).items.map(\.post.id)
    }
    #expect(try await Set(seen(desk.editor)) == [here, there, out])
    #expect(try await Set(seen(posts.manager)) == [here, out])
    #expect(try await seen(posts.neighbour) == [there])
    let report = try await posts.door.ask(
      TemplateImpact(template: "horaires", digest: digest), as: desk.editor.token)
    #expect(report[out]?.post.state == .published)
    #expect(report[here]?.post.text == "Magasin FR-0001 : \(RebaseDesk.slip)")
  }

  @Test func `a template that nobody knows is named, and one without posts is no trouble`()
    async throws
  {
    let desk = try await RebaseDesk.make()
    let unknown = await fault {
      try await desk.posts.door.perform(
        RebaseTemplate(template: "horaire", onlyCheck: false, language: .en),
        as: desk.editor.token)
    }
    #expect(unknown?.code == .notFound && unknown?.hint == Message("did.you.mean", "horaires"))
    #expect(try await desk.rebase().items.isEmpty)
  }
}
