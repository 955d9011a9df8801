import Testing
import VitrineCore

@testable import VitrineNetworks

/// Posts that Facebook makes public by itself.
struct ScheduleTests {
  /// A time between two seconds, which Graph does not know.
  private static let hour = Timestamp(clamping: 1_800_000_000_500)

  private static func connector(_ delivery: DeliveryWay) throws -> FacebookConnector {
    FacebookConnector(
      try FacebookConfiguration(
        baseURL: "http://127.0.0.1:9", appID: "777", appSecret: nil, delivery: delivery))
  }

  @Test func `each way says how posts are made`() async throws {
    let expected: [(DeliveryWay, NetworkAbilities)] = [
      (.drafts, NetworkAbilities(.drafts, batchSize: 1)),
      (.direct, NetworkAbilities(.direct, batchSize: 1)),
      (.scheduled, NetworkAbilities(.drafts, batchSize: 1, timer: .facebook)),
    ]
    for (way, abilities) in expected {
      let connector = try Self.connector(way)
      #expect(connector.abilities == abilities)
      try await connector.shutdown()
    }
  }

  @Test func `a post is handed over with its hour, never before it`() async throws {
    try await connected({ _, _ in .answer(200, #"{"id":"100_7"}"#) }) {
      (connector, server) async throws in
      let content = PostContent(text: "Bonjour")
      let answers = await connector.perform([
        call(.schedule(content, pictures: [RemoteID("5")], at: Self.hour, key: "k"))
      ])
      #expect(answers.map(\.outcome) == [.staged(RemoteID("100_7"))])
      let request = try #require(server.requests.first)
      #expect(request.target == "/v26.0/100/feed")
      #expect(request.form["published"] == "false")
      #expect(request.form["unpublished_content_type"] == "SCHEDULED")
      #expect(request.form["scheduled_publish_time"] == "1800000001")
      #expect(request.form["attached_media[0]"] == #"{"media_fbid":"5"}"#)
    }
  }

  @Test(arguments: ["", "{}", #"{"id":null}"#, "<html>"])
  func `an answer without an id is unknown`(_ body: String) async throws {
    let step = NetworkCall.Step.schedule(
      PostContent(text: "Bonjour"), at: Self.hour, key: "k")
    let found = try #require(try await answer(.answer(200, body), to: step).outcome.failed)
    #expect(found.isUnknown)
  }

  @Test func `a time that Graph does not take is refused as such`() async throws {
    let body =
      #"{"error":{"message":"(#100) The specified scheduled publish time is invalid.","#
      + #""type":"OAuthException","code":100}}"#
    let step = NetworkCall.Step.schedule(
      PostContent(text: "Bonjour"), at: Self.hour, key: "k")
    let found = try #require(try await answer(.answer(400, body), to: step).outcome.failed)
    #expect(!found.isUnknown)
    #expect(found.failure.kind == .request)
  }

  @Test func `what waits for the same hour, made by our app, is listed`() async throws {
    func item(_ id: String, _ seconds: Int, app: String = "777") -> String {
      #"{"id":"\#(id)","message":"Bonjour","is_published":false,"#
        + #""created_time":"2027-01-15T07:00:00+0000","scheduled_publish_time":\#(seconds),"#
        + #""application":{"id":"\#(app)"}}"#
    }
    let items = [
      item("100_1", 1_800_000_001), item("100_2", 1_800_003_600),
      item("100_3", 1_800_000_001, app: "8"), item("200_4", 1_800_000_001),
    ]
    let body = #"{"data":[\#(items.joined(separator: ","))]}"#
    try await connected({ _, _ in .answer(200, body) }) { (connector, server) async throws in
      let answers = await connector.perform([call(.listScheduled(at: Self.hour))])
      guard case .posts(let posts) = answers[0].outcome else {
        Issue.record("\(answers[0].outcome)")
        return
      }
      #expect(posts.map(\.id) == [RemoteID("100_1")])
      #expect(posts.allSatisfy { !$0.isPublished })
      let request = try #require(server.requests.first)
      #expect(request.target.hasPrefix("/v26.0/100/scheduled_posts?"))
      #expect(request.target.contains("scheduled_publish_time"))
    }
  }

  @Test func `what is taken back is deleted, and missing where it is gone`() async throws {
    try await connected({ _, _ in .answer(200, #"{"success":true}"#) }) {
      (connector, server) async throws in
      let answers = await connector.perform([call(.unschedule(RemoteID("100_7")))])
      #expect(answers.map(\.outcome) == [.deleted])
      #expect(server.requests.first?.method == "DELETE")
    }
    let gone =
      #"{"error":{"message":"Unsupported delete request.","type":"GraphMethodException","#
      + #""code":100,"error_subcode":33}}"#
    let found = try #require(
      try await answer(.answer(400, gone), to: .unschedule(RemoteID("100_7"))).outcome.failed)
    #expect(!found.isUnknown)
    #expect(found.failure.kind == .missing)
  }
}
