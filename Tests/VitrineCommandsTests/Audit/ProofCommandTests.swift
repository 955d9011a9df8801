import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// An outsider with files and no desk: proofs, witnesses, exports by command.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct ProofCommandTests {
  @Test func `a record is proved to somebody who has only the key`() async throws {
    try await withDesk { desk in
      let key = try await desk.succeed(["audit", "key"], as: .auditor)["vkey"]?.text ?? ""
      let made = try await desk.succeed(
        ["audit", "prove", "2", "--out", "two.tlog-proof", "--record", "two.json"], as: .auditor)
      #expect(made["index"] == 2)
      let arguments = ["audit", "verify", "--proof", "two.tlog-proof", "--key", key]
      // No token, and a folder that is no workspace.
      let bare = ["VITRINE_WORKSPACE": "/nowhere"]
      let good = await desk.speak(arguments + ["--record", "two.json"], as: nil, with: bare)
      #expect(good.exitCode == 0, "\(good.all)")
      #expect(good.output.hasPrefix("record 2 is in the log of "), "\(good.output)")
      let other = try desk.write("{}", to: "other.json")
      let bad = await desk.speak(arguments + ["--record", other], as: nil, with: bare)
      #expect(bad.exitCode == 65, "\(bad.all)")
      let alone = await desk.speak(arguments, as: nil, with: bare)
      #expect(alone.exitCode == 64, "\(alone.all)")
    }
  }

  @Test func `a witness with only the last checkpoint cosigns, and the desk keeps it`()
    async throws
  {
    try await withDesk { desk in
      let key = try await desk.succeed(["audit", "key"], as: .auditor)["vkey"]?.text ?? ""
      let bare = ["VITRINE_WORKSPACE": "/nowhere"]
      func cosign(_ arguments: [String]) async -> Desk.Spoken {
        await desk.speak(
          ["audit", "cosign", "--key", "w.key"] + arguments, as: nil, with: bare)
      }
      let made = await cosign(["--new-key", "witness.example/w1"])
      #expect(made.exitCode == 0, "\(made.all)")
      let vkey = made.output.trimmingCharacters(in: .newlines)
      let mode =
        try FileManager.default.attributesOfItem(
          atPath: desk.folder.appending(path: "w.key").path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(await cosign(["--new-key", "witness.example/w1"]).exitCode == 74)

      let first = try await desk.succeed(
        ["audit", "checkpoint", "--out", "one.checkpoint"], as: .auditor)
      let size = first["checkpoint"]?.text?.split(separator: "\n")[1] ?? ""
      let seen = await cosign(["one.checkpoint", "--log", key, "--out", "one.cosigned"])
      #expect(seen.exitCode == 0, "\(seen.all)")
      #expect(seen.errors.contains("first checkpoint"))

      try await desk.succeed(["audit", "checkpoint", "--out", "two.checkpoint"], as: .auditor)
      let blind = await cosign(["two.checkpoint", "--log", key])
      #expect(blind.exitCode == 65, "\(blind.all)")
      #expect(blind.errors.contains("audit prove --from \(size)"))
      try await desk.succeed(
        ["audit", "prove", "--from", String(size), "--out", "growth"], as: .auditor)
      let grown = await cosign(["growth", "--log", key, "--out", "two.cosigned"])
      #expect(grown.exitCode == 0, "\(grown.all)")

      // Back to a smaller one: that is the alarm.
      let back = await cosign(["one.checkpoint", "--log", key])
      #expect(back.exitCode == 70, "\(back.all)")

      try await desk.succeed(
        ["audit", "checkpoint", "--attach", "two.cosigned", "--witness", vkey], as: .auditor)
      let verified = try await desk.succeed(
        ["audit", "verify", "--witness", vkey, "--checkpoint", "one.cosigned"], as: .auditor)
      #expect(verified["good"] == true)
      #expect(verified["witnesses"]?.items.first?["name"] == "witness.example/w1")
      let proved = await desk.speak(
        [
          "audit", "verify", "--proof", "growth", "--checkpoint", "one.checkpoint", "--key", key,
        ], as: nil, with: bare)
      #expect(proved.exitCode == 0, "\(proved.all)")
    }
  }

  @Test func `an export is verified from the folder alone`() async throws {
    try await withDesk { desk in
      let key = try await desk.succeed(["audit", "key"], as: .auditor)["vkey"]?.text ?? ""
      try await desk.succeed(["audit", "export", "--out", "log"], as: .auditor)
      let bare = ["VITRINE_WORKSPACE": "/nowhere"]
      let good = await desk.speak(
        ["audit", "verify", "--export", "log", "--key", key], as: nil, with: bare)
      #expect(good.exitCode == 0, "\(good.all)")
      #expect(good.output.hasPrefix("verified "))
      let file = desk.folder.appending(path: "log/records.jsonl")
      var bytes = try Data(contentsOf: file)
      bytes[20] ^= 1
      try bytes.write(to: file)
      let bad = await desk.speak(
        ["audit", "verify", "--export", "log", "--key", key], as: nil, with: bare)
      #expect(bad.exitCode == 1, "\(bad.all)")
      #expect(bad.output.contains("first at record 0"), "\(bad.output)")
      for form in ["csv", "ocsf", "ecs"] {
        let made = try await desk.succeed(
          ["audit", "export", "--format", form, "--out", "log.\(form)"], as: .auditor)
        #expect((made["records"]?.number ?? 0) > 3)
      }
    }
  }

  @Test func `a checkpoint is printed, typed back and compared`() async throws {
    try await withDesk { desk in
      let printed = await desk.speak(["audit", "checkpoint", "--print"], as: .auditor)
      #expect(printed.exitCode == 0, "\(printed.all)")
      let paper = try desk.write(printed.output, to: "paper.txt")
      let good = await desk.speak(["audit", "verify", "--checkpoint", paper], as: .auditor)
      #expect(good.exitCode == 0, "\(good.all)")
      #expect(good.errors.contains("paper"))
      let wrong = printed.output.replacing("root ", with: "root 0000").prefix(60)
      let short = try desk.write(String(wrong), to: "wrong.txt")
      let bad = await desk.speak(["audit", "verify", "--checkpoint", short], as: .auditor)
      #expect(bad.exitCode == 65, "\(bad.all)")
    }
  }
}
