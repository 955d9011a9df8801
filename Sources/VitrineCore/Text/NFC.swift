import Foundation

extension String {
  /// The text in Unicode normalization form C.
  ///
  /// Swift calls `Rhône` in its two spellings equal; bytes, SQL, hashes and file names do not, so
  /// everything that comes from outside passes here once, at the border. Needs Foundation, since the
  /// standard library keeps its own normalization to itself.
  package var nfc: String {
    // Below U+0300 (lead byte 0xCC) no scalar composes with another one: nearly all our texts.
    utf8.allSatisfy { $0 < 0xCC } ? self : precomposedStringWithCanonicalMapping
  }

  /// The text in Unicode normalization form KD: `ﬁ`, `ＰＲＯＭＯ`, `½` and `é` in their plain parts.
  var nfkd: String { decomposedStringWithCompatibilityMapping }

  /// The text without case, accents and typographic apostrophes, to find near misses with.
  ///
  /// Only for suggestions; nothing is ever matched by it.
  var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      let bytes = utf8.map { byte in
        byte == 0x20 ? 0x2D : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    var result = String.UnicodeScalarView()
    for scalar in lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark: continue
      case .dashPunctuation, .spaceSeparator: result.append("-")
      default: result.append(scalar == "\u{2019}" ? "'" : scalar)
      }
    }
    return String(result)
  }
}
