import Testing
import VitrineCore

@testable import VitrineNetworks

struct StageTests {
  private let stage = NetworkCall.Step.stage(PostContent(text: "Bonjour & à demain"))

  @Test func `a draft is created with the token in the header and nothing of it in the address`()
    async throws
  {
    try await connected({ _, _ in .answer(200, #"{"id":"100_7"}"#) }) {
      (connector, server) async throws in
      let content = PostContent(text: "Bonjour & à demain", link: "https://example.com/?a=1&b=2")
      let answers = await connector.perform([call(.stage(content))])
      #expect(answers.map(\.outcome) == [.staged(RemoteID("100_7"))])
      let request = try #require(server.requests.first)
      #expect(request.method == "POST")
      #expect(request.target == "/v26.0/100/feed")
      #expect(request.headers["authorization"] == "Bearer EAAcanaryPageToken100")
      #expect(request.headers["content-type"] == "application/x-www-form-urlencoded")
      #expect(
        request.form == [
          "message": "Bonjour & à demain", "link": "https://example.com/?a=1&b=2",
          "published": "false", "unpublished_content_type": "DRAFT",
          "appsecret_proof": GraphToken.proof(of: pageToken, appSecret: appSecret),
        ])
    }
  }

  @Test(arguments: [
    "", "<html>Sorry</html>", #"{"id":"100_7""#, "null", "[]", "{}", #"{"id":null}"#,
    #"{"ID":"1"}"#,
    #"{"id":"100_7"} trailing"#, #"{"error":"no"}"#, #""100_7""#,
  ])
  func `R01 a 200 that says nothing readable is unknown`(_ body: String) async throws {
    let found = try #require(try await answer(.answer(200, body), to: stage).outcome.failed)
    #expect(found.isUnknown)
    #expect(found.failure.kind == .temporary)
  }

  @Test(arguments: [
    #"{"id":"200_7"}"#, #"{"id":1007}"#, #"{"id":"100"}"#, #"{"id":""}"#, #"{"id":"100_7/../8"}"#,
    #"{"id":["100_7"]}"#, #"{"id":"100_"# + String(repeating: "7", count: 10_240) + #""}"#,
  ])
  func `R03 an id that is none of this page is unknown and waits for a person`(
    _ body: String
  ) async throws {
    let found = try #require(try await answer(.answer(200, body), to: stage).outcome.failed)
    #expect(found.isUnknown)
    #expect(found.failure.kind == .person)
    #expect(found.failure.reach == .page)
  }

  @Test(arguments: [500, 502, 503, 504, 404, 201, 302])
  func `R05 a page of HTML is unknown, whatever its status`(_ status: Int) async throws {
    let found = try #require(
      try await answer(.answer(status, "<html>Bad Gateway</html>"), to: stage).outcome.failed)
    #expect(found.isUnknown)
  }

  @Test func `an error status with a good body is not a success`() async throws {
    let found = try #require(
      try await answer(.answer(500, #"{"id":"100_7"}"#), to: stage).outcome.failed)
    #expect(found.isUnknown)
  }

  @Test(arguments: [
    (190, 463 as Int?, NetworkFailure.Kind.token), (10, nil, .permission), (200, nil, .permission),
    (299, nil, .permission), (368, 4_854_002, .person), (506, 1_455_006, .duplicate),
  ])
  func `R07 and R09 a plain no is a refusal with its kind, also under status 200 and 500`(
    _ code: Int, _ subcode: Int?, _ kind: NetworkFailure.Kind
  ) async throws {
    let sub = subcode.map { ",\"error_subcode\":\($0)" } ?? ""
    let body =
      #"{"error":{"message":"(#\#(code)) No","code":\#(code)\#(sub),"fbtrace_id":"Ab_-1"}}"#
    for status in [200, 400, 403, 500] {
      let found = try #require(try await answer(.answer(status, body), to: stage).outcome.failed)
      #expect(!found.isUnknown)
      #expect(found.failure.kind == kind)
      #expect(found.failure.code == code)
      #expect(found.failure.subcode == subcode)
      #expect(found.failure.detail == "(#\(code)) No")
      #expect(found.failure.trace == "Ab_-1")
    }
  }

  @Test(arguments: [
    ("-5", 60), ("1e99", 60), ("Thu, 01 Jan 1970 00:00:00 GMT", 60), ("later", 60), ("90", 90),
    ("99999999999999999999", 86_400),
  ])
  func `R11 Retry-After is kept within bounds`(_ header: String, _ expected: Int) async throws {
    let reply = ScriptedServer.Reply.answer(
      403, #"{"error":{"message":"(#4) limit","code":4}}"#, headers: ["Retry-After": header])
    let found = try #require(try await answer(reply, to: stage).outcome.failed)
    #expect(found.failure.kind == .throttled)
    #expect(found.failure.waitSeconds == expected)
  }

  @Test func `usage headers come with the answer`() async throws {
    let reply = ScriptedServer.Reply.answer(
      200, #"{"id":"100_7"}"#,
      headers: [
        "X-App-Usage": #"{"call_count":28,"total_time":25,"total_cputime":25}"#,
        "X-Page-Usage": #"{"call_count":1,"total_time":2,"total_cputime":3}"#,
      ])
    let usage = try await answer(reply, to: stage).usage
    #expect(
      usage == [
        NetworkUsage(scope: .app, percent: 28, regainSeconds: 0),
        NetworkUsage(scope: .page(page), percent: 3, regainSeconds: 0),
      ])
  }
}
