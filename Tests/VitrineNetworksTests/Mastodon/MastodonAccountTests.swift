import Testing
import VitrineCore

@testable import VitrineNetworks

/// Who an account is, and whether its token is still good.
struct MastodonAccountTests {
  private static let account = #"{"id":"42","username":"s1","acct":"s1","display_name":"Rennes"}"#

  @Test func `an account is a page that its server's name makes unique`() async throws {
    try await mastodon({ _, _ in .answer(200, Self.account) }) {
      (connector, server) async throws in
      let call = server.call(.checkToken)
      let pages = try await connector.pages(visibleTo: call.token)
      #expect(pages.map(\.id) == [call.page])
      #expect(pages.map(\.name) == ["Rennes"])
      #expect(pages.map(\.token) == [call.token])
      #expect(pages.map(\.mayPublish) == [true])
      #expect(pages.map(\.textLimit) == [nil])
      #expect(
        server.requests.map(\.target) == [
          "/api/v1/accounts/verify_credentials", "/api/v2/instance", "/api/v1/instance",
        ])
    }
  }

  @Test(arguments: [
    (
      ScriptedServer.Reply.answer(401, #"{"error":"canaryMastodonToken is bad"}"#),
      Fault.Code.unauthenticated, "mastodon.token"
    ),
    (.answer(403, #"{"error":"x"}"#), .denied, "mastodon.permission"),
    (.answer(429, ""), .throttled, "mastodon.throttled"),
    (.answer(404, ""), .unavailable, "mastodon.noServer"),
    (.answer(200, "<html>"), .unavailable, "mastodon.unreadable"),
    (.answer(200, #"{"id":42}"#), .unavailable, "mastodon.unreadable"),
    (.close, .unavailable, "mastodon.unreachable"),
  ])
  func `a server that does not say who it is says why`(
    _ reply: ScriptedServer.Reply, _ code: Fault.Code, _ message: String
  ) async throws {
    try await mastodon({ _, _ in reply }) { (connector, server) async throws in
      do {
        _ = try await connector.pages(visibleTo: server.call(.checkToken).token)
        Issue.record("no fault")
      } catch let fault as Fault {
        #expect(fault.code == code)
        #expect(fault.message.code == message)
        #expect(!fault.message.text(in: .en).contains("canary"))
      }
    }
  }

  @Test(arguments: [
    ("/api/v2/instance", #"{"configuration":{"statuses":{"max_characters":5000}}}"#, 5_000),
    ("/api/v1/instance", #"{"configuration":{"statuses":{"max_characters":300}}}"#, 300),
    ("/api/v1/instance", #"{"max_toot_chars":1000}"#, 1_000),
    ("/api/v1/instance", #"{"max_toot_chars":-1}"#, nil),
  ])
  func `a server is asked once how long a text may be`(
    _ target: String, _ body: String, _ limit: Int?
  ) async throws {
    try await mastodon({ request, _ in
      switch request.target {
      case "/api/v1/accounts/verify_credentials": .answer(200, Self.account)
      case target: .answer(200, body)
      default: .answer(404, #"{"error":"x"}"#)
      }
    }) { (connector, server) async throws in
      let token = server.call(.checkToken).token
      for _ in 1...2 {
        #expect(try await connector.pages(visibleTo: token).map(\.textLimit) == [limit])
      }
      let asked = server.requests.filter { $0.target.hasSuffix("/instance") }
      #expect(limit == nil || asked.count <= 2)
    }
  }

  @Test func `a token is good when it is still the account's own`() async throws {
    let step = NetworkCall.Step.checkToken
    let good = try await mastodonAnswer(.answer(200, Self.account), to: step)
    #expect(good.outcome == .tokenGood(expires: nil))
    let other = try await mastodonAnswer(.answer(200, #"{"id":"43"}"#), to: step)
    #expect(other.outcome.failed?.failure.kind == .token)
    let dead = try await mastodonAnswer(.answer(401, #"{"error":"x"}"#), to: step)
    #expect(dead.outcome.failed?.failure.kind == .token)
    // A server says something else than JSON for a second after its start.
    let starting = try await mastodonAnswer(.answer(200, "starting"), to: step)
    #expect(starting.outcome.failed?.failure.kind == .temporary)
  }
}
