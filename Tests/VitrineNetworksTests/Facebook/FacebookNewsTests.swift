import Testing
import VitrineCore

@testable import VitrineNetworks

/// What Facebook tells unasked: its signature, then its words.
struct FacebookNewsTests {
  private func connector(secret: String? = "app-secret") throws -> FacebookConnector {
    FacebookConnector(
      try FacebookConfiguration(
        baseURL: "http://127.0.0.1:9", appID: "77", appSecret: secret.map { Secret($0) }))
  }

  private func signature(_ body: String, _ secret: String = "app-secret") -> String {
    "sha256=" + Commitment.hash(Array(body.utf8), salt: Array(secret.utf8)).hex
  }

  private func news(_ body: String, _ signature: String? = nil) async throws -> PageNews {
    let connector = try connector()
    let signed = SignedNews(
      body: Array(body.utf8), signature: signature ?? self.signature(body))
    let result = Result { try connector.news(in: signed) }
    try await connector.shutdown()
    return try result.get()
  }

  private func code(_ body: String, _ signature: String? = nil) async -> Fault.Code? {
    do {
      _ = try await news(body, signature)
      return nil
    } catch {
      return (error as? Fault)?.code
    }
  }

  private static func change(
    _ item: String, _ verb: String, from: String? = "1001", post: String = "1001_5"
  ) -> String {
    let maker = from.map { #""from":{"id":"\#($0)","name":"T"},"# } ?? ""
    return
      #"{"field":"feed","value":{"item":"\#(item)","verb":"\#(verb)",\#(maker)"post_id":"\#(post)"}}"#
  }

  private static func body(_ changes: String...) -> String {
    #"{"object":"page","entry":[{"id":"1001","time":1448633038,"changes":["#
      + changes.joined(separator: ",") + "]}]}"
  }

  @Test func `a signature over the bytes as they came is good, whatever their escapes`()
    async throws
  {
    // Meta signs its own escaped text: read and written again it would be other bytes.
    let body =
      #"{"object": "page", "entry": [{"id": "1001", "changes": [{"field": "feed","#
      + #" "value": {"item": "status", "verb": "add", "from": {"id": "1001"},"#
      + #" "post_id": "1001_5", "message": "\u00e9t\u00e9 \/ 1"}}]}]}"#
    let news = try await news(body)
    #expect(news.entries == 1 && news.changes == 1)
    #expect(news.posts == [PageNews.Post(page: RemoteID("1001"), id: RemoteID("1001_5"))])
  }

  @Test(arguments: [
    "", "sha256=", "sha256=00", "sha1=" + String(repeating: "0", count: 40),
    "sha256=" + String(repeating: "0", count: 64), "SHA256=", String(repeating: "é", count: 71),
  ])
  func `any other signature is denied`(_ signature: String) async {
    #expect(await code(Self.body(), signature) == .denied)
  }

  @Test func `a signature is over these bytes, by this secret, in small letters`() async {
    let body = Self.body(Self.change("status", "add"))
    #expect(await code(body, signature(body)) == nil)
    #expect(await code(body, signature(body + "\n")) == .denied)
    #expect(await code(body, signature(body, "another")) == .denied)
    #expect(await code(body, "sha256=" + signature(body).dropFirst(7).uppercased()) == .denied)
    #expect(await code(body, String(signature(body).dropFirst(7))) == .denied)
  }

  @Test func `without the app's secret nothing is believed`() async throws {
    let connector = try connector(secret: nil)
    let signed = SignedNews(body: [], signature: signature("", ""))
    let result = Result { try connector.news(in: signed) }
    try await connector.shutdown()
    #expect(throws: Fault.self) { try result.get() }
    do { _ = try result.get() } catch { #expect((error as? Fault)?.code == .configuration) }
  }

  @Test(
    arguments: [
      "status", "photo", "video", "share", "post",
    ], ["add", "edited", "remove", "hide", "unhide"])
  func `what a page did to its own posts is looked into`(_ item: String, _ verb: String)
    async throws
  {
    #expect(try await news(Self.body(Self.change(item, verb))).posts.count == 1)
  }

  @Test func `what visitors do is counted and passed over`() async throws {
    let news = try await news(
      Self.body(
        Self.change("comment", "add"), Self.change("like", "add"), Self.change("reaction", "add"),
        Self.change("status", "add", from: "4711"), Self.change("status", "mute"),
        Self.change("status", "add", from: nil), Self.change("status", "add", post: "999_5"),
        Self.change("status", "add", post: "../me"), #"{"field":"ratings","value":{}}"#,
        Self.change("status", "remove", from: nil)))
    #expect(news.changes == 10)
    #expect(news.posts == [PageNews.Post(page: RemoteID("1001"), id: RemoteID("1001_5"))])
  }

  @Test func `a photo names its maker as sender`() async throws {
    let photo =
      #"{"field":"feed","value":{"item":"photo","verb":"add","sender_id":1001,"#
      + #""post_id":"1001_5"}}"#
    #expect(try await news(Self.body(photo)).posts.count == 1)
  }

  @Test func `a thousand changes are taken and one more is not`() async throws {
    let change = Self.change("comment", "add")
    func many(_ count: Int) -> String {
      #"{"object":"page","entry":[{"id":"1001","changes":["#
        + Array(repeating: change, count: count).joined(separator: ",") + "]}]}"
    }
    #expect(try await news(many(1_000)).changes == 1_000)
    #expect(await code(many(1_001)) == .invalid)
  }

  @Test(arguments: [
    "", "{}", "[]", "null", #"{"object":"user","entry":[]}"#, #"{"object":"page"}"#,
    #"{"object":"page","entry":{}}"#, #"{"object":"page","entry":[{"changes":[]}]}"#,
    #"{"object":"page","entry":[{"id":"x","changes":[]}]}"#,
    #"{"object":"page","entry":[{"id":"1","changes":{}}]}"#,
    #"{"object":"page","entry":[{"id":"1","changes":[{}]}]}"#,
    #"{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":1}]}]}"#,
    #"{"object":"page","entry":[]} x"#, #"{"object":"page","object":"page","entry":[]}"#,
  ])
  func `what Facebook would not write is invalid, though it is signed`(_ body: String) async {
    #expect(await code(body) == .invalid)
  }

  @Test func `an entry without changes is no news`() async throws {
    let news = try await news(#"{"object":"page","entry":[{"id":"1","messaging":[]}]}"#)
    #expect(news == PageNews(entries: 1))
  }
}
