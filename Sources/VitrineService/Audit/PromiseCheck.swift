import VitrineCore
import VitrineStorage

/// Collects every promise about a log, checks who signed it, and keeps what is wrong with it.
struct PromiseCheck {
  /// The log's key; without one no signature of the log can be checked.
  let key: NoteVerifier?
  private let witnesses: [NoteVerifier]
  /// What the records must add up to.
  private(set) var checkpoints: [Checkpoint] = []
  private(set) var findings: [AuditFinding] = []
  private(set) var remarks: [Message] = []
  /// The sizes of the checkpoints that are kept beside the log.
  private(set) var keptSizes: Set<Int> = []
  private var seen: [String: VerifiedLog.Sighting] = [:]

  init(key: NoteVerifier?, witnesses: [NoteVerifier]) {
    self.key = key
    self.witnesses = witnesses
  }

  /// The last sighting of each known witness.
  var sightings: [VerifiedLog.Sighting] { seen.values.sorted { $0.name < $1.name } }

  /// A checkpoint of the database: its columns must say what its note says.
  mutating func add(_ stored: StoredCheckpoint) {
    guard let note = try? SignedNote(bytes: Array(stored.note.utf8)),
      let checkpoint = try? Checkpoint(text: note.text), checkpoint.size == stored.size,
      checkpoint.root.bytes == stored.root
    else {
      findings.append(.note(size: stored.size))
      return
    }
    keptSizes.insert(stored.size)
    check(note, checkpoint)
  }

  /// A checkpoint that somebody kept outside; throws `invalid` when paper names no log and there is
  /// no key to name it.
  mutating func add(_ kept: KeptCheckpoint) throws {
    switch kept {
    case .note(let note, let checkpoint):
      check(note, checkpoint)
      if key == nil { remarks.append(Message("audit.verify.noKey", checkpoint.size)) }
    case .paper(let paper):
      let checkpoint = try kept.checkpoint(origin: key?.name ?? "paper")
      guard key == nil || checkpoint.origin == key?.name else {
        findings.append(.signature(name: key?.name ?? "", size: checkpoint.size))
        return
      }
      checkpoints.append(checkpoint)
      remarks.append(Message("audit.verify.paper", paper.size))
    }
  }

  /// What the log's key signed last, which must also be kept.
  mutating func add(lastSigned: Checkpoint) {
    checkpoints.append(lastSigned)
    if !keptSizes.contains(lastSigned.size) {
      findings.append(.lostCheckpoint(size: lastSigned.size))
    }
  }

  /// A note with nothing beside it, such as the one of an export; `false` when it is not signed.
  @discardableResult
  mutating func check(_ note: SignedNote, _ checkpoint: Checkpoint) -> Bool {
    if let key {
      guard checkpoint.origin == key.name, (try? note.verified(by: [key])) != nil else {
        findings.append(.signature(name: key.name, size: checkpoint.size))
        return false
      }
    }
    checkpoints.append(checkpoint)
    for witness in witnesses {
      for line in note.signatures where line.name == witness.name && line.keyID == witness.keyID {
        see(line, of: witness, note, checkpoint)
      }
    }
    return true
  }

  private mutating func see(
    _ line: NoteSignature, of witness: NoteVerifier, _ note: SignedNote, _ checkpoint: Checkpoint
  ) {
    guard witness.isValid(line, of: note.text), let seconds = NoteVerifier.cosignatureTime(line)
    else {
      findings.append(.signature(name: witness.name, size: checkpoint.size))
      return
    }
    guard seen[witness.vkey].map({ $0.size < checkpoint.size }) ?? true else { return }
    seen[witness.vkey] = VerifiedLog.Sighting(
      name: witness.name, size: checkpoint.size,
      time: Timestamp(clamping: 0).advanced(bySeconds: Int64(clamping: seconds)))
  }
}
