import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A corrected template and the posts of stores, on both databases.
@Suite(.temporaryFolder)
struct RebaseTemplateTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `what stores wrote stands, and approvals are void only where the text changed`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await RebaseDesk.make(driver)
    let left = try await desk.approved()
    let mended = try await desk.approved(RebaseDesk.mended)
    let own = try await desk.approved("Fermé dimanche")
    let both = try await desk.draft(
      desk.posts.neighbour,
      "Ouvert exceptionnelement le dimanche de 9 h à 13 h, parking gratuit.", store: "FR-0002")
    let out = try await desk.draft(desk.posts.manager)
    try await desk.posts.take(PublishPost(id: out.rawValue), as: desk.posts.manager)
    try await desk.posts.deliver(out, .confirmed)
    desk.shelf["horaires"] = RebaseDesk.template(RebaseDesk.mended)
    let before = [
      try await desk.post(left), try await desk.post(mended), try await desk.post(own),
      try await desk.post(both), try await desk.post(out),
    ]

    let plan = try await desk.rebase(onlyCheck: true)
    for post in before { #expect(try await desk.post(post.id) == post) }
    let report = try await desk.rebase()
    #expect(report == plan)
    #expect(
      [left, mended, own, both, out].map { report[$0]?.outcome }
        == [.changed, .same, .conflict, .changed, .kept])
    #expect(report.voided == 2)
    #expect(
      report.items.map(\.post.store.rawValue)
        == (["FR-0001", "FR-0001", "FR-0001", "FR-0001", "FR-0002"]))
    #expect(report[own]?.conflicts.map(\.value) == ["Fermé dimanche"])

    let corrected = try await desk.post(left)
    #expect(corrected.content.text == "Magasin FR-0001 : \(RebaseDesk.mended)")
    #expect(corrected.state == .submitted && corrected.revision == 2)
    #expect(try await desk.approvals(left) == 0)
    #expect(corrected.digest == report[left]?.rendered)
    let untouched = try await desk.post(mended)
    #expect(untouched.state == .approved && untouched.revision == 1)
    #expect(untouched.digest == before[1].digest)
    #expect(try await desk.approvals(mended) == 1)
    let asked = try await desk.post(own)
    #expect(asked.state == .draft && asked.input.values == ["horaires": "Fermé dimanche"])
    #expect(asked.content.text == "Magasin FR-0001 : Fermé dimanche")
    #expect(
      try await desk.post(both).content.text
        == "Magasin FR-0002 : Ouvert exceptionnellement le dimanche de 9 h à 13 h, parking gratuit."
    )
    #expect(try await desk.post(out) == before[4])
    for post in [left, mended, own, both] {
      #expect(try await desk.post(post).templateDigest == report.digest)
    }
    #expect(try await desk.note(own)?.hasPrefix("to decide: Quels horaires ?: ") == true)
    #expect(try await desk.note(own)?.contains("Fermé dimanche") == true)
    #expect(try await desk.note(both)?.hasPrefix("to know: Quels horaires ?: ") == true)
    #expect(try await desk.note(left) == nil)

    let record = try #require(try await desk.posts.records(left).last)
    #expect(record.action == "post.edit" && record.actor.id == desk.editor.id)
    #expect(record.previousState == "approved" && record.state == "submitted")
    #expect(record.authors == [desk.posts.contributor.id] && record.approvals == [])
    #expect(record.object?.sha256 == corrected.digest)
    #expect(record.editors == [desk.editor.id])
    #expect(record.detail["previousDigest"] == .string(before[0].digest))

    let now = [left, mended, own, both]
    var stood: [StoredPost] = []
    for id in now { stood.append(try await desk.post(id)) }
    let again = try await desk.rebase()
    #expect(again.items.map(\.post.id) == [out])
    for post in stood { #expect(try await desk.post(post.id) == post) }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `the store's word counts as before, and head office approves none of its corrections`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await RebaseDesk.make(driver)
    _ = try await desk.posts.door.perform(
      CreateGrant(
        user: desk.editor.id, role: .approver, scope: .all, until: nil, reason: "test"),
      as: desk.posts.desk.adminToken)
    let approved = try await desk.approved()
    let managers = try await desk.draft(desk.posts.manager)
    let asked = try await desk.approved("Fermé dimanche")
    desk.shelf["horaires"] = RebaseDesk.template(RebaseDesk.mended)
    try await desk.rebase()
    #expect(
      await desk.posts.refusal {
        try await desk.posts.take(
          ApprovePost(id: approved.rawValue, digest: nil), as: desk.editor)
      } == .fourEyes)
    let digest = try await desk.post(approved).digest
    let again = try await desk.posts.take(
      ApprovePost(id: approved.rawValue, digest: digest), as: desk.posts.manager)
    #expect(again.map(\.state) == [.approved])
    // The manager wrote it and may publish it alone; a correction does not make it somebody else's.
    let submitted = try await desk.posts.take(
      SubmitPost(id: managers.rawValue), as: desk.posts.manager)
    #expect(submitted.map(\.state) == [.approved] && submitted.map(\.approvalsNeeded) == [0])
    try await desk.edit(asked, ["horaires": "Fermé le dimanche"])
    #expect(try await desk.note(asked) == nil)
    #expect(try await desk.post(asked).content.text == "Magasin FR-0001 : Fermé le dimanche")
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what was scheduled with the old text does not leave, and the rest does`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await RebaseDesk.make(driver)
    let at = ReleaseTime.instant(desk.posts.desk.desk.time.now().advanced(bySeconds: 86_400))
    let own = try await desk.draft(desk.posts.manager, at: at)
    let approved = try await desk.approved(at: at)
    let mended = try await desk.approved(RebaseDesk.mended, at: at)
    let inHand = try await desk.draft(desk.posts.manager, at: at)
    for id in [own, approved, mended, inHand] {
      try await desk.posts.take(PublishPost(id: id.rawValue), as: desk.posts.manager)
    }
    try await desk.posts.deliver(inHand, .staging)
    desk.shelf["horaires"] = RebaseDesk.template(RebaseDesk.mended)
    let report = try await desk.rebase()
    #expect(
      [own, approved, mended, inHand].map { report[$0]?.outcome }
        == [.changed, .changed, .same, .kept])
    #expect(
      [own, approved, mended].map { report[$0]?.state } == [.draft, .submitted, .scheduled])
    #expect(try await desk.posts.delivery(own)?.state == .cancelled)
    #expect(try await desk.posts.delivery(approved)?.state == .cancelled)
    #expect(try await desk.posts.delivery(mended)?.state == .ready)
    #expect(try await desk.posts.delivery(inHand)?.state == .staging)
    #expect(try await desk.posts.show(own)?.state == .draft)
    #expect(try await desk.posts.show(approved)?.state == .submitted)
    #expect(try await desk.posts.show(mended)?.state == .scheduled)
    #expect(try await desk.approvals(mended) == 1)
    #expect(try await desk.note(own)?.contains("vitrine post publish \(own)") == true)
    // Both leave again once somebody says so, with the new text and at their time.
    try await desk.posts.take(
      ApprovePost(id: approved.rawValue, digest: nil), as: desk.posts.manager)
    for id in [own, approved] {
      let scheduled = try await desk.posts.take(
        PublishPost(id: id.rawValue), as: desk.posts.manager)
      #expect(scheduled.map(\.state) == [.scheduled])
      let delivery = try #require(try await desk.posts.delivery(id))
      #expect(delivery.content.text == "Magasin FR-0001 : \(RebaseDesk.mended)")
      #expect(delivery.state == .ready)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a submission for several stores loses its approvals as a whole`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await RebaseDesk.make(driver)
    let posts = desk.posts
    try await posts.connect([("FR-0002", RebaseDesk.instagram)])
    let all = try await posts.adapt(
      as: posts.region, "horaires", values: [:],
      targets: .selector(try Selector.parse("region:Bretagne")))
    #expect(all.map(\.network) == [.facebook, .facebook, RebaseDesk.instagram])
    let id = try #require(all.first?.submission).rawValue
    try await posts.take(SubmitPost(id: id), as: posts.region)
    try await posts.take(ApprovePost(id: id, digest: nil), as: posts.approver)
    desk.shelf["horaires"] = RebaseDesk.template(instagram: "À bientôt chez {{store.name}} !")
    let report = try await desk.rebase()
    #expect(all.map { report[$0.id]?.outcome } == [.same, .same, .changed])
    #expect(report.voided == 3)
    for post in all {
      #expect(try await desk.post(post.id).state == .submitted)
      #expect(try await desk.approvals(post.id) == 0)
    }
    let again = try await posts.take(ApprovePost(id: id, digest: nil), as: posts.approver)
    #expect(again.map(\.state) == [.approved, .approved, .approved])
  }

  @Test func `a correction of one network's text voids nothing on the other`() async throws {
    let desk = try await RebaseDesk.make()
    let posts = desk.posts
    try await posts.connect([("FR-0001", RebaseDesk.instagram)])
    let both = try await posts.adapt(as: posts.contributor, "horaires", values: [:])
    let id = try #require(both.first?.submission).rawValue
    try await posts.take(SubmitPost(id: id), as: posts.contributor)
    try await posts.take(ApprovePost(id: id, digest: nil), as: posts.manager)
    desk.shelf["horaires"] = RebaseDesk.template(instagram: "À bientôt chez {{store.name}} !")
    let report = try await desk.rebase()
    #expect(both.map { report[$0.id]?.voided } == [0, 1])
    #expect(both.map { report[$0.id]?.state } == [.approved, .submitted])
    #expect(try await desk.approvals(both[0].id) == 1)
  }
}
