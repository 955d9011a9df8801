/// A text cut into the pieces that a merge compares, with where each piece stands.
struct MergePieces {
  /// How finely a text is cut.
  enum Grain: CaseIterable {
    /// Words, the blanks between them, and line feeds.
    case words
    /// Lines with their line feeds.
    case lines
    /// The text as it is.
    case whole
  }

  /// The pieces in order; together they are the text.
  private(set) var texts: [String] = []
  /// A number for each piece: equal for equal pieces, in all texts that share the names.
  private(set) var ids: [Int] = []
  /// How many words stand before a piece; one entry more than there are pieces.
  private(set) var words = [0]
  /// Where a piece begins; one entry more than there are pieces.
  private(set) var places = [SourcePosition(line: 1, column: 1)]

  /// Cuts a text, in one pass over its scalars.
  init(_ text: String, grain: Grain, names: inout [String: Int]) {
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var place = SourcePosition(line: 1, column: 1)
    var index = start
    while index < scalars.endIndex {
      let kind = Kind(scalars[index])
      place.pass(scalars[index])
      index = scalars.index(after: index)
      let isEnd =
        index == scalars.endIndex
        || (grain == .lines && kind == .lineFeed)
        || (grain == .words && (kind == .lineFeed || Kind(scalars[index]) != kind))
      guard isEnd else { continue }
      let piece = String(scalars[start..<index])
      texts.append(piece)
      ids.append(names[piece] ?? names.count)
      names[piece] = ids.last
      words.append(words[words.count - 1] + (kind == .word || grain != .words ? 1 : 0))
      places.append(place)
      start = index
    }
  }

  /// The text of a range of pieces.
  func text(_ range: Range<Int>) -> String { texts[range].joined() }

  /// How many words stand in a range of pieces.
  func wordCount(_ range: Range<Int>) -> Int { words[range.upperBound] - words[range.lowerBound] }

  /// Whether a range of pieces reaches over the end of a line.
  func breaksLine(_ range: Range<Int>) -> Bool {
    places[range.upperBound].line > places[range.lowerBound].line
  }

  /// Whether a range of pieces is a line or several, from the first word to the last.
  func isWholeLine(_ range: Range<Int>) -> Bool {
    !range.isEmpty && places[range.lowerBound].column == 1
      && (range.upperBound == texts.count || texts[range.upperBound] == "\n")
  }

  private enum Kind {
    case word
    case blank
    case lineFeed

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "\n": self = .lineFeed
      // A no-break space parts words as any other: it stands before French marks and in numbers.
      case " ", "\t", "\r", "\u{A0}", "\u{202F}", "\u{2009}": self = .blank
      default: self = .word
      }
    }
  }
}
