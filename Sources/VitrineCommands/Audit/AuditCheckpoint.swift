import ArgumentParser
import Foundation
import VitrineCore
import VitrineService

/// `vitrine audit checkpoint`: the log's size and root, signed; short enough to print.
struct AuditCheckpoint: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "checkpoint", abstract: Help.command("audit.checkpoint"))
  }

  @Option(help: Help.option("out", "FILE")) var out: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let note = try await SignCheckpoint().run(live.door, as: live.credential())
      if let out {
        try OutputFile.write(note.bytes, to: live.console.invocation.resolve(out))
      }
      let text = String(decoding: note.bytes, as: UTF8.self)
      if live.console.isJSON { return try live.console.print(["checkpoint": .string(text)]) }
      if out == nil { try live.console.printExactly(text) }
    }
  }
}

/// `vitrine audit export --out DIR`: everything that an outsider needs to verify without us.
struct AuditExport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Help.command("audit.export"))
  }

  @Option(help: Help.option("out.folder", "DIR")) var out: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let folder = Invocation.current.resolve(out)
    try await Live.run(global) { live in
      guard let signer = live.desk.signer else {
        throw Fault(
          .configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
      }
      try OutputFile.makeEmptyFolder(folder)
      _ = try await live.perform(ExportAudit())
      let note = try await SignCheckpoint().run(live.door, as: live.credential())
      let size = try Checkpoint(note, log: signer.verifier()).size
      try await Self.write(size, to: folder, live)
      try OutputFile.write(note.bytes, to: folder.appendingPathComponent("checkpoint"))
      try OutputFile.write(
        Array((try signer.verifier().vkey + "\n").utf8),
        to: folder.appendingPathComponent("vkey"))
      if live.console.isJSON {
        return try live.console.print([
          "records": .integer(Int64(size)), "folder": .string(folder.path),
        ])
      }
      live.console.say("audit.exported", size, folder.path)
    }
  }

  /// Writes records, leaves and tiles, a bounded piece at a time.
  private static func write(_ size: Int, to folder: URL, _ live: Live) async throws {
    let leaves = try OutputFile(folder.appendingPathComponent("leaves.b64"))
    let records = try OutputFile(folder.appendingPathComponent("records.jsonl"))
    var tiles = TileBuilder()
    let sink: TileBuilder.Sink = { tile, bytes in
      try OutputFile.write(bytes, to: folder.appendingPathComponent(tile.path))
    }
    for start in stride(from: 0, to: size, by: 10_000) {
      let piece = try await live.ask(ReadRecords(from: start, to: min(size, start + 10_000)))
      for record in piece {
        try leaves.append(Array((Base64.text(record) + "\n").utf8))
        try records.append(record + [UInt8(ascii: "\n")])
        try tiles.append(record, sink: sink)
      }
    }
    try tiles.finish(sink: sink)
    try leaves.close()
    try records.close()
  }
}
