import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// From the template to the page and down again, on both databases.
@Suite(.temporaryFolder)
struct PostLifeTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a contributor adapts, a manager approves and publishes, and every step is on record`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let draft = try #require(try await desk.adapt(as: desk.contributor).first)
    #expect(draft.state == .draft)
    #expect(draft.content.text == "Reblochon à 4 euros chez Magasin FR-0001.")
    #expect(draft.approvalsNeeded == 1)
    let id = draft.id.rawValue
    let submitted = try #require(
      try await desk.take(SubmitPost(id: id), as: desk.contributor).first)
    #expect(submitted.state == .submitted)
    let approved = try #require(
      try await desk.take(
        ApprovePost(id: id, digest: submitted.digest), as: desk.manager
      ).first)
    #expect(approved.state == .approved)
    #expect(approved.approvers == [desk.manager.id])
    let published = try #require(try await desk.take(PublishPost(id: id), as: desk.manager).first)
    #expect(published.state == .scheduled)
    let delivery = try #require(try await desk.delivery(draft.id))
    #expect(delivery.state == .ready)
    #expect(delivery.broadcast == nil)
    #expect(delivery.content == draft.content)
    #expect(delivery.launchedBy == desk.manager.id)
    #expect(
      delivery.credit
        == PostCredit(
          author: desk.contributor.id,
          approvals: ["\(desk.manager.id)@sha256:\(submitted.digest)"]))
    try await desk.deliver(draft.id, .confirmed)
    #expect(try await desk.show(draft.id)?.state == .published)
    let records = try await desk.records(draft.id)
    #expect(
      records.map(\.action) == ["post.draft", "post.submit", "post.approve", "post.publish"])
    #expect(records.allSatisfy { $0.authors == [desk.contributor.id] })
    #expect(records.allSatisfy { $0.target?.id == "FR-0001" })
    #expect(records.map(\.state) == ["draft", "submitted", "approved", "scheduled"])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a manager publishes alone at one store, and takes it down with a reason`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let draft = try #require(try await desk.adapt(as: desk.manager).first)
    #expect(draft.approvalsNeeded == 0)
    try await desk.take(PublishPost(id: draft.id.rawValue), as: desk.manager)
    try await desk.deliver(draft.id, .confirmed)
    let down = try await desk.take(
      TakeDownPost(id: draft.id.rawValue, reason: "wrong price"), as: desk.manager)
    #expect(down.first?.state == .published)
    #expect(try await desk.delivery(draft.id)?.state == .removing)
    try await desk.deliver(draft.id, .takenDown)
    #expect(try await desk.show(draft.id)?.state == .takenDown)
    let shown = try await desk.door.ask(
      ShowPost(id: draft.id.rawValue), as: desk.manager.token)
    #expect(shown.reasons[draft.id]?.map(\.given.text) == ["wrong price"])
    #expect(try await desk.records(draft.id).last?.action == "post.takedown")
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a post on two networks is two posts, and its submission acts on both`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    try await desk.connect([("FR-0001", Network(rawValue: "instagram"))])
    let drafts = try await desk.adapt(as: desk.contributor)
    #expect(drafts.map(\.network.rawValue) == ["facebook", "instagram"])
    let submission = try #require(drafts.first?.submission)
    let all = try await desk.take(SubmitPost(id: submission.rawValue), as: desk.contributor)
    #expect(all.map(\.state) == [.submitted, .submitted])
    let one = try await desk.take(
      ApprovePost(id: drafts[0].id.rawValue, digest: drafts[0].digest), as: desk.manager)
    #expect(one.map(\.id) == [drafts[0].id])
    #expect(try await desk.show(drafts[1].id)?.state == .submitted)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what a region makes for several stores is approved as a whole by somebody else`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let drafts = try await desk.adapt(
      as: desk.region, targets: .selector(try Selector.parse("region:Bretagne")))
    #expect(drafts.map(\.store.rawValue) == ["FR-0001", "FR-0002"])
    #expect(drafts.map(\.approvalsNeeded) == [1, 1])
    #expect(Set(drafts.map(\.digest)).count == 1)
    let id = drafts[0].id.rawValue
    #expect(
      await desk.refusal { try await desk.take(PublishPost(id: id), as: desk.region) } == .state)
    let submitted = try await desk.take(SubmitPost(id: id), as: desk.region)
    #expect(submitted.map(\.state) == [.submitted, .submitted])
    #expect(
      await desk.refusal { try await desk.take(ApprovePost(id: id, digest: nil), as: desk.region) }
        == .fourEyes)
    #expect(
      await desk.refusal { try await desk.take(ApprovePost(id: id, digest: nil), as: desk.manager) }
        == .outsideScope)
    let approved = try await desk.take(
      ApprovePost(id: id, digest: submitted[0].digest), as: desk.approver)
    #expect(approved.map(\.state) == [.approved, .approved])
    let published = try await desk.take(PublishPost(id: id), as: desk.region)
    #expect(published.map(\.state) == [.scheduled, .scheduled])
    // Stopping is for one store, whoever made it.
    let stopped = try await desk.take(CancelPost(id: id), as: desk.manager)
    #expect(stopped.map(\.id) == [drafts[0].id])
    #expect(try await desk.delivery(drafts[0].id)?.state == .cancelled)
    #expect(try await desk.delivery(drafts[1].id)?.state == .ready)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `an edit of a scheduled post makes it a draft again, and it can be scheduled anew`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let at = ReleaseTime.instant(desk.desk.desk.time.now().advanced(bySeconds: 86_400))
    let draft = try #require(try await desk.adapt(as: desk.manager, at: at).first)
    let id = draft.id.rawValue
    let scheduled = try await desk.take(PublishPost(id: id), as: desk.manager)
    #expect(scheduled.first?.state == .scheduled)
    #expect(try await desk.delivery(draft.id)?.reviewed == nil)
    var changes = PostChanges()
    changes.values = ["prix": "5 euros"]
    let edited = try #require(
      try await desk.take(EditPost(id: id, changes: changes), as: desk.manager).first)
    #expect(edited.state == .draft)
    #expect(edited.revision == 2)
    #expect(edited.content.text == "Reblochon à 5 euros chez Magasin FR-0001.")
    #expect(try await desk.delivery(draft.id)?.state == .cancelled)
    let again = try await desk.take(PublishPost(id: id), as: desk.manager)
    #expect(again.first?.state == .scheduled)
    let delivery = try #require(try await desk.delivery(draft.id))
    #expect(delivery.state == .ready)
    #expect(delivery.content.text == edited.content.text)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `somebody who leaves hands drafts back, and what they scheduled waits`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let at = ReleaseTime.instant(desk.desk.desk.time.now().advanced(bySeconds: 86_400))
    let scheduled = try #require(try await desk.adapt(as: desk.manager, at: at).first)
    try await desk.take(PublishPost(id: scheduled.id.rawValue), as: desk.manager)
    let waiting = try #require(try await desk.adapt(as: desk.contributor).first)
    try await desk.take(SubmitPost(id: waiting.id.rawValue), as: desk.contributor)
    for person in [desk.manager, desk.contributor] {
      _ = try await desk.door.perform(
        RevokeEverything(user: person.id.rawValue, reason: "left"), as: desk.desk.adminToken)
    }
    let posts = try await desk.door.ask(ListPosts(), as: desk.region.token).items
    #expect(posts.first { $0.id == waiting.id }?.state == .draft)
    let held = try #require(posts.first { $0.id == scheduled.id })
    #expect(held.state == .held)
    #expect(held.trouble?.reason.code == "trouble.launcherLeft")
    let again = try await desk.take(PublishPost(id: scheduled.id.rawValue), as: desk.region)
    #expect(again.first?.state == .scheduled)
    let export = try await desk.door.perform(
      ExportUser(user: desk.contributor.id.rawValue), as: desk.desk.adminToken)
    #expect(export.document.contains(waiting.id.rawValue))
  }
}
