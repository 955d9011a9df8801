import Foundation
import Testing

@testable import VitrineSandbox

@Suite(.timeLimit(.minutes(30)))
struct SiteTests {
  @Test func `a visitor reads the newest post of each page`() async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[1]
      _ = try await visitor.post("Ancien", on: page)
      _ = try await visitor.post("Nouveau", on: page)
      _ = try await visitor.stage("Caché", on: page)
      let home = try await visitor.send("GET", "/").text
      #expect(home.contains("Magasin nº 2") && home.contains("Nouveau"))
      #expect(!home.contains("Ancien") && !home.contains("Caché"))
      let own = try await visitor.send("GET", "/p/\(page.id)").text
      #expect(own.contains("Nouveau") && own.contains("Ancien") && !own.contains("Caché"))
    }
  }

  @Test func `a pinned post stands first until it is taken off`() async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[1]
      let first = try await visitor.post("Ancien", on: page)
      _ = try await visitor.post("Nouveau", on: page)
      func pin(_ isPinned: Bool) async throws {
        _ = try await visitor.send(
          "POST", "/v26.0/\(first.id)",
          ["is_pinned": isPinned ? "true" : "false", "access_token": page.token])
      }
      func pins() async throws -> [String: Bool] {
        try await visitor.truth().reduce(into: [:]) {
          $0[$1["message"]?.parameterText ?? ""] = $1["pinned"] == .bool(true)
        }
      }
      try await pin(true)
      #expect(try await pins() == ["Ancien": true, "Nouveau": false])
      #expect(try await visitor.send("GET", "/").text.contains("Ancien"))
      try await pin(false)
      #expect(try await pins() == ["Ancien": false, "Nouveau": false])
      #expect(try await visitor.send("GET", "/").text.contains("Nouveau"))
      // Nobody sees a draft, so it has no place at the top.
      let draft = try await visitor.stage("Caché", on: page)
      let refused = try await visitor.send(
        "POST", "/v26.0/\(draft.id)", ["is_pinned": "true", "access_token": page.token])
      #expect(refused.status == 400)
      #expect(refused.error == "100")
    }
  }

  @Test(arguments: ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<\u{301}b>"])
  func `markup in a post stays text`(_ message: String) async throws {
    try await withSandbox { visitor in
      let page = try await visitor.pages()[0]
      _ = try await visitor.post(message, on: page)
      for path in ["/", "/p/\(page.id)", "/?q=\(FormDecoding.encode(message))"] {
        let bytes = Array(try await visitor.send("GET", path).text.utf8)
        #expect(!contains(bytes, Array(message.utf8)))
      }
    }
  }

  private func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    bytes.indices.dropLast(max(0, needle.count - 1)).contains {
      bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }

  @Test(arguments: [
    ("", 24, true), ("?page=2", 6, false), ("?q=nº+17", 1, false), ("?q=zzz", 0, false),
  ])
  func `the home page is searched and paged`(_ query: String, _ cards: Int, _ hasNext: Bool)
    async throws
  {
    try await withSandbox(.small(30)) { visitor in
      let html = try await visitor.send("GET", "/\(query.replacing("º", with: "%C2%BA"))").text
      #expect(html.ranges(of: "class=\"card\"").count == cards)
      #expect(html.contains("Suivante") == hasNext)
    }
  }

  @Test(arguments: ["/p/1", "/p/abc", "/p/", "/media/none"])
  func `what is not there is not found`(_ path: String) async throws {
    try await withSandbox { visitor in
      let answer = try await visitor.send("GET", path)
      #expect(answer.status == 404)
    }
  }
}
