import Testing
import VitrineCore
import VitrineSandbox

@testable import VitrineNetworks

/// The connector against a sandbox: from a picture to a post, and back.
@Suite(.timeLimit(.minutes(30)))
struct InstagramConnectorTests {
  @Test func `an account is found behind its page, with the page's token and store code`()
    async throws
  {
    try await InstagramStage.run(pages: 3) { stage in
      let pages = try await stage.facebook.pages(visibleTo: Secret(stage.ready.userToken))
      #expect(stage.accounts.map(\.owner) == pages.map(\.id))
      #expect(stage.accounts.map(\.token) == pages.map(\.token))
      #expect(stage.accounts.map(\.storeCode) == ["FR-1", "FR-2", "FR-3"])
      #expect(stage.accounts.map(\.name) == ["magasin_1_fr_1", "magasin_2_fr_2", "magasin_3_fr_3"])
      #expect(stage.accounts.allSatisfy { $0.mayPublish && $0.id.rawValue.utf8.count == 17 })
      #expect(pages.allSatisfy { $0.owner == nil })
      try await stage.ask("POST", "/sandbox/switches", #"{"instagramAccounts":false}"#)
      let none = try await stage.instagram.pages(visibleTo: Secret(stage.ready.userToken))
      #expect(none.isEmpty)
    }
  }

  @Test func `a picture is put on the shelf, staged, published, found, read and deleted`()
    async throws
  {
    try await InstagramStage.run { stage in
      let draft = try #require(await stage.staged("Bonjour", alt: "Un étal"))
      #expect(stage.shelf.held.count == 1)
      #expect(draft.rawValue.hasPrefix("container:"))
      #expect(
        await stage.perform(.read(draft))
          == .post(RemotePost(id: draft, text: nil, isPublished: false)))
      #expect(try await stage.posts().isEmpty)
      let released = await stage.perform(.release(draft: draft))
      guard case .published(let id, nil) = released else {
        Issue.record("\(released)")
        return
      }
      #expect(
        await stage.perform(.read(draft))
          == .post(RemotePost(id: draft, text: nil, isPublished: true)))
      let truth = try #require(try await stage.posts().first)
      #expect(truth["id"]?.string == id.rawValue)
      #expect(truth["network"]?.string == "instagram")
      #expect(truth["media"]?.array?.first?["alt"]?.string == "Un étal")
      let now = stage.clock.now()
      let listed = await stage.perform(.listPublished(since: now, until: now))
      guard case .posts(let posts) = listed, let post = posts.first else {
        Issue.record("\(listed)")
        return
      }
      #expect(posts.count == 1 && post.id == id && post.text == "Bonjour" && post.isPublished)
      #expect(post.created == now && post.permalink?.hasSuffix("#\(id)") == true)
      #expect(await stage.perform(.read(id)) == .post(post))
      #expect(await stage.perform(.delete(id)) == .deleted)
      // Who wanted it gone takes that for done; who wants to post it anew does not.
      #expect(await stage.perform(.delete(id)).failed?.failure.kind == .missing)
      #expect(await stage.perform(.read(id)).failed?.failure.kind == .missing)
      #expect(try await stage.posts().isEmpty)
    }
  }

  @Test func `several pictures become a carousel in their order, each with its words`()
    async throws
  {
    try await InstagramStage.run { stage in
      let pictures = [(3, "trois"), (1, "un"), (2, nil)].map {
        MemoryShelf.picture($0.0, alt: $0.1)
      }
      var addresses: [RemoteID] = []
      for (picture, bytes) in pictures {
        if case .uploaded(let id) = await stage.perform(.upload(picture), bytes: bytes) {
          addresses.append(id)
        }
      }
      let content = PostContent(text: "Trois", media: pictures.map(\.0))
      guard case .staged(let draft) = await stage.perform(.stage(content, pictures: addresses))
      else {
        Issue.record("not staged")
        return
      }
      guard case .published = await stage.perform(.release(draft: draft)) else {
        Issue.record("not published")
        return
      }
      let media = try #require(try await stage.posts().first?["media"]?.array)
      #expect(media.map { $0["alt"]?.string } == ["trois", "un", nil])
      #expect(media.map { $0["url"]?.string } == addresses.map(\.rawValue))
    }
  }

  @Test func `a list goes on to its end, and holds what the span holds`() async throws {
    try await InstagramStage.run { stage in
      for number in 1...120 {
        try await stage.ask(
          "POST", "/sandbox/posts",
          #"{"page":"FR-1","network":"instagram","message":"\#(number)"}"#)
      }
      let first = stage.clock.now()
      stage.clock.advance(bySeconds: 3600)
      try await stage.ask(
        "POST", "/sandbox/posts", #"{"page":"FR-1","network":"instagram","message":"neuf"}"#)
      let second = stage.clock.now()
      func texts(_ since: Timestamp, _ until: Timestamp) async -> [String?] {
        let outcome = await stage.perform(.listPublished(since: since, until: until))
        if case .posts(let posts) = outcome { return posts.map(\.text) }
        return ["\(outcome)"]
      }
      #expect(await texts(first, second).count == 121)
      #expect(await texts(second, second) == ["neuf"])
      #expect(await texts(first, first).count == 120)
    }
  }

  @Test func `what Instagram does not have is answered without a call`() async throws {
    try await InstagramStage.run { stage in
      let draft = try #require(await stage.staged("x"))
      let calls = try await stage.ask("GET", "/sandbox/stats")["total"]
      #expect(await stage.perform(.listDrafts(since: stage.clock.now())) == .posts([]))
      #expect(await stage.perform(.delete(draft)) == .deleted)
      #expect(await stage.perform(.listRoles) == .people([]))
      #expect(await stage.perform(.readBusiness) == .business(nil))
      let content = PostContent(text: "x")
      for step in [
        NetworkCall.Step.edit(RemoteID("1"), content), .pin(RemoteID("1"), isPinned: true),
        .publish(content, key: "k"), .release(draft: RemoteID("1")), .read(RemoteID("100_1")),
        .delete(RemoteID("../me")), .stage(content, pictures: [RemoteID("900")]),
      ] {
        #expect(await stage.perform(step).failed?.failure.kind == .request, "\(step)")
      }
      #expect(try await stage.ask("GET", "/sandbox/stats")["total"] == calls)
    }
  }

  @Test(arguments: [true, false])
  func `a token is good, or dead, by the page behind the account`(_ hasSecret: Bool) async throws {
    try await InstagramStage.run(hasSecret: hasSecret) { stage in
      #expect(await stage.perform(.checkToken) == .tokenGood(expires: nil))
      let dead = await stage.perform(.checkToken, token: Secret("EAAPgone"))
      #expect(dead.failed?.failure.kind == .token)
      let stranger = await stage.perform(
        .read(RemoteID("1")), token: stage.accounts[1].token)
      #expect(stranger.failed?.failure.kind == .missing)
    }
  }
}
