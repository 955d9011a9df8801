import VitrineCore

/// Finds the publications that have all of some words, newest first.
///
/// Each word walks down its own list; whoever is behind jumps to where the others are, so that one
/// rare word makes the search short however common the others are.
struct WordSearch {
  private let transaction: any Transaction
  private var walks: [Walk]

  init(_ words: [String], in transaction: any Transaction) {
    self.transaction = transaction
    walks = words.map(Walk.init(word:))
  }

  /// The next matches below an index and not below another, at most so many.
  mutating func next(below: Int, from lower: Int, limit: Int) throws -> [Int] {
    var found: [Int] = []
    var bound = below - 1
    search: while found.count < limit, bound >= lower {
      var candidate = bound
      var agreeing = 0
      var turn = 0
      while agreeing < walks.count {
        guard let place = try walks[turn].last(notAbove: candidate, in: transaction),
          place >= lower
        else { break search }
        agreeing = place == candidate ? agreeing + 1 : 1
        candidate = place
        turn = (turn + 1) % walks.count
      }
      found.append(candidate)
      bound = candidate - 1
    }
    return found
  }

  /// The walk of one word down its list.
  private struct Walk {
    let word: String
    /// Places already read, in rising order.
    private var places: [Int] = []
    /// The first place of the lowest row already read.
    private var floor = Int.max

    init(word: String) { self.word = word }

    /// The highest place that is not above a bound; bounds only ever fall.
    mutating func last(notAbove bound: Int, in transaction: any Transaction) throws -> Int? {
      while true {
        while let place = places.last, place > bound { places.removeLast() }
        if let place = places.last { return place }
        guard floor > 0 else { return nil }
        let rows = try transaction.rows(
          """
          SELECT first, places FROM audit_word WHERE word = ?1 AND first <= ?2
          ORDER BY first DESC LIMIT 16
          """, [.text(word), SQLValue(min(bound, floor == Int.max ? bound : floor - 1))])
        guard !rows.isEmpty else {
          floor = 0
          return nil
        }
        for row in rows.reversed() {
          places += try PlaceList.positions(first: try row.int("first"), try row.blob("places"))
        }
        floor = try rows.last?.int("first") ?? 0
      }
    }
  }
}
