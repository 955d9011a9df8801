import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine audit checkpoint`: the log's size and root, signed; short enough to print.
struct AuditCheckpoint: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "checkpoint", abstract: Help.command("audit.checkpoint"))
  }

  @Option(help: Help.option("out", "FILE")) var out: String?
  @Flag(help: Help.option("audit.print")) var print = false
  @Option(help: Help.option("audit.attach", "FILE")) var attach: String?
  @Option(help: Help.option("audit.witness", "VKEY")) var witness: [String] = []
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if let attach { return try await take(attach) }
    guard witness.isEmpty else {
      throw Fault(.usage, Message("console.needs", "--witness", "--attach"), subject: "--witness")
    }
    try await Live.run(global) { live in
      let note = try await SignCheckpoint().run(live.door, as: live.credential())
      if let out {
        try OutputFile.write(note.bytes, to: live.console.invocation.resolve(out))
      }
      let text = String(decoding: note.bytes, as: UTF8.self)
      if live.console.isJSON { return try live.console.print(["checkpoint": .string(text)]) }
      if print {
        let paper = PaperCheckpoint(try Checkpoint(text: note.text))
        return try live.console.printExactly(paper.text(at: live.desk.time.now()))
      }
      if out == nil { try live.console.printExactly(text) }
    }
  }

  /// Keeps the signatures that witnesses have put below one of our checkpoints.
  private func take(_ file: String) async throws {
    let note = try SignedNote(bytes: AuditFile.read(file))
    let named = try witness.map { try KeyArgument.witness($0, "--witness") }
    try await Live.run(global) { live in
      let kept = try await live.perform(
        AttachCosignature(note: note, witnesses: named + live.configuration.auditWitnesses))
      if live.console.isJSON {
        return try live.console.print([
          "size": .integer(Int64(kept.size)),
          "witnesses": .array(kept.witnesses.map { .string($0) }),
        ])
      }
      live.console.say("audit.attached", kept.size, kept.witnesses.joined(separator: ", "))
    }
  }
}
