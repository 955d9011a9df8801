/// A text as rules compare it, each scalar with its place in the text.
struct FoldedText {
  /// A scalar of the folded text.
  struct Cell {
    let scalar: Unicode.Scalar
    let kind: FoldedScalar.Kind
    /// The bytes of the text that it was made of.
    let start: Int
    var end: Int
    /// Whether the text has a capital there.
    let isCapital: Bool
  }

  private(set) var cells: [Cell] = []

  /// Folds a text; where a small letter meets a capital, a blank goes between.
  init(_ text: String) {
    cells.reserveCapacity(text.utf8.count)
    var offset = 0
    var wasSmall = false
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      let folding = FoldedScalar.folding(of: scalar)
      if wasSmall, folding.isCapital {
        cells.append(
          Cell(scalar: " ", kind: .blank, start: offset, end: offset, isCapital: false))
      }
      for part in folding.parts {
        cells.append(
          Cell(
            scalar: part.scalar, kind: part.kind, start: offset, end: end,
            isCapital: folding.isCapital))
      }
      if !folding.parts.isEmpty {
        wasSmall = folding.isSmall
      } else if let last = cells.indices.last {
        // A mark belongs to the letter before it, in what a finding shows.
        cells[last].end = end
      }
      offset = end
    }
  }

  /// The kind of a cell; outside of the text there are blanks.
  func kind(at index: Int) -> FoldedScalar.Kind {
    cells.indices.contains(index) ? cells[index].kind : .blank
  }
}
