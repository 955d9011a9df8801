/// What a character of a text becomes before rules look at it: small letters without marks.
struct FoldedScalar {
  /// What a scalar does to the words around it.
  enum Kind: UInt8 {
    /// Part of a word.
    case letter
    /// An ASCII digit.
    case digit
    /// A blank of any width.
    case blank
    /// A dash or a minus of any length.
    case dash
    /// A dot: a break before a blank.
    case dot
    /// Ends a sentence.
    case sentenceEnd
    /// Stands for itself: `%`, `€`, `+`, `=` and every emoji.
    case sign
    /// Only parts words.
    case other
  }

  /// What one scalar becomes: none, one or several.
  struct Folding {
    var parts: [FoldedScalar]
    /// Whether it is a small letter: a capital behind it begins a word (`FoireAuxVins`).
    var isSmall: Bool
    /// Whether it is a capital.
    var isCapital: Bool
  }

  let scalar: Unicode.Scalar
  let kind: Kind

  /// What a scalar becomes.
  static func folding(of scalar: Unicode.Scalar) -> Folding {
    let value = Int(scalar.value)
    if value < known.count { return known[value] }
    if punctuation.contains(value) { return knownPunctuation[value - punctuation.lowerBound] }
    return fold(scalar)
  }

  /// Latin letters, and the dashes, quotes and blanks of typesetters: nearly all that people write.
  private static let known = (0..<0x250).map { fold(Unicode.Scalar(UInt32($0)) ?? " ") }
  private static let punctuation = 0x2000..<0x2150
  private static let knownPunctuation = punctuation.map { fold(Unicode.Scalar(UInt32($0)) ?? " ") }

  private static func fold(_ scalar: Unicode.Scalar) -> Folding {
    let properties = scalar.properties
    let isSmall = properties.generalCategory == .lowercaseLetter
    let isCapital =
      properties.generalCategory == .uppercaseLetter
      || properties.generalCategory == .titlecaseLetter
    var parts: [FoldedScalar] = []
    switch scalar {
    case "œ", "Œ": parts = letters("oe")
    case "æ", "Æ": parts = letters("ae")
    // A sign of multiplication stands where people write an x: « 10 × 29,90 € ».
    case "×": parts = letters("x")
    case "…", "•", "\u{2043}": parts = [FoldedScalar(scalar: scalar, kind: .sentenceEnd)]
    case "→", "⇒", "➔", "➜", "➡", "▶", "►": parts = [FoldedScalar(scalar: "→", kind: .sign)]
    case "\u{2212}": parts = [FoldedScalar(scalar: "-", kind: .dash)]
    default:
      if isEmoji(scalar) {
        parts = [FoldedScalar(scalar: scalar, kind: .sign)]
      } else if scalar.value < 0x80 {
        append(scalar, to: &parts)
      } else {
        for part in String(scalar).nfkd.unicodeScalars { append(part, to: &parts) }
      }
    }
    return Folding(parts: parts, isSmall: isSmall, isCapital: isCapital)
  }

  private static func letters(_ text: String) -> [FoldedScalar] {
    text.unicodeScalars.map { FoldedScalar(scalar: $0, kind: .letter) }
  }

  private static func append(_ scalar: Unicode.Scalar, to parts: inout [FoldedScalar]) {
    switch scalar {
    case "0"..."9": parts.append(FoldedScalar(scalar: scalar, kind: .digit))
    case "%", "€", "+", "=": parts.append(FoldedScalar(scalar: scalar, kind: .sign))
    case ".": parts.append(FoldedScalar(scalar: scalar, kind: .dot))
    case "!", "?", ";", "|", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}":
      parts.append(FoldedScalar(scalar: scalar, kind: .sentenceEnd))
    case "\t": parts.append(FoldedScalar(scalar: " ", kind: .blank))
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark, .format, .modifierSymbol: break
      case .spaceSeparator: parts.append(FoldedScalar(scalar: " ", kind: .blank))
      case .lineSeparator, .paragraphSeparator:
        parts.append(FoldedScalar(scalar: "\n", kind: .sentenceEnd))
      case .dashPunctuation: parts.append(FoldedScalar(scalar: "-", kind: .dash))
      case .lowercaseLetter, .modifierLetter, .otherLetter:
        parts.append(FoldedScalar(scalar: scalar, kind: .letter))
      case .uppercaseLetter, .titlecaseLetter:
        for small in scalar.properties.lowercaseMapping.unicodeScalars
        where small.properties.generalCategory != .nonspacingMark {
          parts.append(FoldedScalar(scalar: small, kind: .letter))
        }
      default: parts.append(FoldedScalar(scalar: scalar, kind: .other))
      }
    }
  }

  /// Pictures, arrows and flags; not the digits, `#`, `©`, `™` and `‼`, which Unicode lists, too.
  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2190 && scalar.properties.isEmoji && !scalar.properties.isEmojiModifier
  }
}
