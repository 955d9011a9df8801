import Foundation
import VitrineCore
import VitrineStorage

/// The names of the files in an export.
enum ExportFile {
  static let checkpoint = "checkpoint"
  static let key = "vkey"
  static let leaves = "leaves.b64"
  static let records = "records.jsonl"
}

/// Writes the whole log into a folder from which others verify it without us.
///
/// `records.jsonl` and `leaves.b64` hold the exact bytes of each record in a line, `checkpoint` the
/// signed note, `vkey` the key, and `tile/` the tree and the records as C2SP tlog-tiles has them. The
/// folder appears under its name when it is whole, not before.
package struct ExportFolder: Sendable {
  /// Where it will stand; nothing may be there but an empty folder.
  package let url: URL

  /// Names a folder; nothing is written yet.
  package init(_ url: URL) { self.url = url }

  /// Records the export, signs the log, and writes everything up to the signed size.
  ///
  /// Returns how many records that is. Throws `io` when something stands at the place.
  package func write(_ door: Door, as credential: Secret) async throws -> Int {
    guard let signer = door.desk.signer else {
      throw Fault(.configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
    }
    return try await OutputFile.writeFolder(url) { folder in
      _ = try await door.perform(ExportAudit(), as: credential)
      let note = try await SignCheckpoint().run(door, as: credential)
      let key = try signer.verifier()
      let size = try Checkpoint(note, log: key).size
      try await writeRecords(size, to: folder, door, credential)
      try OutputFile.write(note.bytes, to: folder.appending(path: ExportFile.checkpoint))
      try OutputFile.write(
        Array("\(key.vkey)\n".utf8), to: folder.appending(path: ExportFile.key))
      return size
    }
  }

  private func writeRecords(
    _ size: Int, to folder: URL, _ door: Door, _ credential: Secret
  ) async throws {
    let leaves = try OutputFile(folder.appending(path: ExportFile.leaves))
    let records = try OutputFile(folder.appending(path: ExportFile.records))
    var tiles = TileBuilder()
    let sink: TileBuilder.Sink = { tile, bytes in
      try OutputFile.write(bytes, to: folder.appending(path: tile.path))
    }
    for start in stride(from: 0, to: size, by: 10_000) {
      let piece = try await door.ask(
        ReadRecords(from: start, to: min(size, start + 10_000)), as: credential)
      for record in piece {
        try leaves.append(Array("\(Base64.text(record))\n".utf8))
        try records.append(record + [0x0A])
        try tiles.append(record, sink: sink)
      }
    }
    try tiles.finish(sink: sink)
    try leaves.close()
    try records.close()
  }
}
