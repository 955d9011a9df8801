/// A checkpoint that somebody kept outside: the signed note, or what was typed back from paper.
package enum KeptCheckpoint: Hashable, Sendable {
  /// A note; its signatures are not checked yet.
  case note(SignedNote, Checkpoint)
  /// From paper, where no key signed.
  case paper(PaperCheckpoint)

  /// Reads a file; throws `invalid` when it is neither.
  package init(bytes: [UInt8]) throws {
    // Only a note has an em dash (E2 80 94); paper has digits and a few words.
    guard bytes.contains(0xE2) else {
      self = .paper(try PaperCheckpoint(bytes: bytes))
      return
    }
    let note = try SignedNote(bytes: bytes)
    self = .note(note, try Checkpoint(text: note.text))
  }

  /// The promise, of the log with that name where paper does not say which.
  package func checkpoint(origin: String) throws -> Checkpoint {
    switch self {
    case .note(_, let checkpoint): checkpoint
    case .paper(let paper):
      try Checkpoint(origin: paper.origin ?? origin, size: paper.size, root: paper.root)
    }
  }
}
