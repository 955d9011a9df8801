import Testing
import VitrineCore

@testable import VitrineNetworks

/// Statuses that a server keeps until their hour.
struct MastodonScheduleTests {
  private static let content = PostContent(text: "Rappel de lot")
  private static let hour = mastodonNow.advanced(bySeconds: 3_600)

  private static var schedule: NetworkCall.Step {
    .schedule(content, pictures: [RemoteID("7")], at: hour, key: "p_1")
  }

  private static func waiting(_ id: String, _ text: String, at hour: Timestamp = hour) -> String {
    #"{"id":"\#(id)","scheduled_at":"\#(hour)","params":{"text":"\#(text)"},"media_attachments":[]}"#
  }

  @Test func `both ways say how posts are made`() async throws {
    for way in DeliveryWay.ofMastodon {
      let connector = MastodonConnector(
        MastodonConfiguration(delivery: way), time: handfulOfLooks())
      #expect(connector.abilities.delivery == .direct)
      #expect(connector.abilities.timer == (way == .scheduled ? .mastodon : nil))
      try await connector.shutdown()
    }
  }

  @Test func `a post is handed over with its hour, and has an id of another kind`() async throws {
    try await mastodon({ _, _ in .answer(200, Self.waiting("3221", "Rappel de lot")) }) {
      (connector, server) async throws in
      let answer = await connector.perform([server.call(Self.schedule)])[0]
      #expect(answer.outcome == .staged(RemoteID("3221")))
      let request = try #require(server.requests.first)
      #expect(request.target == "/api/v1/statuses")
      #expect(request.form["status"] == "Rappel de lot")
      #expect(request.form["scheduled_at"] == Self.hour.description)
      #expect(request.headers["idempotency-key"] == "p_1")
      #expect(request.body.contains("media_ids%5B%5D=7"))
    }
  }

  @Test func `a server that publishes it at once says so`() async throws {
    let answer = try await mastodonAnswer(.answer(200, status("109")), to: Self.schedule)
    #expect(
      answer.outcome == .published(RemoteID("109"), permalink: "https://m.example/@s/109"))
  }

  @Test(arguments: [
    "", "{}", #"{"id":"1"}"#, #"{"id":"../x","scheduled_at":"2027-01-01T00:00:00Z"}"#,
    #"{"id":"1","scheduled_at":"soon"}"#,
  ])
  func `an answer that does not say what became of it is unknown`(_ body: String) async throws {
    let found = try #require(
      try await mastodonAnswer(.answer(200, body), to: Self.schedule).outcome.failed)
    #expect(found.isUnknown)
  }

  @Test func `more than the server takes in a day is refused for its content`() async throws {
    let reply = ScriptedServer.Reply.answer(
      422, #"{"error":"Validation failed: You have exceeded the limit of 25 scheduled posts"}"#)
    let found = try #require(try await mastodonAnswer(reply, to: Self.schedule).outcome.failed)
    #expect(!found.isUnknown)
    #expect(found.failure.kind == .content)
  }

  @Test func `what waits for the same hour is listed to its end`() async throws {
    let full = (1...40).map { Self.waiting("\(100 - $0)", "other", at: mastodonNow) }
    try await mastodon({ request, _ in
      request.target.contains("max_id=60")
        ? .answer(200, "[\(Self.waiting("12", "Rappel de lot"))]")
        : .answer(200, "[\(full.joined(separator: ","))]")
    }) { (connector, server) async throws in
      let answer = await connector.perform([server.call(.listScheduled(at: Self.hour))])[0]
      #expect(
        answer.outcome
          == .posts([RemotePost(id: RemoteID("12"), text: "Rappel de lot", isPublished: false)]))
      #expect(server.requests.count == 2)
    }
  }

  @Test(arguments: ["{}", #"[{"id":"1"}]"#, "<html>"])
  func `a list that cannot be read is no empty list`(_ body: String) async throws {
    let answer = try await mastodonAnswer(.answer(200, body), to: .listScheduled(at: Self.hour))
    let found = try #require(answer.outcome.failed)
    #expect(!found.isUnknown)
    #expect(found.failure.kind == .temporary)
  }

  @Test func `what is taken back is deleted`() async throws {
    try await mastodon({ _, _ in .answer(200, "{}") }) { (connector, server) async throws in
      let answer = await connector.perform([server.call(.unschedule(RemoteID("3221")))])[0]
      #expect(answer.outcome == .deleted)
      let request = try #require(server.requests.first)
      #expect(request.method == "DELETE")
      #expect(request.target == "/api/v1/scheduled_statuses/3221")
    }
  }

  @Test func `that it is gone is believed of the server itself only`() async throws {
    let gone = #"{"error":"Record not found"}"#
    try await mastodon({ request, _ in
      request.method == "DELETE" ? .answer(404, gone) : .answer(200, #"{"id":"42"}"#)
    }) { (connector, server) async throws in
      let answer = await connector.perform([server.call(.unschedule(RemoteID("3221")))])[0]
      let found = try #require(answer.outcome.failed)
      #expect(!found.isUnknown)
      #expect(found.failure.kind == .missing)
    }
    let parked = try await mastodonAnswer(
      .answer(404, "<html>"), to: .unschedule(RemoteID("3221")))
    let found = try #require(parked.outcome.failed)
    #expect(found.isUnknown)
  }
}
