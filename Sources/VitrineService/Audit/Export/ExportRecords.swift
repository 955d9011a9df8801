import Foundation
import VitrineCore
import VitrineStorage

/// Writes all records into one file for other programs; the file appears when it is whole.
package struct ExportRecords: Sendable {
  /// Where it will stand; nothing may be there.
  package let url: URL
  /// How records are written.
  package let form: RecordForm

  /// Names a file; nothing is written yet.
  package init(_ url: URL, form: RecordForm) {
    self.url = url
    self.form = form
  }

  /// Records the export and writes everything up to that record; returns how many records.
  package func write(_ door: Door, as credential: Secret) async throws -> Int {
    let origin = door.desk.signer?.origin ?? "vitrine"
    return try await OutputFile.writeFile(url) { file in
      let size = try await door.perform(ExportAudit(), as: credential).size
      try file.append(form.head)
      for start in stride(from: 0, to: size, by: 10_000) {
        let piece = try await door.ask(
          ReadRecords(from: start, to: min(size, start + 10_000)), as: credential)
        for (offset, record) in piece.enumerated() {
          try file.append(form.line(record, index: start + offset, origin: origin))
        }
      }
      return size
    }
  }
}
