import VitrineCore

/// How long a text is on a network, as that network counts, and how long it may be.
struct TextLength: Hashable, Sendable {
  /// The network.
  var network: Network
  /// The length.
  var count: Int
  /// The limit; nothing where none is known.
  var limit: Int?

  /// Whether the network would refuse the text.
  var isOver: Bool { limit.map { count > $0 } ?? false }

  /// The look of the figure.
  var style: ScreenLine.Style { isOver ? .warning : .faint }

  /// `facebook 812/63 206`, and how much is too much.
  func text(_ language: Language) -> String {
    guard let limit else { return Message("length.open", network, count).text(in: language) }
    if isOver {
      return Message("length.over", network, count, limit, count - limit).text(in: language)
    }
    return Message("length.fits", network, count, limit).text(in: language)
  }

  /// The lengths of several networks on as few lines as the columns allow.
  static func lines(
    _ lengths: [TextLength], columns: Int, _ language: Language
  ) -> [ScreenLine] {
    var lines: [ScreenLine] = []
    var line: ScreenLine?
    for length in lengths {
      let text = length.text(language)
      if let begun = line, begun.width + 3 + TerminalText.displayWidth(text) <= columns {
        line = begun.then(" · ", .faint).then(text, length.style)
      } else {
        if let begun = line { lines.append(begun) }
        line = ScreenLine(text, length.style)
      }
    }
    return lines + (line.map { [$0] } ?? [])
  }
}
