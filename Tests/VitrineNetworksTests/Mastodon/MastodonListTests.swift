import Testing
import VitrineCore

@testable import VitrineNetworks

/// A list is whole or it is refused: one that is cut short would make a post a second time.
struct MastodonListTests {
  private static let since = mastodonNow.advanced(bySeconds: -120)
  private static let step = NetworkCall.Step.listPublished(since: since, until: mastodonNow)

  /// Posts of these ids, a second apart, the first the newest.
  private static func list(_ ids: [Int], ago: Int64 = 0) -> String {
    let items = ids.enumerated().map { place, id in
      status(String(id), at: mastodonNow.advanced(bySeconds: -ago - Int64(place)))
    }
    return "[\(items.joined(separator: ","))]"
  }

  private static func posts(_ answer: NetworkAnswer) -> [String]? {
    if case .posts(let posts) = answer.outcome { posts.map(\.id.rawValue) } else { nil }
  }

  @Test func `a list is followed until it reaches behind the span`() async throws {
    let pages = [
      Self.list(Array((161...200).reversed())), Self.list(Array((121...160).reversed()), ago: 40),
      Self.list(Array((81...120).reversed()), ago: 100),
    ]
    try await mastodon({ _, number in .answer(200, number < 3 ? pages[number] : "[]") }) {
      (connector, server) async throws in
      let answer = await connector.perform([server.call(Self.step)])[0]
      #expect(Self.posts(answer)?.count == 102)
      #expect(
        server.requests.map(\.query).map { $0["max_id"] ?? "" } == ["", "161", "121"])
      #expect(server.requests[0].path == "/api/v1/accounts/42/statuses")
      #expect(server.requests[0].query["limit"] == "40")
      #expect(server.requests[0].query["exclude_reblogs"] == "true")
    }
  }

  @Test func `a short page without a next one is the end, and a short page with one is not`()
    async throws
  {
    let alone = try await mastodonAnswer(.answer(200, Self.list([5, 4])), to: Self.step)
    #expect(Self.posts(alone) == ["5", "4"])
    let link = ["Link": #"<https://m.example/x?max_id=4>; rel="next""#]
    let followed = try await mastodon({ _, number in
      number == 0
        ? .answer(200, Self.list([5, 4]), headers: link) : .answer(200, Self.list([3], ago: 5))
    }) { connector, server in await connector.perform([server.call(Self.step)])[0] }
    #expect(Self.posts(followed) == ["5", "4", "3"])
  }

  @Test func `a full page that comes again and again is no whole list`() async throws {
    let full = Self.list(Array((1...40).reversed()))
    let answer = try await mastodonAnswer(.answer(200, full), to: Self.step)
    let failed = try #require(answer.outcome.failed)
    #expect(!failed.isUnknown)
    #expect(failed.failure.kind == .temporary)
    // A server that gives all at once, and more than was asked for, has given all.
    let more = Self.list(Array((1...60).reversed()))
    #expect(Self.posts(try await mastodonAnswer(.answer(200, more), to: Self.step))?.count == 60)
  }

  @Test(arguments: [
    ScriptedServer.Reply.answer(200, "{}"), .answer(200, "<html>"), .answer(200, ""),
    .answer(200, #"[{"id":5}]"#), .answer(200, #"[{"error":"x"}]"#), .answer(500, "[]"),
    .answer(200, "[" + status("1") + ",7]"), .close,
  ])
  func `a list that cannot be read is refused for now`(_ reply: ScriptedServer.Reply) async throws {
    let answer = try await mastodonAnswer(reply, to: Self.step)
    let failed = try #require(answer.outcome.failed)
    #expect(!failed.isUnknown)
    #expect(failed.failure.kind == .temporary)
  }

  @Test func `a trouble on the second page refuses the whole list`() async throws {
    let first = Self.list(Array((161...200).reversed()))
    let answer = try await mastodon({ _, number in
      number == 0 ? .answer(200, first) : .answer(502, "<html>")
    }) { connector, server in await connector.perform([server.call(Self.step)])[0] }
    #expect(answer.outcome.failed?.failure.kind == .temporary)
  }

  @Test func `a read whose connection breaks is put once more`() async throws {
    try await mastodon({ _, number in number == 0 ? .close : .answer(200, Self.list([5])) }) {
      (connector, server) async throws in
      let answer = await connector.perform([server.call(Self.step)])[0]
      #expect(Self.posts(answer) == ["5"])
      #expect(server.requests.count == 2)
    }
  }

  @Test func `what is repeated, older or far newer is left out, and seconds are forgiven`()
    async throws
  {
    let items = [
      status("6", at: mastodonNow.advanced(bySeconds: 3_600)),
      status("5", at: mastodonNow.advanced(bySeconds: 30)),
      status("4", more: #","reblogged":false"#).replacing(
        #""reblog":null"#, with: #""reblog":{"id":"1"}"#),
      status("3", at: Self.since.advanced(byMilliseconds: -900)),
      status("2", at: Self.since.advanced(bySeconds: -5)),
    ]
    let answer = try await mastodonAnswer(
      .answer(200, "[\(items.joined(separator: ","))]"), to: Self.step)
    #expect(Self.posts(answer) == ["5", "3"])
  }

  @Test func `a formatted text is asked for as it was sent`() async throws {
    try await mastodon({ request, _ in
      request.path.hasSuffix("/source")
        ? .answer(200, #"{"id":"5","text":"un *prix* doux","spoiler_text":""}"#)
        : .answer(200, status("5", "<p>un <em>prix</em> doux</p>"))
    }) { (connector, server) async throws in
      let answer = await connector.perform([server.call(.read(RemoteID("5")))])[0]
      guard case .post(let post) = answer.outcome else {
        Issue.record("\(answer.outcome)")
        return
      }
      #expect(post.text == "un *prix* doux")
      #expect(post.isPublished)
      #expect(post.created == mastodonNow)
      #expect(post.permalink == "https://m.example/@s/5")
      #expect(server.requests.map(\.path).last == "/api/v1/statuses/5/source")
    }
  }

  @Test func `a post of another id is not the one that was asked for`() async throws {
    let step = NetworkCall.Step.read(RemoteID("5"))
    let other = try await mastodonAnswer(.answer(200, status("6")), to: step)
    #expect(other.outcome.failed?.failure.kind == .temporary)
    let gone = try await mastodonAnswer(.answer(404, #"{"error":"x"}"#), to: step)
    #expect(gone.outcome.failed?.failure.kind == .missing)
  }
}
