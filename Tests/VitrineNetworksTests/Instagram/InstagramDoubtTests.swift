import Testing
import VitrineCore
import VitrineSandbox

@testable import VitrineNetworks

/// Lost answers, containers that are not ready or gone, quotas, and what is refused before it is sent.
@Suite(.timeLimit(.minutes(30)))
struct InstagramDoubtTests {
  @Test func `a lost publication is unknown, and its container tells`() async throws {
    try await InstagramStage.run(faults: ["lost-answer,op=release,count=1"]) { stage in
      let draft = try #require(await stage.staged("Perdu"))
      #expect(await stage.perform(.release(draft: draft)).failed?.isUnknown == true)
      #expect(
        await stage.perform(.read(draft))
          == .post(RemotePost(id: draft, text: nil, isPublished: true)))
      let now = stage.clock.now()
      guard case .posts(let posts) = await stage.perform(.listPublished(since: now, until: now))
      else {
        Issue.record("no list")
        return
      }
      #expect(posts.map(\.text) == ["Perdu"])
    }
  }

  @Test func `a lost container is unknown, and a second one publishes alone`() async throws {
    try await InstagramStage.run(faults: ["lost-answer,op=stage,count=1"]) {
      (stage) async throws in
      let picture = MemoryShelf.picture(1).0
      let content = PostContent(text: "Encore", media: [picture])
      let step = NetworkCall.Step.stage(
        content, pictures: [RemoteID("https://media.example/a.jpg")])
      #expect(await stage.perform(step).failed?.isUnknown == true)
      #expect(await stage.published("Encore") != nil)
      #expect(try await stage.posts().count == 1)
    }
  }

  @Test(arguments: [SandboxSwitches.SecondPublish.same, .error])
  func `a second publication is the first one's post, or a doubt`(
    _ choice: SandboxSwitches.SecondPublish
  ) async throws {
    var switches = SandboxSwitches()
    switches.secondPublish = choice
    try await InstagramStage.run(switches: switches) { stage in
      let draft = try #require(await stage.staged("Une fois"))
      let first = await stage.perform(.release(draft: draft))
      let second = await stage.perform(.release(draft: draft))
      switch choice {
      case .same: #expect(second == first)
      case .error:
        #expect(second.failed?.isUnknown == true)
        #expect(second.failed?.failure.kind == .temporary)
      }
      #expect(try await stage.posts().count == 1)
    }
  }

  @Test func `a container that is not ready is a refusal that passes`() async throws {
    var switches = SandboxSwitches()
    switches.containerPolls = 2
    try await InstagramStage.run(switches: switches) { stage in
      let draft = try #require(await stage.staged("Patience"))
      let early = try #require(await stage.perform(.release(draft: draft)).failed)
      #expect(!early.isUnknown)
      #expect(early.failure.kind == .temporary && early.failure.code == 9007)
      #expect(early.failure.waitSeconds == 60)
      #expect(
        await stage.perform(.read(draft))
          == .post(RemotePost(id: draft, text: nil, isPublished: false)))
      guard case .published = await stage.perform(.release(draft: draft)) else {
        Issue.record("not published")
        return
      }
    }
  }

  @Test func `an expired container is missing, and so is one that never was`() async throws {
    try await InstagramStage.run { stage in
      let draft = try #require(await stage.staged("Hier"))
      stage.clock.advance(bySeconds: 86_401)
      for id in [draft, RemoteID("container:1")] {
        for step in [NetworkCall.Step.read(id), .release(draft: id)] {
          let found = try #require(await stage.perform(step).failed)
          #expect(!found.isUnknown)
          #expect(found.failure.kind == .missing, "\(step)")
        }
      }
    }
  }

  @Test func `a container that failed says why`() async throws {
    try await InstagramStage.run { stage in
      stage.shelf.change(ending: "png")
      let draft = try #require(await stage.staged("x"))
      for step in [NetworkCall.Step.read(draft), .release(draft: draft)] {
        let found = try #require(await stage.perform(step).failed)
        #expect(!found.isUnknown)
        #expect(found.failure.kind == .content)
        #expect(found.failure.subcode == 2_207_005)
      }
    }
  }

  @Test(
    arguments: [
      ("Error: Media upload has failed with error code 2207026", 2_207_026),
      ("2207003", 2_207_003), ("Error: 2207", nil), ("12207003", nil), ("22070031", nil), ("", nil),
      ("code 100, subcode 2207052, and more", 2_207_052),
    ] as [(String, Int?)])
  func `the subcode is read from a status`(_ status: String, _ subcode: Int?) {
    #expect(InstagramConnector.subcode(in: status) == subcode)
  }

  @Test func `the quota is asked once an hour, and stops when it is used up`() async throws {
    var switches = SandboxSwitches()
    switches.instagramQuota = 3
    try await InstagramStage.run(switches: switches) { stage in
      let before = try await stage.calls("page")
      #expect(await stage.published("1") != nil)
      #expect(await stage.published("2") != nil)
      #expect(try await stage.calls("page") == before + 1)
      stage.clock.advance(bySeconds: 3601)
      let draft = try #require(await stage.staged("4"))
      #expect(await stage.published("3") != nil)
      #expect(try await stage.calls("page") == before + 2)
      let content = PostContent(text: "5")
      let stageStep = NetworkCall.Step.stage(
        content, pictures: [RemoteID("https://media.example/a.jpg")])
      for step in [stageStep, .release(draft: draft)] {
        let found = try #require(await stage.perform(step).failed)
        #expect(!found.isUnknown)
        #expect(found.failure.kind == .throttled && found.failure.reach == .page)
        #expect(found.failure.waitSeconds == 3600)
      }
      #expect(try await stage.posts().count == 3)
      stage.clock.advance(bySeconds: 86_401)
      #expect(await stage.published("6") != nil)
    }
  }

  @Test func `a quota that another program used up is the network's to refuse`() async throws {
    var switches = SandboxSwitches()
    switches.instagramQuota = 5
    try await InstagramStage.run(switches: switches) { stage in
      let draft = try #require(await stage.staged("x"))
      try await stage.ask("POST", "/sandbox/switches", #"{"instagramQuota":0}"#)
      let found = try #require(await stage.perform(.release(draft: draft)).failed)
      #expect(!found.isUnknown)
      #expect(found.failure.kind == .throttled && found.failure.code == 9)
    }
  }

  @Test func `a post without a picture, and a picture that is no JPEG, are not sent`() async throws
  {
    try await InstagramStage.run { stage in
      let calls = try await stage.ask("GET", "/sandbox/stats")["total"]
      let bytes = Array("\u{89}PNG".utf8)
      let png = PostPicture(digest: Hash(of: bytes).hex, type: .png)
      let liar = PostPicture(digest: Hash(of: bytes).hex, type: .jpeg)
      let eleven = (1...11).map { RemoteID("https://media.example/\($0).jpg") }
      for (step, bytes) in [
        (.upload(png), bytes), (.upload(liar), bytes), (.upload(liar), nil),
        (.upload(liar), [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: 8_000_000)),
        (.stage(PostContent(text: "x")), nil),
        (.stage(PostContent(text: "x"), pictures: eleven), nil),
      ] as [(NetworkCall.Step, [UInt8]?)] {
        let found = try #require(await stage.perform(step, bytes: bytes).failed)
        #expect(!found.isUnknown && found.failure.kind == .content)
      }
      #expect(stage.shelf.held.isEmpty)
      #expect(try await stage.ask("GET", "/sandbox/stats")["total"] == calls)
    }
  }

  @Test func `without a place for pictures the keys are named`() async throws {
    try await InstagramStage.run(hasShelf: false) { stage in
      let (picture, bytes) = MemoryShelf.picture(1)
      let found = try #require(await stage.perform(.upload(picture), bytes: bytes).failed)
      #expect(!found.isUnknown)
      #expect(found.failure.detail.contains("networks.instagram.mediaFolder"))
      #expect(found.failure.detail.contains("networks.instagram.mediaBaseURL"))
      let fault = try await #require(throws: Fault.self) {
        try await stage.instagram.pages(visibleTo: Secret(stage.ready.userToken))
      }
      #expect(fault.code == .configuration)
      for language in Language.allCases {
        #expect(fault.hint?.text(in: language).contains("networks.instagram.mediaBaseURL") == true)
      }
    }
    try await InstagramStage.run { stage in
      stage.shelf.change(isFull: true)
      let (picture, bytes) = MemoryShelf.picture(1)
      let found = try #require(await stage.perform(.upload(picture), bytes: bytes).failed)
      #expect(!found.isUnknown && found.failure.kind == .temporary)
    }
  }

  @Test(arguments: [
    (190, NetworkFailure.Kind.token), (10, .permission), (4, .throttled), (2, .temporary),
  ])
  func `an error of Graph means what it means for a page`(
    _ code: Int, _ kind: NetworkFailure.Kind
  ) async throws {
    try await InstagramStage.run(faults: ["error,op=stage,code=\(code)"]) { stage in
      let step = NetworkCall.Step.stage(
        PostContent(text: "x"), pictures: [RemoteID("https://media.example/a.jpg")])
      let found = try #require(await stage.perform(step).failed)
      #expect(found.failure.kind == kind)
      #expect(found.isUnknown == (code == 2))
    }
  }
}
