import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// What Facebook sent, taken in from a file, over a real sandbox.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct WebhookReplayTests {
  private func signature(_ body: String, _ stage: Stage) throws -> String {
    let secret = try String(
      contentsOf: stage.desk.workspace.appending(path: ".vitrine/keys/facebook-app-secret"),
      encoding: .utf8)
    let key = secret.split(whereSeparator: \.isWhitespace).first ?? ""
    return "sha256=" + Commitment.hash(Array(body.utf8), salt: Array(key.utf8)).hex
  }

  private func body(_ posts: [(page: String, id: String)]) -> String {
    let entries = posts.map { page, id in
      #"{"id":"\#(page)","time":1,"changes":[{"field":"feed","value":{"item":"status","#
        + #""verb":"add","from":{"id":"\#(page)"},"post_id":"\#(id)","message":"\u00e9"}},"#
        + #"{"field":"feed","value":{"item":"like","verb":"add"}}]}"#
    }
    return #"{"object":"page","entry":["# + entries.joined(separator: ",") + "]}"
  }

  @Test func `a post made by hand is found from a raw file and from lines, and a forgery is not`()
    async throws
  {
    try await withStage(12) { stage in
      #expect(try await stage.launch().exitCode == 0)
      try await stage.sandbox.post("Soldes", on: "FR-0003")
      let page = try await stage.sandbox.page(of: "FR-0003")
      let posts = try await stage.sandbox.posts().filter { $0.page == page }
      #expect(posts.count == 2)
      let text = body(posts.map { (page, $0.id) })
      let file = stage.desk.folder.appending(path: "hook.json").path
      try Data(text.utf8).write(to: URL(filePath: file))
      let header = try signature(text, stage)

      let forged = await stage.desk.speak(
        ["webhook", "replay", file, "--header", header.replacing("=", with: "=0"), "--json"],
        as: .auditor)
      #expect(forged.exitCode == 77, "\(forged.all)")
      let unsigned = await stage.desk.speak(["webhook", "replay", file, "--json"], as: .auditor)
      #expect(unsigned.exitCode == 65, "\(unsigned.all)")
      let editor = await stage.desk.speak(
        ["webhook", "replay", file, "--header", header, "--json"], as: .editor)
      #expect(editor.exitCode == 77, "\(editor.all)")

      let raw = await stage.desk.speak(
        ["webhook", "replay", file, "--header", header, "--json"], as: .auditor)
      #expect(raw.exitCode == 1, "\(raw.all)")
      let found = try JSON(parsing: raw.output)
      #expect(found["entries"] == 2 && found["changes"] == 4 && found["ignored"] == 2)
      #expect(found["unrecorded"]?.items.map { $0["store"] } == ["FR-0003"])
      #expect(found["unrecorded"]?.items.first?["isNew"] == true)
      #expect(found["altered"]?.items.isEmpty == true)
      #expect(found["missing"]?.items.isEmpty == true)

      let object: JSON = ["signature": .string(header), "body": .string(text)]
      let line = String(decoding: object.bytes, as: UTF8.self)
      let lines = stage.desk.folder.appending(path: "hook.jsonl").path
      try Data((line + "\n\n" + line + "\n").utf8).write(to: URL(filePath: lines))
      let again = await stage.desk.speak(
        ["webhook", "replay", lines, "--json"], as: .auditor)
      #expect(again.exitCode == 1, "\(again.all)")
      let second = try JSON(parsing: again.output)
      #expect(second["changes"] == 8 && second["ignored"] == 4)
      #expect(second["unrecorded"]?.items.map { $0["isNew"] } == [false])
      #expect(await stage.desk.speak(["audit", "verify"], as: .auditor).exitCode == 0)
    }
  }
}
