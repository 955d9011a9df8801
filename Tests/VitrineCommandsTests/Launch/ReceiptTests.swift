import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The receipt as whoever keeps it finds it: every page accounted for, and everything provable.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct ReceiptTests {
  private struct Folder {
    let url: URL

    func text(_ name: String) throws -> String {
      try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: url.appending(path: name)))
    }
  }

  private func receipt(of stage: Stage, language: String = "en") async throws -> Folder {
    let url = stage.desk.folder.appending(path: "receipt-\(language)")
    try await stage.desk.succeed(
      [
        "broadcast", "receipt", stage.broadcast, "--out", url.path, "--language", language,
      ], as: .broadcaster)
    return Folder(url: url)
  }

  @Test func `sheet, spreadsheet and JSON say the same, and add up`() async throws {
    try await withStage(12) { stage in
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.arm(["error,code=190,subcode=463,op=stage,pages=\(page)"])
      _ = try await stage.launch()
      _ = try await stage.launch("--accept-held")
      let folder = try await receipt(of: stage)
      let json = try JSON(parsing: try folder.text("receipt.json"))
      let columns = [
        "published", "refused", "held", "failed", "unknown", "pending", "cancelled", "takenDown",
      ]
      let counts = columns.compactMap { json[$0]?.number }
      #expect(counts.count == columns.count)
      #expect(json["targeted"]?.number == counts.reduce(0, +))
      #expect(json["pages"]?.items.count == 12 && json["targeted"] == 12)
      let lines = try folder.text("pages.csv").split(separator: "\r\n")
      #expect(lines.count == 13)
      let sheet = try folder.text("receipt.html")
      let sum = try #require(
        sheet.firstMatch(of: /<table class="sum">.*?<\/table>/.dotMatchesNewlines()))
      let numbers = sum.output.matches(of: /<td[^>]*>(\d+)<\/td>/).compactMap { Int64($0.output.1) }
      #expect(numbers.first == 12 && numbers.dropFirst().reduce(0, +) == 12, "\(numbers)")
      #expect(numbers.contains(1) && numbers.contains(11), "\(numbers)")
      for page in json["pages"]?.items ?? [] {
        let store = try #require(page["store"]?.text)
        #expect(sheet.contains("<td>\(store)<br>"), "\(store)")
        if let link = page["permalink"]?.text { #expect(sheet.contains(link)) }
        if let reason = page["reason"]?.text, page["state"] != "published" {
          #expect(sheet.contains(reason.replacing("'", with: "&#39;")), "\(reason)")
        }
      }
      #expect(sheet.contains("Ana Blanc · ") && sheet.contains("Lou Garnier · "))
      #expect(!sheet.contains("<script") && !sheet.contains("src="))
      let french = try await receipt(of: stage, language: "fr").text("receipt.html")
      #expect(french.contains("reçu de diffusion") && french.contains("lang=\"fr\""))
    }
  }

  @Test func `each record of it is proved to somebody who has only the key`() async throws {
    try await withStage(12) { stage in
      _ = try await stage.launch()
      let folder = try await receipt(of: stage)
      let key = try NoteVerifier(
        vkey: try folder.text("log.vkey").trimmingCharacters(in: .newlines))
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appending(path: "proofs").path)
      let indices = names.filter { $0.hasSuffix(".json") }.compactMap { Int($0.dropLast(5)) }
      #expect(names.count == indices.count * 2)
      var actions: [String: Int] = [:]
      for index in indices {
        let record = try folder.bytes("proofs/\(index).json").dropLast()
        let proof = try TLogProof(bytes: try folder.bytes("proofs/\(index).tlog-proof"))
        #expect(proof.index == index)
        #expect(try proof.checkpoint.bytes == folder.bytes("checkpoint"))
        try proof.verify(record: Array(record), log: key)
        let action = try #require(
          JSON(parsing: String(decoding: record, as: UTF8.self))["action"]?.text)
        actions[action, default: 0] += 1
      }
      #expect(actions["broadcast.approve"] == 2 && actions["broadcast.launch"] != nil, "\(actions)")
      #expect(actions["post.publish"] == 12, "\(actions)")
      let forged = try folder.bytes("proofs/\(indices[0]).json").dropLast() + [0x20]
      let proof = try TLogProof(bytes: try folder.bytes("proofs/\(indices[0]).tlog-proof"))
      #expect(throws: Fault.self) { try proof.verify(record: Array(forged), log: key) }
    }
  }
}
