/// A file that proves that one record is in the log: C2SP tlog-proof, extension `.tlog-proof`.
///
/// It holds the signed checkpoint too, so the record and the log's key are all that a check needs,
/// years later and without the log.
package struct TLogProof: Hashable, Sendable {
  private static let header = "c2sp.org/tlog-proof@v1"

  /// The number of the record, from 0.
  package let index: Int
  /// The hashes from the leaf's sibling up.
  package let hashes: [Hash]
  /// Whatever the maker of the file added; nothing proves it.
  package let extra: [UInt8]?
  /// The signed checkpoint of a tree that holds the record.
  package let checkpoint: SignedNote

  /// Puts a proof together; `MerkleTree.inclusionProof` gives the hashes.
  package init(index: Int, hashes: [Hash], extra: [UInt8]? = nil, checkpoint: SignedNote) {
    self.index = index
    self.hashes = hashes
    self.extra = extra
    self.checkpoint = checkpoint
  }

  /// Reads the file without checking what it says; throws `invalid` when it has another form.
  package init(bytes: [UInt8]) throws {
    let malformed = Fault(.invalid, Message("audit.proof.malformed"))
    var lines = TextLines(bytes)
    guard let header = lines.next(), header.elementsEqual(Self.header.utf8) else {
      throw malformed
    }
    var extra: [UInt8]?
    if let line = lines.value(after: "extra") {
      guard let bytes = Base64.bytes(line) else { throw malformed }
      extra = bytes
    }
    guard let index = lines.value(after: "index").flatMap({ TextLines.number($0) }),
      let hashes = lines.hashes()
    else { throw malformed }
    let note = try SignedNote(bytes: lines.remaining)
    guard index < (try Checkpoint(text: note.text).size) else { throw malformed }
    self.init(index: index, hashes: hashes, extra: extra, checkpoint: note)
  }

  /// The file.
  package var bytes: [UInt8] {
    var text = "\(Self.header)\n"
    if let extra { text += "extra \(Base64.text(extra))\n" }
    text += "index \(index)\n"
    for hash in hashes { text += "\(hash.base64)\n" }
    return Array("\(text)\n".utf8) + checkpoint.bytes
  }

  /// Checks that the log holds a record with exactly these bytes, and returns the checkpoint.
  ///
  /// Throws `invalid` when a signature is wrong or the hashes do not lead to the signed root.
  @discardableResult
  package func verify(
    record: [UInt8], log: NoteVerifier, witnesses: [NoteVerifier] = []
  ) throws -> Checkpoint {
    let promise = try Checkpoint(checkpoint, log: log, witnesses: witnesses)
    let leaf = MerkleTree.leaf(record)
    guard
      MerkleTree.verifyInclusion(
        of: leaf, at: index, in: promise.size, proof: hashes, root: promise.root)
    else { throw Fault(.invalid, Message("audit.proof.notIncluded", index, promise.size)) }
    return promise
  }
}
