/// Finds the word that somebody meant: Damerau-Levenshtein with neighbours swapped at most once.
package enum EditDistance {
  /// Longer words get no suggestion, so that a hostile input costs nothing.
  private static let longest = 64

  /// Returns the candidate nearest to a word, or `nil` when none is near enough to be a help.
  ///
  /// Case, accents and dashes do not count (`ile de france` means `Île-de-France`); one mistake in
  /// three letters does, at most three in all. A word that begins or ends exactly one candidate
  /// means that one (`Provence`, `Reunion`). Of equally near candidates the first in byte order wins, so the answer never varies.
  package static func suggestion(
    for word: String, among candidates: some Sequence<String>
  ) -> String? {
    guard !word.isEmpty, word.utf8.count <= longest * 4 else { return nil }
    let folded = Array(word.folded.unicodeScalars)
    guard folded.count <= longest else { return nil }
    let allowed = min(3, max(1, folded.count / 3))
    var best: (distance: Int, candidate: String)?
    var partial: [String] = []
    for candidate in candidates where candidate != word && candidate.utf8.count <= longest * 4 {
      let other = Array(candidate.folded.unicodeScalars)
      if folded.count >= 3,
        other.starts(with: folded) || other.reversed().starts(with: (["-"] + folded).reversed())
      {
        partial.append(candidate)
      }
      guard abs(other.count - folded.count) <= allowed else { continue }
      let distance = distance(folded, other)
      guard distance <= allowed else { continue }
      if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.candidate ?? (partial.count == 1 ? partial[0] : nil)
  }

  /// Returns how many letters must be put in, taken out, changed or swapped with their neighbour.
  package static func between(_ left: String, _ right: String) -> Int {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty { return right.count }
    if right.isEmpty { return left.count }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var value = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          value = min(value, before[column - 2] + 1)
        }
        current.append(value)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
