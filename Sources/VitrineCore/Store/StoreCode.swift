/// A store's code, as head office writes it: `FR-0123`.
///
/// Made by `StoreCode.parse`, which knows the one spelling; `init` takes what storage has checked.
package typealias StoreCode = Identifier<IdentifierKind.Store>

/// What is wrong with the spelling of a store code.
package struct StoreCodeError: Error, Hashable, Sendable {
  /// What is wrong, with the code as it was found.
  package let message: Message
  /// The right spelling, when the code differs from it by case, blanks, width or hidden letters only.
  package let meant: StoreCode?
}

extension Identifier where Kind == IdentifierKind.Store {
  /// The most bytes that a code may have.
  package static var longestCode: Int { 40 }

  /// Reads a code: 1 to 40 of `A`–`Z`, `0`–`9`, `-`, `.`, `_`, beginning with a letter or a digit.
  ///
  /// There is exactly one spelling, so that `s0001`, ` S0001`, `S0001` with a zero-width space and
  /// full-width digits can never become a second store. They are refused with the right spelling,
  /// not mended in silence: the file they stand in is wrong for the retailer's other programs too.
  package static func parse(_ text: String) throws(StoreCodeError) -> StoreCode {
    if isCode(text) { return StoreCode(text) }
    let shown = TerminalText.excerpt(text)
    if text.utf8.isEmpty { throw StoreCodeError(message: Message("store.code.empty"), meant: nil) }
    if let meant = respelled(text) {
      throw StoreCodeError(message: Message("store.code.spelling", shown, meant), meant: meant)
    }
    if text.utf8.count > longestCode {
      throw StoreCodeError(message: Message("store.code.long", shown, longestCode), meant: nil)
    }
    throw StoreCodeError(message: Message("store.code.invalid", shown), meant: nil)
  }

  private static func isCode(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= longestCode else { return false }
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
    return isLetterOrDigit(first)
      && text.utf8.allSatisfy {
        isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "_")
      }
  }

  /// The code that was meant, if blanks, hidden scalars, width and case are all that is wrong.
  private static func respelled(_ text: String) -> StoreCode? {
    guard text.utf8.count <= longestCode * 8 else { return nil }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch ScalarKind(scalar) {
      case .invisible, .joiner, .directionMark, .directional: continue
      case .control, .separator: return nil
      case .ordinary: break
      }
      if scalar.properties.isWhitespace { continue }
      // The full-width forms of ASCII lie in one block, in the same order.
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      let isLower = (0x61...0x7A).contains(value)
      guard let ascii = Unicode.Scalar(isLower ? value - 32 : value) else { return nil }
      result.append(ascii)
    }
    // Blanks inside are no slip of the finger: "S1 S2" are two codes.
    let words = text.split(whereSeparator: \.isWhitespace)
    let code = String(result)
    return words.count == 1 && isCode(code) ? StoreCode(code) : nil
  }
}
