import Testing
import VitrineCore

@testable import VitrineNetworks

struct StepTests {
  private let gone = #"{"error":{"message":"Unsupported","code":100,"error_subcode":33}}"#

  @Test func `deleting what is gone is done, releasing it is a refusal`() async throws {
    let reply = ScriptedServer.Reply.answer(400, gone)
    #expect(try await answer(reply, to: .delete(RemoteID("100_1"))).outcome == .deleted)
    let released = try await answer(reply, to: .release(draft: RemoteID("100_1"))).outcome
    #expect(released.failed?.isUnknown == false)
    #expect(released.failed?.failure.kind == .missing)
    let read = try await answer(reply, to: .read(RemoteID("100_1"))).outcome
    #expect(read.failed?.failure.kind == .missing)
  }

  @Test(arguments: [#"{"success":false}"#, "{}", #"{"success":"true"}"#, #"{"success":1}"#, "[]"])
  func `a release or delete that does not say true is unknown`(_ body: String) async throws {
    for step in [NetworkCall.Step.release(draft: RemoteID("100_1")), .delete(RemoteID("100_1"))] {
      #expect(try await answer(.answer(200, body), to: step).outcome.failed?.isUnknown == true)
    }
  }

  @Test func `a single delete has nothing secret in its address`() async throws {
    try await connected({ _, _ in .answer(200, #"{"success":true}"#) }) {
      (connector, server) async throws in
      #expect(await connector.perform([call(.delete(RemoteID("100_1")))])[0].outcome == .deleted)
      let request = try #require(server.requests.first)
      #expect(request.method == "DELETE")
      #expect(request.path == "/v26.0/100_1")
      #expect(!request.target.contains(pageToken.exposed))
    }
  }

  @Test(arguments: [
    #"{"id":"100_2","is_published":true}"#, #"{"id":"100_1"}"#, #"{"is_published":true}"#,
    #"{"id":1,"is_published":true}"#, #"{"id":"100_1","is_published":"yes"}"#, "{}",
  ])
  func `a read that is not about the post is a refusal`(_ body: String) async throws {
    let outcome = try await answer(.answer(200, body), to: .read(RemoteID("100_1"))).outcome
    #expect(outcome.failed?.isUnknown == false)
  }

  private func checked(_ data: String) async throws -> NetworkAnswer.Outcome {
    let reply = batchAnswer([(200, "{\"data\":\(data)}")])
    return try await answer(.answer(200, reply), to: .checkToken).outcome
  }

  @Test func `a good token is asked about in a batch, never in an address`() async throws {
    let reply = batchAnswer([
      (
        200,
        #"{"data":{"is_valid":true,"app_id":"777","profile_id":"100","expires_at":0}}"#
      )
    ])
    try await connected({ _, _ in .answer(200, reply) }) { (connector, server) async throws in
      #expect(await connector.perform([call(.checkToken)])[0].outcome == .tokenGood(expires: nil))
      let request = try #require(server.requests.first)
      #expect(request.target == "/v26.0/")
      let parts = (request.members[0]["relative_url"]?.string ?? "").components(
        separatedBy: "?", atMost: 2)
      #expect(parts[0] == "debug_token")
      let query = ReceivedRequest.form(parts[1])
      #expect(query["input_token"] == pageToken.exposed)
      #expect(query["access_token"] == "777|canarySecretOfTheApp")
    }
  }

  @Test func `the earlier of a token's two clocks counts`() async throws {
    let ends = Timestamp(clamping: 1_800_000_000_000)
    for data in [
      #"{"is_valid":true,"expires_at":1800000000,"data_access_expires_at":0}"#,
      #"{"is_valid":true,"expires_at":0,"data_access_expires_at":1800000000}"#,
      #"{"is_valid":true,"expires_at":1800000000,"data_access_expires_at":1900000000}"#,
    ] {
      #expect(try await checked(data) == .tokenGood(expires: ends))
    }
    let monster = #"{"is_valid":true,"expires_at":9223372036854775807}"#
    #expect(try await checked(monster) == .tokenGood(expires: .latest))
  }

  @Test(arguments: [
    (#"{"is_valid":false}"#, NetworkFailure.Kind.token),
    (#"{"is_valid":false,"error":{"code":190,"message":"x","subcode":463}}"#, .token),
    (#"{"is_valid":false,"error":{"code":190,"message":"x","subcode":460}}"#, .connection),
    (#"{"is_valid":false,"error":{"message":"x"}}"#, .token),
    (#"{"is_valid":true,"app_id":"999"}"#, .token),
    (#"{"is_valid":true,"app_id":"777","profile_id":"200"}"#, .token),
    (#"{"is_valid":"yes"}"#, .temporary), (#"{}"#, .temporary),
  ])
  func `a token that is dead or another's is not good`(
    _ data: String, _ kind: NetworkFailure.Kind
  ) async throws {
    let found = try #require(try await checked(data).failed)
    #expect(!found.isUnknown)
    #expect(found.failure.kind == kind)
  }

  @Test func `an app that may not ask is not the page's fault`() async throws {
    let reply = batchAnswer([(400, #"{"error":{"message":"x","code":190}}"#)])
    let outcome = try await answer(.answer(200, reply), to: .checkToken).outcome
    #expect(outcome.failed?.failure.kind == .request)
    #expect(outcome.failed?.failure.reach == .app)
  }

  @Test func `without the app's secret the page itself is read`() async throws {
    try await connected(
      secret: nil, { _, number in .answer(200, number == 0 ? #"{"id":"100"}"# : #"{"id":"200"}"#) }
    ) { (connector, server) async throws in
      #expect(await connector.perform([call(.checkToken)])[0].outcome == .tokenGood(expires: nil))
      #expect(
        await connector.perform([call(.checkToken)])[0].outcome.failed?.failure.kind == .token)
      #expect(server.requests[0].target == "/v26.0/100?fields=id")
    }
  }
}
