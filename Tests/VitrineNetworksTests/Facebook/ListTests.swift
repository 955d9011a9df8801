import Testing
import VitrineCore

@testable import VitrineNetworks

struct ListTests {
  private let since = Timestamp("2026-11-21T08:00:00Z") ?? .latest
  private let until = Timestamp("2026-11-21T09:00:00Z") ?? .latest

  private func item(
    _ number: Int, published: Bool = false, app: String? = "777", at time: String = "08:30:00"
  ) -> String {
    let application = app.map { ",\"application\":{\"id\":\"\($0)\"}" } ?? ""
    return """
      {"id":"100_\(number)","message":"m","is_published":\(published),\
      "created_time":"2026-11-21T\(time)+0000"\(application)}
      """
  }

  private func list(_ items: [String], after: String? = nil) -> String {
    let paging = after.map { cursor in
      """
      ,"paging":{"cursors":{"before":"b","after":"\(cursor)"},\
      "next":"http://evil.example/?access_token=x"}
      """
    }
    return "{\"data\":[\(items.joined(separator: ","))]\(paging ?? "")}"
  }

  private func ids(_ answer: NetworkAnswer) -> [String]? {
    guard case .posts(let posts) = answer.outcome else { return nil }
    return posts.map(\.id.rawValue)
  }

  @Test
  func `only posts of our own app since the instant are drafts of ours, public by now or not`()
    async throws
  {
    let body = list([
      item(1), item(2, published: true), item(3, app: "999"), item(4, app: nil),
      item(5, at: "07:59:59"), item(6, at: "08:00:00"), #"{"id":"200_1","is_published":false}"#,
      #"{"id":"100_9"}"#, "7",
    ])
    let answer = try await answer(.answer(200, body), to: .listDrafts(since: since))
    #expect(ids(answer) == ["100_1", "100_2", "100_6"])
  }

  @Test func `what is public is listed with its link and its span of time`() async throws {
    let post = """
      {"id":"100_1","message":"Bonjour","created_time":"2026-11-21T08:30:00+0000",\
      "permalink_url":"https://www.facebook.com/100_1","application":{"id":"777"},\
      "attachments":{"data":[{"media_type":"photo","url":"https://p"},\
      {"media_type":"link","url":"https://example.com"}]}}
      """
    let body = list([post, item(2, published: true, at: "09:30:00")])
    try await connected({ _, _ in .answer(200, body) }) { (connector, server) async throws in
      let answer = await connector.perform([call(.listPublished(since: since, until: until))])[0]
      let expected = RemotePost(
        id: RemoteID("100_1"), text: "Bonjour", isPublished: true,
        permalink: "https://www.facebook.com/100_1", created: Timestamp("2026-11-21T08:30:00Z"),
        application: "777", link: "https://example.com")
      #expect(answer.outcome == .posts([expected]))
      let request = try #require(server.requests.first)
      #expect(request.path == "/v26.0/100/published_posts")
      #expect(request.query["since"] == "1795248000")
      #expect(request.query["until"] == "1795251600")
      #expect(request.query["limit"] == "100")
    }
  }

  @Test func `a list is followed over an empty page to its end, by the cursor only`()
    async throws
  {
    let pages = [list([item(1)], after: "c1"), list([], after: "c2"), list([item(2), item(1)])]
    try await connected({ _, number in .answer(200, pages[number]) }) {
      (connector, server) async throws in
      let answer = await connector.perform([call(.listDrafts(since: since))])[0]
      #expect(ids(answer) == ["100_1", "100_2"])
      #expect(server.requests.map { $0.query["after"] } == [nil, "c1", "c2"])
      #expect(server.requests.allSatisfy { $0.path == "/v26.0/100/feed" })
    }
  }

  @Test func `a list in a batch goes on alone`() async throws {
    let first = batchAnswer([(200, list([item(1)], after: "c1")), (200, #"{"success":true}"#)])
    let second = list([item(2)])
    try await connected({ _, number in .answer(200, number == 0 ? first : second) }) {
      (connector, server) async throws in
      let answers = await connector.perform([
        call(.listDrafts(since: since)), call(.release(draft: RemoteID("100_9"))),
      ])
      #expect(ids(answers[0]) == ["100_1", "100_2"])
      #expect(answers[1].outcome == .released)
      #expect(server.requests[1].query["after"] == "c1")
    }
  }

  @Test func `a list stops where it lies wholly before the time asked for`() async throws {
    let body = list([item(5, at: "07:00:00")], after: "c1")
    try await connected({ _, _ in .answer(200, body) }) { (connector, server) async throws in
      #expect(ids(await connector.perform([call(.listDrafts(since: since))])[0]) == [])
      #expect(server.requests.count == 1)
    }
  }

  @Test func `a list that is cut short is no list`() async throws {
    let more = list([item(1)], after: "c1")
    let broken = #"{"data":[],"paging":{"next":"http://x"}}"#
    for second in [ScriptedServer.Reply.close, .answer(200, "{}"), .answer(200, broken)] {
      try await connected({ _, number in number == 0 ? .answer(200, more) : second }) {
        (connector, _) async throws in
        let answer = await connector.perform([call(.listDrafts(since: since))])[0]
        let found = try #require(answer.outcome.failed)
        #expect(!found.isUnknown)
        #expect(found.failure.kind == .temporary)
      }
    }
  }

  @Test func `a list in a circle and one without an end are no lists`() async throws {
    try await connected({ _, _ in .answer(200, list([], after: "c1")) }) {
      (connector, server) async throws in
      let answer = await connector.perform([call(.listDrafts(since: since))])[0]
      #expect(answer.outcome.failed != nil)
      #expect(server.requests.count == 2)
    }
    try await connected({ _, number in .answer(200, list([], after: "c\(number)")) }) {
      (connector, server) async throws in
      let answer = await connector.perform([call(.listDrafts(since: since))])[0]
      #expect(answer.outcome.failed != nil)
      #expect(server.requests.count == FacebookConnector.longestList)
    }
  }
}
