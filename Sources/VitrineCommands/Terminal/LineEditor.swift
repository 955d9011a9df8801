import VitrineCore

/// One line being typed: a text with a cursor between two of its characters.
///
/// Kept as two texts, so that a mark that is typed behind its letter joins it, and that a character
/// is always taken out whole: an emoji made of several scalars is one press of the backspace.
struct LineEditor: Hashable, Sendable {
  /// The longest line that is kept, in bytes of UTF-8: far above every limit of a network's caption,
  /// and small enough that drawing it at each key costs nothing.
  static let longest = 16_384

  /// What stands before the cursor.
  private(set) var before: String
  /// What stands behind it.
  private(set) var after = ""

  /// A line with its cursor at the end.
  init(_ text: String = "") { before = Self.safe(text, room: Self.longest) }

  /// The whole line.
  var text: String { before + after }

  /// Takes a key; false when it is none that edits a line.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .text(let text), .paste(let text): insert(text)
    case .backspace: if !before.isEmpty { before.removeLast() }
    case .delete: if !after.isEmpty { after.removeFirst() }
    case .left: moveLeft()
    case .right: moveRight()
    case .home: (before, after) = ("", text)
    case .end: (before, after) = (text, "")
    case .wordLeft:
      let kept = Self.withoutLastWord(before)
      (before, after) = (String(kept), before.dropFirst(kept.count) + after)
    case .wordRight:
      let rest = after.drop { $0 == " " }.drop { $0 != " " }
      (before, after) = (before + after.dropLast(rest.count), String(rest))
    case .killToStart: before = ""
    case .killToEnd: after = ""
    case .killWord: before = String(Self.withoutLastWord(before))
    case .enter, .up, .down, .redraw, .interrupt, .endOfInput, .other: return false
    }
    return true
  }

  private mutating func insert(_ text: String) {
    before += Self.safe(text, room: Self.longest - before.utf8.count - after.utf8.count)
  }

  private mutating func moveLeft() {
    guard let last = before.popLast() else { return }
    after = String(last) + after
  }

  private mutating func moveRight() {
    guard !after.isEmpty else { return }
    before.append(after.removeFirst())
  }

  private static func withoutLastWord(_ text: String) -> Substring {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    while let last = rest.last, last != " " { rest.removeLast() }
    return rest
  }

  /// The text on one line and without what a person cannot see: a paste from a web page brings
  /// line ends, tabs, marks of direction and invisible scalars, which nobody would find again.
  private static func safe(_ text: String, room: Int) -> String {
    var result = String.UnicodeScalarView()
    var taken = 0
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      var kept = scalar
      if ["\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
        kept = " "
      } else if scalar.value >= 0x7F || scalar.value < 0x20,
        TerminalText.escapedLine(String(scalar)).utf8.first == UInt8(ascii: "\\")
      {
        continue
      }
      taken += UTF8.width(kept)
      guard taken <= room else { break }
      result.append(kept)
    }
    return String(result)
  }
}
