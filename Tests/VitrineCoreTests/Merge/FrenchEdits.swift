import VitrineTestSupport

/// French sentences, and what two people make of them, from a seed.
///
/// Words carry numbers, so that each one of a text is known for itself: `marché12`. What a side puts in
/// carries its mark (`marché+m3`).
struct FrenchEdits {
  static let words = [
    "ouvert", "dimanche", "de", "à", "le", "la", "marché", "fromage", "kilo", "offre", "producteur",
    "l'été", "jusqu'au", "samedi", "œufs", "pâques", "c'est", "prêt", "chez", "nous", "«", "»", "€",
    "!", "voilà", "où", "rayon", "frais", "vous", "et",
  ]

  var random: SeededGenerator
  private var count = 0

  init(seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

  /// A text as its words, with `\n` between lines.
  mutating func text(numbered: Bool) -> [String] {
    var result: [String] = []
    for line in 0..<Int.random(in: 1...4, using: &random) {
      if line > 0 { result.append("\n") }
      for _ in 0..<Int.random(in: 3...14, using: &random) {
        result.append(word(numbered ? "" : nil))
      }
    }
    return result
  }

  /// What one side makes of a text, and the words that it moved.
  mutating func edited(_ base: [String], mark: String?, most: Int = 4) -> (
    text: [String], moved: Set<String>
  ) {
    var text = base
    var moved: Set<String> = []
    for _ in 0..<Int.random(in: 1...most, using: &random) {
      let start = Int.random(in: 0...text.count, using: &random)
      let range = start..<min(text.count, start + Int.random(in: 1...3, using: &random))
      let fresh = (0..<Int.random(in: 1...3, using: &random)).map { _ in word(mark) }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text.insert(contentsOf: fresh, at: start)
      case 1: text.removeSubrange(range)
      case 2: text.replaceSubrange(range, with: fresh)
      case 3:
        let taken = Array(text[range])
        text.removeSubrange(range)
        moved.formUnion(taken)
        text.insert(contentsOf: taken, at: Int.random(in: 0...text.count, using: &random))
      default: text.insert(contentsOf: ["\n"] + fresh, at: start)
      }
    }
    return (text, moved)
  }

  /// The words as a text, with one blank between those of a line.
  static func joined(_ words: [String]) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.joined(separator: " ") }.joined(separator: "\n")
  }

  private mutating func word(_ mark: String?) -> String {
    let word = Self.words.randomElement(using: &random) ?? ""
    guard let mark else { return word }
    count += 1
    return word + mark + String(count)
  }
}

extension String {
  /// The words between blanks and line ends.
  var words: [String] { split { $0 == " " || $0 == "\n" }.map(String.init) }
}
