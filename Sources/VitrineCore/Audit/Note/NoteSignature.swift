/// One signature line of a signed note.
package struct NoteSignature: Hashable, Sendable {
  /// The name of the key.
  package let name: String
  /// The id of the key.
  package let keyID: UInt32
  /// What stands behind the key id: a signature, or time and signature of a witness.
  package let payload: [UInt8]

  /// Makes a signature line from its parts.
  package init(name: String, keyID: UInt32, payload: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.payload = payload
  }

  /// Reads a line without its line feed; `nil` unless it is em dash, space, name, space, base 64.
  init?(line: ArraySlice<UInt8>) {
    let head = Array("— ".utf8)
    guard line.starts(with: head) else { return nil }
    let parts = line.dropFirst(head.count).split(
      separator: 0x20, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self),
      NoteRules.isKeyName(name), let bytes = Base64.bytes(parts[1]), bytes.count >= 5
    else { return nil }
    self.name = name
    keyID = UInt32(truncatingIfNeeded: BigEndian.number(bytes.prefix(4)))
    payload = Array(bytes.dropFirst(4))
  }

  /// The line without its line feed.
  package var line: String {
    "— \(name) \(Base64.text(BigEndian.bytes(keyID) + payload))"
  }
}
