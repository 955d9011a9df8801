import Foundation

/// The words by which a published text is found: without case, accents and ligatures.
///
/// `Foie gras` is found by `FOIE GRAS`, `Œufs` by `oeufs`, `L’été` by `ete`. Works on Unicode scalars:
/// two spellings of one letter are one word, and no `Character` rule joins what a reader sees apart. A
/// single letter (`l’huile`, `d'été`) is no word.
package enum SearchWords {
  /// Scalars of a word that count; longer ones are cut, in texts and in questions alike.
  package static let longest = 40

  /// The different words of a text, sorted by their bytes.
  package static func of(_ text: String) -> [String] {
    var words: Set<String> = []
    var word: [UInt8] = []
    var length = 0
    func end() {
      // One byte is one ASCII letter or digit; only the letter is dropped.
      let isLetter = word.count == 1 && word[0] > UInt8(ascii: "9")
      if length > 0, !isLetter { words.insert(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
      length = 0
    }
    func take(_ byte: UInt8) {
      guard length < longest else { return }
      word.append(byte)
      length += 1
    }
    for scalar in folded(text) {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: take(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5A: take(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case 0..<0x80: end()
      case 0xDF: for _ in 0..<2 { take(UInt8(ascii: "s")) }
      case 0xE6: for letter in "ae".utf8 { take(letter) }
      case 0x153: for letter in "oe".utf8 { take(letter) }
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: continue
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
          guard length < longest else { continue }
          word += String(scalar).utf8
          length += 1
        default: end()
        }
      }
    }
    end()
    return words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Lower case, with letters and their marks apart.
  private static func folded(_ text: String) -> String.UnicodeScalarView {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.unicodeScalars }
    return text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
  }
}
