import Testing
import VitrineCore

@testable import VitrineNetworks

struct PeopleTests {
  @Test func `people with a role on the page itself are personal accounts`() async throws {
    let body =
      #"{"data":[{"id":"7","name":"Jean","tasks":["MANAGE","CREATE_CONTENT"]},{"id":"8"}]}"#
    let answer = try await answer(.answer(200, body), to: .listRoles)
    #expect(
      answer.outcome
        == .people([
          PagePerson(
            id: RemoteID("7"), name: "Jean", tasks: ["MANAGE", "CREATE_CONTENT"], kind: .personal),
          PagePerson(id: RemoteID("8"), name: "8", tasks: [], kind: .personal),
        ]))
  }

  @Test func `of those whom the business assigned, the network says which is a system`()
    async throws
  {
    let body = #"{"data":[{"id":"7","name":"A","user_type":"SYSTEM_USER"},{"id":"8","name":"B"}]}"#
    try await connected({ _, _ in .answer(200, body) }) { (connector, server) async throws in
      let answer = await connector.perform([call(.listAssigned(business: RemoteID("55")))])[0]
      guard case .people(let people) = answer.outcome else {
        Issue.record("\(answer.outcome)")
        return
      }
      #expect(people.map(\.kind) == [.system, .business])
      let request = try #require(server.requests.first)
      #expect(request.path == "/v26.0/100/assigned_users")
      #expect(request.query["business"] == "55")
    }
  }

  @Test func `a list of people goes on behind its cursor`() async throws {
    try await connected({ request, _ in
      let isFirst = request.query["after"] == nil
      let paging = #","paging":{"cursors":{"after":"c"},"next":"http://evil.example/x"}"#
      return .answer(
        200, "{\"data\":[{\"id\":\"\(isFirst ? 1 : 2)\"}]\(isFirst ? paging : "")}")
    }) { (connector, _) async throws in
      let answer = await connector.perform([call(.listRoles)])[0]
      guard case .people(let people) = answer.outcome else {
        Issue.record("\(answer.outcome)")
        return
      }
      #expect(people.map(\.id.rawValue) == ["1", "2"])
    }
  }

  @Test(arguments: [
    #"{"data":[{"name":"nobody"}]}"#, #"{"data":[{"id":"../x"}]}"#, #"{"success":true}"#,
  ])
  func `an answer that hides somebody is no answer`(_ body: String) async throws {
    let answer = try await answer(.answer(200, body), to: .listRoles)
    #expect(answer.outcome.failed?.isUnknown == false)
  }

  @Test(arguments: [
    (#"{"id":"100","business":{"id":"55"}}"#, RemoteID("55")), (#"{"id":"100"}"#, nil),
    (#"{"id":"100","business":{"id":"a/b"}}"#, nil),
  ])
  func `a page says which business it belongs to`(_ body: String, _ business: RemoteID?)
    async throws
  {
    #expect(try await answer(.answer(200, body), to: .readBusiness).outcome == .business(business))
  }

  @Test func `where the maker of a post may not be seen, the rest of it is`() async throws {
    let refusal = #"{"error":{"message":"(#200) no","code":200}}"#
    let list = #"{"data":[{"id":"100_1","message":"x","is_published":true}]}"#
    try await connected({ request, _ in
      request.query["fields"]?.contains("admin_creator") == true
        ? .answer(403, refusal) : .answer(200, list)
    }) { (connector, server) async throws in
      let step = NetworkCall.Step.listPublished(
        since: Timestamp(clamping: 0), until: Timestamp(clamping: 1_000))
      guard case .posts(let posts) = await connector.perform([call(step)])[0].outcome else {
        Issue.record("no posts")
        return
      }
      #expect(posts.map(\.id.rawValue) == ["100_1"])
      #expect(server.requests.count == 2)
    }
  }

  @Test func `the maker of a post is read`() async throws {
    let list = """
      {"data":[{"id":"100_1","is_published":true,"application":{"id":"9"},\
      "admin_creator":{"id":"12","name":"Jean"}}]}
      """
    let step = NetworkCall.Step.listPublished(
      since: Timestamp(clamping: 0), until: Timestamp(clamping: 1_000))
    guard case .posts(let posts) = try await answer(.answer(200, list), to: step).outcome else {
      Issue.record("no posts")
      return
    }
    #expect(posts.first?.adminCreator == "12")
    #expect(posts.first?.application == "9")
  }
}
