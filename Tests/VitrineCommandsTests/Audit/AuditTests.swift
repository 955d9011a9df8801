import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// What the log keeps of a broadcast, and whether an outsider can check it.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct AuditTests {
  @Test func `a store's history tells who published what`() async throws {
    try await withStage(12) { stage in
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      let desk = stage.desk
      let list = try await desk.succeed(["audit", "list", "--store", "FR-0003"], as: .auditor)
      let published = list["items"]?.items.filter { $0["action"]?.text == "post.publish" } ?? []
      #expect(published.count == 1)
      let record = try #require(published.first)
      #expect(record["onBehalfOf"]?.text == desk.people[.broadcaster])
      #expect(record["target"]?["store"] == "FR-0003")
      #expect(record["result"] == "success")
      let post = try await stage.sandbox.posts().first { $0.store == "FR-0003" }
      #expect(record["remote"]?["postID"]?.text == post?.id)

      let index = try #require(record["index"]?.number)
      let shown = try await desk.succeed(["audit", "show", String(index)], as: .auditor)
      #expect(shown == record)

      let steps = try await desk.succeed(
        ["audit", "list", "--object", stage.broadcast, "--limit", "100"], as: .auditor)
      let actions = Set(steps["items"]?.items.compactMap { $0["action"]?.text } ?? [])
      #expect(
        actions.isSuperset(of: [
          "broadcast.draft", "broadcast.submit", "broadcast.approve", "broadcast.launch",
        ]))
      for (person, action) in [
        (Person.editor, "broadcast.submit"), (.broadcaster, "broadcast.launch"),
      ] {
        let found = try await desk.succeed(
          ["audit", "list", "--actor", desk.people[person] ?? "", "--action", action],
          as: .auditor)
        #expect(found["items"]?.items.isEmpty == false, "\(action)")
      }
    }
  }

  @Test func `a list is read page by page without a gap`() async throws {
    try await withDesk { desk in
      var indices: [Int64] = []
      var cursor: String?
      repeat {
        let page = try await desk.succeed(
          ["audit", "list", "--limit", "7"] + (cursor.map { ["--cursor", $0] } ?? []),
          as: .auditor)
        indices += page["items"]?.items.compactMap { $0["index"]?.number } ?? []
        cursor = page["next"]?.text
      } while cursor != nil
      let size = try await desk.succeed(["audit", "verify"], as: .auditor)["records"]?.number ?? 0
      #expect(indices == Array((0..<size).reversed()))
    }
  }

  @Test func `an export is checked without us`() async throws {
    try await withStage(100) { stage in
      #expect(try await stage.launch().exitCode == 0)
      let folder = stage.desk.folder.appending(path: "export")
      let made = try await stage.desk.succeed(
        ["audit", "export", "--out", folder.path], as: .auditor)
      let size = Int(try #require(made["records"]?.number))
      #expect(size > 150)

      func lines(_ name: String) throws -> [String] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        #expect(text.hasSuffix("\n"))
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init)
      }
      let leaves = try lines("leaves.b64").map { try #require(Data(base64Encoded: $0)) }
      let records = try lines("records.jsonl")
      #expect(leaves.count == size && records.count == size)
      #expect(zip(leaves, records).allSatisfy { $0 == Data($1.utf8) })

      // RFC 6962 by hand, against the root that the checkpoint signs.
      let root = treeHash(leaves[...])
      let note = try Data(contentsOf: folder.appending(path: "checkpoint"))
      let text = String(decoding: note, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(text[1] == String(size))
      #expect(Data(base64Encoded: String(text[2])) == Data(root))
      let key = try lines("vkey")[0]
      #expect(text[4].hasPrefix("— \(text[0]) "))
      let verifier = try NoteVerifier(vkey: key)
      #expect(try Checkpoint(SignedNote(bytes: Array(note)), log: verifier).size == size)

      let bundle = try Data(contentsOf: folder.appending(path: bundlePath(size)))
      var entries: [Data] = []
      var rest = bundle[...]
      while let high = rest.popFirst(), let low = rest.popFirst() {
        let length = Int(high) << 8 | Int(low)
        entries.append(Data(rest.prefix(length)))
        rest = rest.dropFirst(length)
      }
      #expect(entries == Array(leaves.prefix(entries.count)))
      #expect(entries.count == min(size, 256))
    }
  }

  @Test func `a checkpoint that was kept catches a log that was cut back`() async throws {
    try await withDesk { desk in
      let kept = desk.folder.appending(path: "kept.checkpoint").path
      try await desk.succeed(["audit", "checkpoint", "--out", kept], as: .auditor)
      _ = try await desk.draftBroadcast("Bonjour")
      let good = await desk.speak(["audit", "verify", "--checkpoint", kept], as: .auditor)
      #expect(good.exitCode == 0, "\(good.all)")

      let template = try await Template.of(12, .sqlite)
      let folder = desk.folder.appending(path: "older")
      try Template.makeFolder(folder)
      let older = try await template.copy(to: folder)
      _ = try await desk.draftBroadcast("Encore")
      let late = desk.folder.appending(path: "late.checkpoint").path
      try await desk.succeed(["audit", "checkpoint", "--out", late], as: .auditor)
      let cut = await older.speak(["audit", "verify", "--checkpoint", late], as: .auditor)
      #expect(cut.exitCode == 1, "\(cut.all)")
    }
  }

  /// The root of a Merkle tree as RFC 6962 2.1 defines it.
  private func treeHash(_ leaves: ArraySlice<Data>) -> [UInt8] {
    guard leaves.count > 1, let first = leaves.first else {
      return Hash(of: [0] + (leaves.first.map(Array.init) ?? [])).bytes
    }
    _ = first
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return Hash(of: [1] + treeHash(leaves[..<middle]) + treeHash(leaves[middle...])).bytes
  }

  /// The first bundle of entries, partial when the log is short.
  private func bundlePath(_ size: Int) -> String {
    size >= 256 ? "tile/entries/000" : "tile/entries/000.p/\(size)"
  }
}
