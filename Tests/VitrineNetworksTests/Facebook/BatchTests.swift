import Testing
import VitrineCore

@testable import VitrineNetworks

struct BatchTests {
  private let three = [staging("a", on: 100), staging("b", on: 101), staging("c", on: 102)]

  @Test func `a batch goes under the app's token, each member with its own token and proof`()
    async throws
  {
    let reply = batchAnswer((100...102).map { (200, "{\"id\":\"\($0)_1\"}") })
    try await connected({ _, _ in .answer(200, reply) }) { (connector, server) async throws in
      let answers = await connector.perform(three)
      #expect(
        answers.map(\.outcome) == [100, 101, 102].map { .staged(RemoteID("\($0)_1")) })
      let request = try #require(server.requests.first)
      #expect(request.method == "POST")
      #expect(request.target == "/v26.0/")
      #expect(request.headers["authorization"] == "Bearer 777|canarySecretOfTheApp")
      #expect(request.form["access_token"] == "777|canarySecretOfTheApp")
      #expect(request.form["include_headers"] == "true")
      #expect(request.members.count == 3)
      for (call, member) in zip(three, request.members) {
        #expect(member["method"] == .string("POST"))
        #expect(member["relative_url"] == .string("\(call.page)/feed"))
        #expect(member["omit_response_on_success"] == .bool(false))
        let body = ReceivedRequest.form(member["body"]?.string ?? "")
        #expect(body["access_token"] == call.token.exposed)
        #expect(
          body["appsecret_proof"] == GraphToken.proof(of: call.token, appSecret: appSecret))
      }
    }
  }

  @Test func `the three methods put their parameters where Graph reads them`() async throws {
    let calls = [
      call(.read(RemoteID("100_1"))), call(.delete(RemoteID("100_2"))),
      call(.release(draft: RemoteID("100_3"))),
    ]
    let reply = batchAnswer([
      (200, #"{"id":"100_1","is_published":true,"message":"x"}"#), (200, #"{"success":true}"#),
      (200, #"{"success":true}"#),
    ])
    try await connected({ _, _ in .answer(200, reply) }) { (connector, server) async throws in
      let answers = await connector.perform(calls)
      let post = RemotePost(id: RemoteID("100_1"), text: "x", isPublished: true)
      #expect(answers.map(\.outcome) == [.post(post), .deleted, .released])
      let members = try #require(server.requests.first).members
      #expect(members.map { $0["method"]?.string } == ["GET", "DELETE", "POST"])
      let parts = (members[0]["relative_url"]?.string ?? "").components(
        separatedBy: "?", atMost: 2)
      #expect(parts[0] == "100_1")
      let query = ReceivedRequest.form(parts[1])
      #expect(query["access_token"] == pageToken.exposed)
      #expect(
        query["fields"]
          == "id,message,is_published,permalink_url,created_time,application{id}")
      #expect(members[0]["body"] == nil)
      #expect(members[1]["relative_url"] == .string("100_2"))
      let body = ReceivedRequest.form(members[2]["body"]?.string ?? "")
      #expect(body["is_published"] == "true")
    }
  }

  @Test func `answers are taken in their order, and a bad one spoils no other`() async throws {
    let reply = batchAnswer([
      (400, #"{"error":{"message":"expired","code":190,"error_subcode":463}}"#), nil,
      (200, #"{"id":"102_1"}"#),
    ])
    try await connected({ _, _ in .answer(200, reply) }) { (connector, _) async throws in
      let outcomes = await connector.perform(three).map(\.outcome)
      #expect(outcomes[0].failed?.isUnknown == false)
      #expect(outcomes[0].failed?.failure.kind == .token)
      #expect(outcomes[1].failed?.isUnknown == true)
      #expect(outcomes[1].failed?.failure.kind == .temporary)
      #expect(outcomes[2] == .staged(RemoteID("102_1")))
    }
  }

  @Test func `an answer of another member's page is not taken for one's own`() async throws {
    let reply = batchAnswer([101, 100, 102].map { (200, "{\"id\":\"\($0)_1\"}") })
    try await connected({ _, _ in .answer(200, reply) }) { (connector, _) async throws in
      let outcomes = await connector.perform(three).map(\.outcome)
      #expect(outcomes[0].failed?.failure.kind == .person)
      #expect(outcomes[1].failed?.failure.kind == .person)
      #expect(outcomes[2] == .staged(RemoteID("102_1")))
    }
  }

  @Test(arguments: [
    batchAnswer([(200, #"{"id":"100_1"}"#), (200, #"{"id":"101_1"}"#)]),
    batchAnswer(Array(repeating: (200, #"{"id":"100_1"}"#), count: 4)), "[]", "{}", "null", "",
    "<html>", "[null,null", #"[{"code":200,"body":"{\"id\":\"100_1\"}"},"#, #"{"data":[]}"#,
  ])
  func `a list of another length, or half a list, makes all members unknown`(
    _ body: String
  ) async throws {
    try await connected({ _, _ in .answer(200, body) }) { (connector, _) async throws in
      for answer in await connector.perform(three) {
        #expect(try #require(answer.outcome.failed).isUnknown)
      }
    }
  }

  @Test(arguments: [
    #"{"code":200}"#, #"{"body":"{}"}"#, #"{"code":"200","body":"{}"}"#, "7", "[]", "false",
    #"{"code":200,"body":{"id":"100_1"}}"#, #"{"code":200,"body":"{\"id\":\"100_1\""}"#,
    #"{"code":200,"body":""}"#, #"{"code":500,"body":"<html>"}"#,
    #"{"code":500,"body":"{\"id\":\"100_1\"}"}"#,
  ])
  func `a member that is no answer is unknown`(_ member: String) async throws {
    let body = "[\(member),{\"code\":200,\"body\":\"{\\\"id\\\":\\\"101_1\\\"}\"}]"
    try await connected({ _, _ in .answer(200, body) }) { (connector, _) async throws in
      let answers = await connector.perform(Array(three.prefix(2)))
      #expect(try #require(answers[0].outcome.failed).isUnknown)
      #expect(answers[1].outcome == .staged(RemoteID("101_1")))
    }
  }

  @Test func `reads without an answer are refusals that pass`() async throws {
    let calls = [call(.read(RemoteID("100_1"))), call(.listDrafts(since: Timestamp(clamping: 0)))]
    try await connected({ _, _ in .answer(200, "[null,null]") }) { (connector, _) async throws in
      for answer in await connector.perform(calls) {
        let found = try #require(answer.outcome.failed)
        #expect(!found.isUnknown)
        #expect(found.failure.kind == .temporary)
      }
    }
  }

  @Test func `a dead app token refuses the batch and blames no page`() async throws {
    let body = #"{"error":{"message":"Invalid OAuth access token","code":190}}"#
    try await connected({ _, _ in .answer(400, body) }) { (connector, _) async throws in
      for answer in await connector.perform(three) {
        let found = try #require(answer.outcome.failed)
        #expect(!found.isUnknown)
        #expect(found.failure.kind == .request)
        #expect(found.failure.reach == .app)
      }
    }
  }

  @Test func `trouble of the whole batch is unknown for all, a throttle refuses all`()
    async throws
  {
    for (code, unknown) in [(1, true), (2, true), (4, false)] {
      let body = "{\"error\":{\"message\":\"x\",\"code\":\(code)}}"
      try await connected({ _, _ in .answer(500, body) }) { (connector, _) async throws in
        for answer in await connector.perform(three) {
          #expect(answer.outcome.failed?.isUnknown == unknown)
        }
      }
    }
  }

  @Test func `usage headers are read from the answer and from each member`() async throws {
    let header = #"{"101":[{"type":"pages","call_count":97,"total_cputime":1,"total_time":1}]}"#
    let members: JSON = [
      ["code": 200, "headers": [], "body": #"{"id":"100_1"}"#],
      [
        "code": 200,
        "headers": [["name": "X-Business-Use-Case-Usage", "value": .string(header)]],
        "body": #"{"id":"101_1"}"#,
      ],
    ]
    let reply = ScriptedServer.Reply.answer(
      200, members.text, headers: ["x-app-usage": #"{"call_count":12}"#])
    try await connected({ _, _ in reply }) { (connector, _) async throws in
      let answers = await connector.perform(Array(three.prefix(2)))
      #expect(answers[0].usage == [NetworkUsage(scope: .app, percent: 12, regainSeconds: 0)])
      #expect(
        answers[1].usage
          == [NetworkUsage(scope: .page(RemoteID("101")), percent: 97, regainSeconds: 0)])
    }
  }

  @Test func `more calls than fit go as several requests, and all are answered in place`()
    async throws
  {
    try await connected(
      batchSize: 2,
      { request, _ in
        let pages = request.members.compactMap { $0["relative_url"]?.string?.prefix { $0 != "/" } }
        guard !pages.isEmpty else { return .answer(200, #"{"id":"104_1"}"#) }
        return .answer(200, batchAnswer(pages.map { (200, "{\"id\":\"\($0)_1\"}") }))
      }
    ) { (connector, server) async throws in
      let answers = await connector.perform((100...104).map { staging("x", on: $0) })
      #expect(answers.map(\.outcome) == (100...104).map { .staged(RemoteID("\($0)_1")) })
      #expect(server.requests.map(\.members.count) == [2, 2, 0])
      #expect(await connector.perform([]).isEmpty)
    }
  }

  @Test func `without the app's secret there are no batches and no proofs`() async throws {
    try await connected(
      secret: nil,
      { request, _ in .answer(200, "{\"id\":\"\(request.path.dropFirst(7).prefix(3))_1\"}") }
    ) { (connector, server) async throws in
      #expect(connector.abilities.batchSize == 1)
      let answers = await connector.perform(three)
      #expect(answers.map(\.outcome) == (100...102).map { .staged(RemoteID("\($0)_1")) })
      #expect(server.requests.count == 3)
      for request in server.requests { #expect(request.form["appsecret_proof"] == nil) }
    }
  }
}
