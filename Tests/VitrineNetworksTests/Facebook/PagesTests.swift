import Testing
import VitrineCore

@testable import VitrineNetworks

struct PagesTests {
  private let userToken = Secret("EAAcanaryUserToken")

  private func list(_ items: [String], after: String? = nil) -> String {
    let paging = after.map { cursor in
      ",\"paging\":{\"cursors\":{\"after\":\"\(cursor)\"},\"next\":\"http://evil.example/x\"}"
    }
    return "{\"data\":[\(items.joined(separator: ","))]\(paging ?? "")}"
  }

  @Test func `pages are read with their token, store code and right to publish`() async throws {
    let body = list([
      """
      {"id":"1","name":"Ash","access_token":"EAApage1","tasks":["ANALYZE","CREATE_CONTENT"],\
      "store_code":"FR-0001","store_number":7}
      """,
      #"{"id":"2","name":"Elm","tasks":["PROFILE_PLUS_CREATE_CONTENT"],"store_number":12}"#,
      #"{"id":"3","name":"","access_token":"a b","tasks":["MANAGE"],"store_code":""}"#,
      #"{"id":"1","name":"Twice"}"#,
    ])
    try await connected({ _, _ in .answer(200, body) }) { (connector, server) async throws in
      let pages = try await connector.pages(visibleTo: userToken)
      #expect(pages.map(\.id.rawValue) == ["1", "2", "3"])
      #expect(pages.map(\.name) == ["Ash", "Elm", "3"])
      #expect(pages.map { $0.token?.exposed } == ["EAApage1", nil, nil])
      #expect(pages.map(\.storeCode) == ["FR-0001", "12", nil])
      #expect(pages.map(\.mayPublish) == [true, true, false])
      let request = try #require(server.requests.first)
      #expect(request.path == "/v26.0/me/accounts")
      #expect(request.headers["authorization"] == "Bearer EAAcanaryUserToken")
      #expect(request.query["limit"] == "100")
      #expect(request.query["fields"] == "id,name,access_token,tasks,store_code,store_number")
      #expect(
        request.query["appsecret_proof"]
          == GraphToken.proof(of: userToken, appSecret: appSecret))
      #expect(!request.target.contains("canary"))
    }
  }

  @Test func `1,212 pages are found over 13 requests and an empty one`() async throws {
    try await connected({ request, _ in
      let start = request.query["after"].flatMap { Int($0) } ?? 0
      // An empty page in the middle, which is not the end.
      if start == 600 { return .answer(200, list([], after: "601")) }
      let first = start == 601 ? 600 : start
      let items = (first..<min(first + 100, 1212)).map { "{\"id\":\"\($0 + 1)\"}" }
      return .answer(200, list(items, after: first + 100 < 1212 ? "\(first + 100)" : nil))
    }) { (connector, server) async throws in
      let pages = try await connector.pages(visibleTo: userToken)
      #expect(pages.count == 1212)
      #expect(pages.last?.id == RemoteID("1212"))
      #expect(server.requests.count == 14)
    }
  }

  @Test func `where store codes are refused, they are left out`() async throws {
    let refusal = #"{"error":{"message":"(#100) nonexisting field","code":100}}"#
    try await connected({ _, number in
      number == 0 ? .answer(400, refusal) : .answer(200, list([#"{"id":"1"}"#]))
    }) { (connector, server) async throws in
      #expect(try await connector.pages(visibleTo: userToken).count == 1)
      #expect(server.requests.map { $0.query["fields"]?.hasSuffix("tasks") } == [false, true])
    }
  }

  @Test func `too much data is asked for again in halves, and stays halved`() async throws {
    let heavy = #"{"error":{"message":"Please reduce the amount of data","code":1}}"#
    try await connected({ _, number in
      switch number {
      case 0, 1: .answer(500, heavy)
      case 2: .answer(200, list([#"{"id":"1"}"#], after: "c"))
      default: .answer(200, list([#"{"id":"2"}"#]))
      }
    }) { (connector, server) async throws in
      #expect(try await connector.pages(visibleTo: userToken).count == 2)
      #expect(server.requests.map { $0.query["limit"] } == ["100", "50", "25", "25"])
    }
  }

  @Test func `an error that stays ends the search`() async throws {
    try await connected({ _, _ in .answer(500, #"{"error":{"message":"x","code":1}}"#) }) {
      (connector, server) async throws in
      let fault = try await #require(throws: Fault.self) {
        try await connector.pages(visibleTo: userToken)
      }
      #expect(fault.code == .unavailable)
      #expect(server.requests.count < 20)
    }
  }

  @Test func `a connection that breaks is tried three times in all`() async throws {
    try await connected({ _, number in
      number < 2 ? .close : .answer(200, list([#"{"id":"1"}"#]))
    }) { (connector, _) async throws in
      #expect(try await connector.pages(visibleTo: userToken).count == 1)
    }
    try await connected({ _, _ in .close }) { (connector, server) async throws in
      let fault = try await #require(throws: Fault.self) {
        try await connector.pages(visibleTo: userToken)
      }
      #expect(fault.code == .unavailable)
      #expect(server.requests.count == 3)
    }
  }

  @Test(arguments: [
    (#"{"error":{"message":"EAAcanaryUserToken is bad","code":190}}"#, Fault.Code.unauthenticated),
    (#"{"error":{"message":"x","code":190,"error_subcode":460}}"#, .unauthenticated),
    (#"{"error":{"message":"x","code":200}}"#, .denied),
    (#"{"error":{"message":"x","code":17}}"#, .throttled),
    (#"{"error":{"message":"x","code":2500}}"#, .unavailable),
    (#"{"data":[{"name":"no id"}]}"#, .unavailable), (#"{"data":{}}"#, .unavailable),
    ("<html>", .unavailable), ("[]", .unavailable),
    (#"{"data":[],"paging":{"next":"http://x"}}"#, .unavailable),
  ])
  func `a refusal becomes a fault in both languages, without the token`(
    _ body: String, _ code: Fault.Code
  ) async throws {
    try await connected({ _, _ in .answer(400, body) }) { (connector, _) async throws in
      let fault = try await #require(throws: Fault.self) {
        try await connector.pages(visibleTo: userToken)
      }
      #expect(fault.code == code)
      for language in Language.allCases {
        let text = fault.message.text(in: language)
        #expect(!text.contains("canary"))
        #expect(!text.contains("{1"))
        #expect(!text.hasPrefix("network."))
      }
    }
  }

  @Test func `a circle of cursors is noticed, and so is a list without an end`() async throws {
    try await connected({ _, number in .answer(200, list([], after: "c\(number % 2)")) }) {
      (connector, server) async throws in
      let fault = try await #require(throws: Fault.self) {
        try await connector.pages(visibleTo: userToken)
      }
      #expect(fault.message.code == "network.paging.circle")
      #expect(server.requests.count == 3)
    }
    try await connected({ _, number in .answer(200, list([], after: "c\(number)")) }) {
      (connector, server) async throws in
      let fault = try await #require(throws: Fault.self) {
        try await connector.pages(visibleTo: userToken)
      }
      #expect(fault.message.code == "network.paging.endless")
      #expect(server.requests.count == FacebookConnector.longestDiscovery)
    }
  }

  @Test func `a text that is no token is not sent`() async throws {
    try await connected({ _, _ in .close }) { (connector, server) async throws in
      let fault = try await #require(throws: Fault.self) {
        try await connector.pages(visibleTo: Secret("EAA\nx"))
      }
      #expect(fault.code == .invalid)
      #expect(server.requests.isEmpty)
    }
  }
}
