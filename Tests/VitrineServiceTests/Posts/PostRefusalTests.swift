import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What is refused, by which rule or for which reason, and that nothing changes then.
@Suite(.temporaryFolder)
struct PostRefusalTests {
  @Test func `a contributor does not touch what somebody else wrote, and publishes nothing`()
    async throws
  {
    let desk = try await PostDesk.make()
    let draft = try #require(try await desk.adapt(as: desk.manager).first)
    let id = draft.id.rawValue
    var changes = PostChanges()
    changes.values = ["prix": "1 euro"]
    #expect(
      await desk.refusal {
        try await desk.take(EditPost(id: id, changes: changes), as: desk.contributor)
      } == .ownDraftsOnly)
    #expect(
      await desk.refusal { try await desk.take(SubmitPost(id: id), as: desk.contributor) }
        == .ownDraftsOnly)
    #expect(
      await desk.refusal { try await desk.take(PublishPost(id: id), as: desk.contributor) }
        == .noGrant)
    #expect(
      await desk.refusal { try await desk.adapt(as: desk.neighbour) } == .outsideScope)
  }

  @Test func `nobody approves their own work, and an edit is work`() async throws {
    let desk = try await PostDesk.make()
    let draft = try #require(try await desk.adapt(as: desk.contributor).first)
    let id = draft.id.rawValue
    var changes = PostChanges()
    changes.values = ["prix": "1 euro"]
    let edited = try #require(
      try await desk.take(EditPost(id: id, changes: changes), as: desk.manager).first)
    // Who may publish there has written it now, and needs nobody else.
    #expect(edited.approvalsNeeded == 0)
    #expect(edited.editors == [desk.manager.id])
    try await desk.take(EditPost(id: id, changes: Self.price("2")), as: desk.contributor)
    let submitted = try await desk.take(SubmitPost(id: id), as: desk.contributor)
    #expect(submitted.first?.state == .submitted)
    for person in [desk.manager, desk.contributor] {
      let rule = await desk.refusal {
        try await desk.take(ApprovePost(id: id, digest: nil), as: person)
      }
      #expect(rule == (person.id == desk.manager.id ? .fourEyes : .noGrant))
    }
    #expect(
      try await desk.take(ApprovePost(id: id, digest: nil), as: desk.region).first?.state
        == .approved)
  }

  @Test func `an approval is for what was read`() async throws {
    let desk = try await PostDesk.make()
    let draft = try #require(try await desk.adapt(as: desk.contributor).first)
    let id = draft.id.rawValue
    try await desk.take(EditPost(id: id, changes: Self.price("9")), as: desk.contributor)
    try await desk.take(SubmitPost(id: id), as: desk.contributor)
    let stale = await fault {
      try await desk.take(ApprovePost(id: id, digest: draft.digest), as: desk.manager)
    }
    #expect(stale?.code == .stale)
    #expect(stale?.code.exitCode == 75)
    #expect(try await desk.show(draft.id)?.approvers == [])
  }

  enum Change: CaseIterable, Sendable { case value, time, picture, link }

  @Test(arguments: Change.allCases)
  func `any edit after an approval voids it`(_ change: Change) async throws {
    let desk = try await PostDesk.make()
    let draft = try #require(try await desk.adapt(as: desk.contributor).first)
    let id = draft.id.rawValue
    try await desk.take(SubmitPost(id: id), as: desk.contributor)
    try await desk.take(ApprovePost(id: id, digest: nil), as: desk.manager)
    var changes = PostChanges()
    switch change {
    case .value: changes.values = ["prix": "1 euro"]
    case .time:
      changes.time = .at(.instant(desk.desk.desk.time.now().advanced(bySeconds: 3_600)))
    case .picture:
      changes.pictures = [GivenPicture(bytes: Self.png, name: "x.png", alt: "Un fromage")]
    case .link: changes.link = "https://www.example.com/"
    }
    let edited = try #require(
      try await desk.take(EditPost(id: id, changes: changes), as: desk.contributor).first)
    #expect(edited.state == .draft)
    #expect(edited.approvers == [])
    #expect(edited.digest != draft.digest)
    #expect(
      await desk.refusal { try await desk.take(PublishPost(id: id), as: desk.manager) } == .state)
  }

  @Test func `a time that others approved is kept`() async throws {
    let desk = try await PostDesk.make()
    let now = desk.desk.desk.time.now()
    let at = ReleaseTime.instant(now.advanced(bySeconds: 7_200))
    let draft = try #require(try await desk.adapt(as: desk.contributor, at: at).first)
    let id = draft.id.rawValue
    try await desk.take(SubmitPost(id: id), as: desk.contributor)
    try await desk.take(ApprovePost(id: id, digest: nil), as: desk.manager)
    let early = await fault {
      try await desk.take(PublishPost(id: id, isNow: true), as: desk.manager)
    }
    #expect(early?.message.code == "posts.timeApproved")
    let other = await fault {
      try await desk.take(
        SchedulePost(id: id, at: .instant(now.advanced(bySeconds: 9_000))), as: desk.manager)
    }
    #expect(other?.message.code == "posts.timeApproved")
    desk.desk.clock.advance(seconds: 8_000)
    let late = await fault { try await desk.take(PublishPost(id: id), as: desk.manager) }
    #expect(late?.message.code == "posts.timePassed")
    #expect(try await desk.delivery(draft.id) == nil)
  }

  @Test func `a template outside its time, its network or its fields is refused with the reason`()
    async throws
  {
    let desk = try await PostDesk.make()
    func refused(
      _ template: String, values: [String: String] = [:], networks: [Network] = []
    ) async -> Fault? {
      await fault {
        try await desk.adapt(as: desk.manager, template, values: values, networks: networks)
      }
    }
    #expect(await refused("fini")?.message.code == "posts.templateOver")
    #expect(
      await refused("facebook", networks: [Network(rawValue: "instagram")])?.message.code
        == "posts.networkNotFor")
    let unfilled = await refused("produit", values: ["produit": "Reblochon"])
    #expect(unfilled?.code == .invalid)
    #expect(unfilled?.findings.map(\.message.code) == ["values.missing"])
    let unknown = await refused("produi")
    #expect(unknown?.code == .notFound)
    #expect(unknown?.hint == Message("did.you.mean", "produit"))
    let early = try #require(
      try await desk.adapt(as: desk.manager, "pas-encore", values: [:]).first)
    let rejected = await fault {
      try await desk.take(PublishPost(id: early.id.rawValue), as: desk.manager)
    }
    #expect(rejected?.message.code == "posts.templateEarly")
  }

  @Test func `an entry of the calendar has one post of a store on a network`() async throws {
    let shelf = CalendarShelf()
    shelf.put(try .plain("noel-2026", .optional))
    let desk = try await PostDesk.make(calendars: shelf.port(PostDesk.library))
    let first = try #require(try await desk.adapt(as: desk.manager, entry: "noel-2026").first)
    #expect(first.entry == "noel-2026")
    let second = await fault { try await desk.adapt(as: desk.manager, entry: "noel-2026") }
    #expect(second?.message.code == "posts.entryTaken")
    try await desk.take(WithdrawPost(id: first.id.rawValue), as: desk.manager)
    #expect(try await desk.adapt(as: desk.manager, entry: "noel-2026").count == 1)
    let unnamed = await fault { try await desk.adapt(as: desk.manager, entry: "deux mots") }
    #expect(unnamed?.message.code == "posts.badEntry")
  }

  @Test func `a picture needs words, and its bytes decide what it is`() async throws {
    let desk = try await PostDesk.make()
    func make(_ bytes: [UInt8], _ alt: String?) async throws -> PostOutput? {
      try await desk.door.perform(
        CreatePost(
          text: "Bonjour chez {{store.name}}", targets: .store(PostDesk.store),
          pictures: [GivenPicture(bytes: bytes, name: "photo.png", alt: alt)]),
        as: desk.manager.token
      ).posts.items.first
    }
    let silent = await fault { try await make(Self.png, nil) }
    #expect(silent?.message.code == "posts.noAlt")
    let text = await fault { try await make(Array("not a picture".utf8), "Un mot") }
    #expect(text?.message.code == "picture.unusable")
    let post = try #require(try await make(Self.png, "Un fromage"))
    #expect(post.content.text == "Bonjour chez Magasin FR-0001")
    #expect(post.content.media.map(\.alt) == ["Un fromage"])
    let digest = try #require(post.content.media.first?.digest)
    #expect(try await desk.desk.desk.database.read { try $0.picture(digest) }?.bytes == Self.png)
  }

  @Test func `what a person may do is what access check says`() async throws {
    let desk = try await PostDesk.make()
    let draft = try #require(try await desk.adapt(as: desk.contributor).first)
    let actions: [Action] = [
      .postEdit, .postSubmit, .postApprove, .postReject, .postPublish, .postSchedule, .postCancel,
      .postTakedown,
    ]
    for person in [desk.contributor, desk.manager, desk.neighbour, desk.region, desk.approver] {
      for action in actions {
        var question = AccessQuestion(user: person.id, action: action.rawValue)
        question.object = draft.id.rawValue
        let said = try await desk.door.ask(CheckAccess(question), as: desk.desk.adminToken)
        let done = await desk.refusal { try await Self.step(action, draft.id, desk, person) }
        // What is allowed to a draft is tried on a copy, so that the next question is about a draft.
        #expect(said.decision.rule == done, "\(person.id) \(action.rawValue)")
      }
    }
  }

  /// Does it to the post if it is refused, and to nothing if it is not.
  private static func step(
    _ action: Action, _ id: PostID, _ desk: PostDesk, _ person: PostDesk.Somebody
  ) async throws {
    let id = id.rawValue
    switch action {
    case .postEdit:
      // No change at all, so that only the decision is made.
      _ = try await desk.take(EditPost(id: id, changes: PostChanges()), as: person)
    case .postSubmit:
      _ = try await desk.take(SubmitPost(id: id), as: person)
    case .postApprove: _ = try await desk.take(ApprovePost(id: id, digest: nil), as: person)
    case .postReject: _ = try await desk.take(RejectPost(id: id, reason: "no"), as: person)
    case .postPublish: _ = try await desk.take(PublishPost(id: id), as: person)
    case .postSchedule:
      _ = try await desk.take(
        SchedulePost(id: id, at: .instant(desk.desk.desk.time.now().advanced(bySeconds: 60))),
        as: person)
    case .postCancel: _ = try await desk.take(CancelPost(id: id), as: person)
    default: _ = try await desk.take(TakeDownPost(id: id, reason: "no"), as: person)
    }
  }

  private static func price(_ text: String) -> PostChanges {
    var changes = PostChanges()
    changes.values = ["prix": text]
    return changes
  }

  /// The smallest PNG: one pixel.
  static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
    0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9C, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44,
    0xAE, 0x42, 0x60, 0x82,
  ]
}
