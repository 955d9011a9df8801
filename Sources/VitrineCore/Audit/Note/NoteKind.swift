import Crypto

/// What a key of a signed note signs; its number is part of the key id (C2SP signed-note).
package enum NoteKind: UInt8, CaseIterable, Sendable {
  /// The text itself, as a log signs its checkpoint (Ed25519).
  case log = 0x01
  /// The text with the time at which it was seen, as a witness signs it (C2SP tlog-cosignature).
  case cosignature = 0x04

  /// The first 4 bytes of SHA-256(name, line feed, type byte, public key), as a number.
  ///
  /// The id only finds the key; it is too short to be proof of anything.
  package func keyID(name: String, publicKey: [UInt8]) -> UInt32 {
    let hash = Hash(of: Array(name.utf8) + [0x0A, rawValue] + publicKey)
    return UInt32(truncatingIfNeeded: BigEndian.number(hash.bytes.prefix(4)))
  }
}

/// The rules that parts of a signed note obey.
enum NoteRules {
  /// Whether this can be a key name: not empty, no white space, no `+`, no control character.
  static func isKeyName(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0 != "+" && !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value != 0x7F
      }
  }

  /// Whether this can be a note's text: it ends in a line feed and has no other control character
  /// below U+0020.
  static func isText(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    text.last == 0x0A && text.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
  }

  /// A key id as 8 lower-case hexadecimal digits.
  static func hex(_ keyID: UInt32) -> String { Hex.text(BigEndian.bytes(keyID)) }

  /// What a witness signs: the time in seconds, then the note's text.
  static func cosigned(_ text: String, at seconds: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
  }
}
