import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

@testable import VitrineSandbox

/// A client of a running sandbox, over a real socket.
struct Visitor: Sendable {
  let ready: SandboxReady
  let http: HTTPClient

  struct Answer {
    var status: Int
    var headers: [String: String]
    var text: String

    var json: JSONValue { (try? JSONReader.read(text)) ?? .null }
    var id: String { json["id"]?.parameterText ?? "" }
    /// `code/subcode` of an error, empty for a success.
    var error: String { Visitor.error(in: json) }
  }

  static func error(in json: JSONValue) -> String {
    guard let error = json["error"] else { return "" }
    return [error["code"], error["error_subcode"]].compactMap { $0?.parameterText }
      .joined(separator: "/")
  }

  func send(
    _ method: String, _ path: String, _ form: [String: String] = [:], json: String? = nil,
    body: String? = nil,
    headers: [String: String] = [:], milliseconds: Int64 = 60_000
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: ready.baseURL + path)
    request.method = .init(rawValue: method)
    for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
    if let json {
      request.headers.replaceOrAdd(name: "Content-Type", value: "application/json")
      request.body = .bytes(ByteBuffer(string: json))
    } else if let body {
      request.body = .bytes(ByteBuffer(string: body))
    } else if !form.isEmpty {
      request.headers.replaceOrAdd(name: "Content-Type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: Self.encode(form)))
    }
    let response = try await http.execute(request, timeout: .milliseconds(milliseconds))
    let body = try await response.body.collect(upTo: 1 << 24)
    return Answer(
      status: Int(response.status.code),
      headers: Dictionary(
        response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 }),
      text: String(buffer: body))
  }

  static func encode(_ form: [String: String]) -> String {
    form.map { "\($0.key)=\(FormDecoding.encode($0.value))" }.joined(separator: "&")
  }

  /// The pages with their tokens, as the user finds them.
  func pages() async throws -> [Page] {
    let query = "?limit=100&fields=id,access_token&access_token=\(ready.userToken)"
    let answer = try await send("GET", "/v26.0/me/accounts" + query)
    return (answer.json["data"]?.items ?? []).map {
      Page(id: $0["id"]?.parameterText ?? "", token: $0["access_token"]?.parameterText ?? "")
    }
  }

  struct Page: Sendable {
    var id: String
    var token: String
  }

  func post(_ message: String, on page: Page, _ more: [String: String] = [:]) async throws -> Answer
  {
    let form = ["message": message, "access_token": page.token].merging(more) { $1 }
    return try await send("POST", "/v26.0/\(page.id)/feed", form)
  }

  func stage(_ message: String, on page: Page) async throws -> Answer {
    try await post(
      message, on: page, ["published": "false", "unpublished_content_type": "DRAFT"])
  }

  func release(_ post: String, of page: Page) async throws -> Answer {
    try await send(
      "POST", "/v26.0/\(post)", ["is_published": "true", "access_token": page.token])
  }

  /// The sandbox's own list of posts; `all` shows the unpublished and deleted ones too.
  func truth(all: Bool = false) async throws -> [JSONValue] {
    try await send("GET", "/sandbox/posts\(all ? "?all=true" : "")").json["items"]?.items ?? []
  }

  func messages(all: Bool = false) async throws -> [String] {
    try await truth(all: all).compactMap { $0["message"]?.parameterText }
  }

  func arm(_ fault: String) async throws {
    let answer = try await send("POST", "/sandbox/faults", json: "\"\(fault)\"")
    if answer.status != 200 { throw SandboxInputError(answer.text) }
  }

  /// Sends form bodies for the feeds of pages as one batch; null members are nil.
  func batch(_ operations: [(method: String, url: String, body: String)]) async throws -> Batch {
    var writer = JSONWriter()
    writer.beginArray()
    for operation in operations {
      writer.beginObject()
      writer.key("method")
      writer.string(operation.method)
      writer.key("relative_url")
      writer.string(operation.url)
      writer.key("body")
      writer.string(operation.body)
      writer.endObject()
    }
    writer.endArray()
    let answer = try await send(
      "POST", "/v26.0/",
      [
        "access_token": "\(ready.appID)|\(ready.appSecret)",
        "batch": String(decoding: writer.bytes, as: UTF8.self),
      ])
    let members = (answer.json.items ?? []).map { member -> JSONValue? in
      member == .null ? nil : try? JSONReader.read(member["body"]?.parameterText ?? "")
    }
    return Batch(answer: answer, members: members)
  }

  struct Batch {
    var answer: Answer
    var members: [JSONValue?]
  }

  /// One draft on each page, in one batch.
  func stageAll(_ pages: [Page]) async throws -> Batch {
    try await batch(
      pages.map { page in
        let form = [
          "message": "Pour \(page.id)", "published": "false",
          "unpublished_content_type": "DRAFT", "access_token": page.token,
        ]
        return ("POST", "\(page.id)/feed", Self.encode(form))
      })
  }
}
