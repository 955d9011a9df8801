import VitrineTestSupport

/// Texts at random out of pieces that have ended lines, values and files of calendars before.
struct RandomICalendarText {
  private static let pieces = [
    "Le plateau de fromages", " ", "  ", ",", ";", ":", "\\", "\\n", "\\\\", "\"", "'", "=", "^n",
    "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\t", "\u{0}", "\u{B}", "\u{1C}", "\u{7F}", "\u{9B}",
    "é", "Noël", "🧀", "👨‍👩‍👧‍👦", "🇫🇷", "日本語", "e\u{301}", "\u{202E}", "\u{FEFF}", "%20",
    "BEGIN:VEVENT", "END:VCALENDAR", "\r\nEND:VEVENT", "\nX-EVIL:1", "TZID=\"", "<b>", "&amp;",
  ]

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The next text, of up to forty pieces.
  mutating func next() -> String {
    if Bool.random(using: &generator) { return word() }
    let longest = [2, 8, 40].randomElement(using: &generator) ?? 2
    let middle = (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? ""
    }
    // Blanks at the ends of a value are no reader's concern.
    return "<\(middle.joined())>"
  }

  /// A plain word; some are longer than three lines.
  mutating func word() -> String {
    let length = [3, 9, 200].randomElement(using: &generator) ?? 3
    let letters = (0..<Int.random(in: 1...length, using: &generator)).map { _ in
      ["a", "b", "é", "🧀", "日", "-"].randomElement(using: &generator) ?? "a"
    }
    return "w" + letters.joined()
  }

  /// What a reader finds of a text: one kind of line end, and no other control characters.
  func read(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let lines = text.replacing("\r\n", with: "\n")
    for scalar in lines.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
      case 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
