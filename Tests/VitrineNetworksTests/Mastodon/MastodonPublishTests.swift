import Testing
import VitrineCore

@testable import VitrineNetworks

/// A post is public with its first call, and what became of a lost one is not guessed.
struct MastodonPublishTests {
  private static let content = PostContent(text: "Rappel : pain & beurre\n\nhttps://a.example/x")

  private static func publish(_ content: PostContent = content) -> NetworkCall.Step {
    .publish(content, pictures: [RemoteID("7"), RemoteID("8")], key: "p_1")
  }

  @Test func `a post goes to the account's own server with its key, its pictures and its token`()
    async throws
  {
    let configuration = MastodonConfiguration(
      visibility: .unlisted, language: "fr", timeouts: .patient)
    try await mastodon(with: configuration, { _, _ in .answer(200, status("109")) }) {
      (connector, server) async throws in
      let answer = await connector.perform([server.call(Self.publish())])[0]
      #expect(
        answer.outcome == .published(RemoteID("109"), permalink: "https://m.example/@s/109"))
      let request = try #require(server.requests.first)
      #expect(request.method == "POST")
      #expect(request.target == "/api/v1/statuses")
      #expect(request.headers["authorization"] == "Bearer canaryMastodonToken")
      #expect(request.headers["idempotency-key"] == "p_1")
      #expect(request.headers["connection"] == "close")
      #expect(request.form["status"] == Self.content.text)
      #expect(request.form["visibility"] == "unlisted")
      #expect(request.form["language"] == "fr")
      #expect(request.body.contains("media_ids%5B%5D=7&media_ids%5B%5D=8"))
      #expect(!request.body.contains("canary"))
    }
  }

  @Test func `writes have a connection each, reads share theirs`() async throws {
    try await mastodon({ _, _ in .answer(200, status("109")) }) {
      (connector, server) async throws in
      for _ in 0..<3 { _ = await connector.perform([server.call(Self.publish())]) }
      #expect(server.connectionCount == 3)
      for _ in 0..<3 { _ = await connector.perform([server.call(.read(RemoteID("109")))]) }
      #expect(server.requests.count == 6)
      // One, unless the machine stalls for so long in between that it is given up as idle.
      #expect(server.connectionCount < 6)
    }
  }

  @Test(arguments: [
    ScriptedServer.Reply.close, .answer(200, ""), .answer(200, "<html>ok</html>"),
    .answer(200, #"{"id":"109""#), .answer(200, #"{"id":109}"#), .answer(200, "[]"),
    .answer(200, #"{"id":"../x"}"#), .answer(200, #"{"id":"109","scheduled_at":"x"}"#),
    .answer(500, #"{"error":"x"}"#), .answer(502, "<html>"), .answer(408, ""),
    .answer(301, "", headers: ["location": "https://other.example/"]),
    .bytes("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"id\":\"109\"}"),
  ])
  func `an answer that does not say what became of it is unknown, and is not sent again`(
    _ reply: ScriptedServer.Reply
  ) async throws {
    try await mastodon({ _, _ in reply }) { (connector, server) async throws in
      let answer = await connector.perform([server.call(Self.publish())])[0]
      let failed = try #require(answer.outcome.failed)
      #expect(failed.isUnknown)
      #expect(failed.failure.kind == .temporary)
      #expect(server.requests.count == 1)
    }
  }

  @Test(arguments: [
    (401, NetworkFailure.Kind.token, NetworkFailure.Reach.page), (403, .permission, .page),
    (404, .missing, .call), (422, .content, .call), (413, .content, .call),
    (429, .throttled, .page), (400, .request, .call),
  ])
  func `a refusal is judged by its status, whatever its body`(
    _ code: Int, _ kind: NetworkFailure.Kind, _ reach: NetworkFailure.Reach
  ) async throws {
    for body in [#"{"error":"no, canaryMastodonToken"}"#, "<h1>no</h1>"] {
      let answer = try await mastodonAnswer(.answer(code, body), to: Self.publish())
      let failed = try #require(answer.outcome.failed)
      #expect(!failed.isUnknown)
      #expect(failed.failure.kind == kind)
      #expect(failed.failure.reach == reach)
      #expect(failed.failure.code == code)
      #expect(!failed.failure.detail.contains("canary"))
    }
  }

  @Test(arguments: [
    (
      "Cannot attach files that have not finished processing. Try again in a moment!",
      NetworkFailure.Kind.temporary
    ),
    ("Media 7 not found or already attached to another post", .duplicate),
  ])
  func `what is wrong with pictures has no status of its own`(
    _ words: String, _ kind: NetworkFailure.Kind
  ) async throws {
    let reply = ScriptedServer.Reply.answer(422, #"{"error":"\#(words)"}"#)
    let answer = try await mastodonAnswer(reply, to: Self.publish())
    #expect(answer.outcome.failed?.failure.kind == kind)
  }

  @Test func `a link beside the text is refused before anything is sent`() async throws {
    try await mastodon({ _, _ in .close }) { (connector, server) async throws in
      let content = PostContent(text: "x", link: "https://a.example")
      let answer = await connector.perform([server.call(Self.publish(content))])[0]
      #expect(answer.outcome.failed?.failure.kind == .request)
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `a secret or an id that is none is refused here and stops no other call`()
    async throws
  {
    try await mastodon({ _, _ in .answer(200, status("109")) }) {
      (connector, server) async throws in
      let good = server.call(Self.publish())
      let calls = [
        NetworkCall(page: good.page, token: Secret("only a token"), step: good.step), good,
        NetworkCall(page: RemoteID("42@elsewhere.example"), token: good.token, step: good.step),
        server.call(.delete(RemoteID("../9"))),
      ]
      let answers = await connector.perform(calls)
      #expect(answers[0].outcome.failed?.failure.kind == .token)
      #expect(answers[1].outcome.failed == nil)
      #expect(answers[2].outcome.failed?.failure.kind == .request)
      #expect(answers[3].outcome.failed?.failure.kind == .request)
      #expect(server.requests.count == 1)
    }
  }

  @Test(
    arguments: [
      (["Retry-After": "17", "X-RateLimit-Reset": "2099-01-01T00:00:00Z"], 17),
      (["X-RateLimit-Reset": mastodonNow.advanced(bySeconds: 90).description], 90),
      (["X-RateLimit-Reset": String(mastodonNow.milliseconds / 1_000 + 40)], 40),
      (["X-RateLimit-Reset": "12"], 12), (["Retry-After": "999999999"], 86_400),
      (["Retry-After": "-5", "X-RateLimit-Reset": "soon"], 60), ([:], 60),
    ] as [([String: String], Int)])
  func `a throttle lasts as long as the headers say`(
    _ headers: [String: String], _ seconds: Int
  ) async throws {
    let reply = ScriptedServer.Reply.answer(429, #"{"error":"x"}"#, headers: headers)
    let answer = try await mastodonAnswer(reply, to: Self.publish())
    #expect(answer.outcome.failed?.failure.waitSeconds == seconds)
  }

  @Test func `a server that tells two accounts to wait is left alone by all of its accounts`()
    async throws
  {
    let headers = ["Retry-After": "30"]
    try await mastodon({ _, _ in .answer(429, #"{"error":"x"}"#, headers: headers) }) {
      (connector, server) async throws in
      func publish(_ account: Int) async -> NetworkFailure? {
        let call = server.call(Self.publish(), account: "\(account)", token: "token\(account)")
        return await connector.perform([call])[0].outcome.failed?.failure
      }
      for account in [1, 1, 2, 3, 4, 1] {
        let failure = await publish(account)
        #expect(failure?.kind == .throttled)
        #expect(failure?.waitSeconds == 30)
      }
      // Account 1 alone may be too busy; once account 2 is told the same, nobody asks any more.
      #expect(server.requests.count == 3)
    }
  }

  @Test func `the headers tell how much of the page's budget is used`() async throws {
    let headers = [
      "X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "30",
      "X-RateLimit-Reset": mastodonNow.advanced(bySeconds: 100).description,
    ]
    let reply = ScriptedServer.Reply.answer(200, status("109"), headers: headers)
    let usage = try await mastodonAnswer(reply, to: Self.publish()).usage
    #expect(usage.map(\.percent) == [90])
    #expect(usage.map(\.regainSeconds) == [0])
  }
}
