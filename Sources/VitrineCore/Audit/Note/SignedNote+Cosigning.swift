extension SignedNote {
  /// The note with a signature line more; an older line of the same key goes.
  ///
  /// Throws `invalid` when there are too many lines.
  package func adding(_ signature: NoteSignature) throws -> SignedNote {
    let others = signatures.filter {
      $0.name != signature.name || $0.keyID != signature.keyID
    }
    return try SignedNote(text: text, signatures: others + [signature])
  }

  /// The note with all signature lines of another note over the same text.
  ///
  /// Throws `invalid` when the texts differ or there are too many lines.
  package func adding(signaturesOf other: SignedNote) throws -> SignedNote {
    guard text == other.text else { throw Fault(.invalid, Message("audit.note.otherText")) }
    return try other.signatures.reduce(self) { try $0.adding($1) }
  }
}
