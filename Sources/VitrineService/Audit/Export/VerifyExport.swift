import Foundation
import VitrineCore

/// Verifies a log from an exported folder alone: no desk, no database, no network.
package struct VerifyExport: Sendable {
  /// The folder.
  package let folder: URL
  /// The log's key as the reader knows it; without it the folder's own is believed, and said so.
  package let key: NoteVerifier?
  /// Checkpoints that somebody kept outside.
  package let kept: [KeptCheckpoint]
  /// The keys of witnesses whose signatures must be good.
  package let witnesses: [NoteVerifier]

  /// Makes the check.
  package init(
    folder: URL, key: NoteVerifier? = nil, kept: [KeptCheckpoint] = [],
    witnesses: [NoteVerifier] = []
  ) {
    self.folder = folder
    self.key = key
    self.kept = kept
    self.witnesses = witnesses
  }

  /// Reads the folder once.
  ///
  /// Throws `notFound` when there is no such folder; whatever is wrong inside it is a finding.
  package func run() throws -> VerifiedLog {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw Fault(.notFound, Message("audit.noFolder", folder.path), subject: folder.path)
    }
    let own = ownKey()
    var promises = PromiseCheck(key: key ?? own, witnesses: witnesses)
    var findings: [AuditFinding] = []
    if own == nil || (key != nil && key != own) {
      findings.append(.file(path: ExportFile.key, index: 0, span: .max))
    }
    let signed = ownCheckpoint()
    if let signed {
      promises.check(signed.note, signed.checkpoint)
    } else {
      findings.append(.missingFile(path: ExportFile.checkpoint, index: 0))
    }
    for checkpoint in kept { try promises.add(checkpoint) }
    let pass = ExportPass(
      folder: folder, checkpoints: promises.checkpoints, findings: findings + promises.findings)
    let verdict = pass.run(size: signed?.checkpoint.size)
    let unpinned = key == nil ? [Message("audit.verify.ownKey")] : []
    return VerifiedLog(
      verdict: verdict, sightings: promises.sightings, remarks: promises.remarks + unpinned)
  }

  private func ownKey() -> NoteVerifier? {
    guard let bytes = ExportPass.read(folder, ExportFile.key, limit: 4096),
      bytes.last == 0x0A
    else { return nil }
    return try? NoteVerifier(vkey: String(decoding: bytes.dropLast(), as: UTF8.self))
  }

  private func ownCheckpoint() -> (note: SignedNote, checkpoint: Checkpoint)? {
    guard let bytes = ExportPass.read(folder, ExportFile.checkpoint, limit: 1 << 20),
      let note = try? SignedNote(bytes: bytes), let checkpoint = try? Checkpoint(text: note.text)
    else { return nil }
    return (note, checkpoint)
  }
}
