import VitrineCore

extension Transaction {
  /// The records that a filter lets through, newest first, below an index.
  ///
  /// Each part of the filter has an index in order of position. The part with the fewest records leads,
  /// a piece at a time, and the rest is checked on what it yields: neither database's planner has to
  /// guess, and the cost is bounded by the rarest part. `isVisible` leaves out what the person may not
  /// see, before the limit counts.
  package func records(
    _ filter: RecordFilter, below: Int?, limit: Int,
    isVisible: (StoredRecord) throws -> Bool = { _ in true }
  ) throws -> [StoredRecord] {
    let size = try auditHead().size
    let runs = try runs(
      since: filter.since, until: filter.until, below: max(0, min(below ?? size, size)))
    guard let newest = runs.first, let oldest = runs.last else { return [] }
    var leader = try leader(of: filter, in: oldest.lowerBound..<newest.upperBound)
    var found: [StoredRecord] = []
    var piece = min(max(limit, 64), 4_096)
    for run in runs {
      var bound = run.upperBound
      while found.count < limit, bound > run.lowerBound {
        let positions = try leader.next(
          below: bound, from: run.lowerBound, limit: piece, in: self)
        guard let last = positions.last else { break }
        bound = last
        for record in try records(at: positions, filter) where try isVisible(record) {
          found.append(record)
          if found.count == limit { break }
        }
        piece = min(piece * 2, 4_096)
      }
      if found.count == limit { break }
    }
    return found
  }

  /// What leads the search: the part of the filter with the fewest records in the range.
  private func leader(of filter: RecordFilter, in range: Range<Int>) throws -> Leader {
    var best: (count: Int, leader: Leader) = (Int.max, .everything)
    func offer(_ count: Int, _ leader: Leader) {
      if count < best.count { best = (count, leader) }
    }
    if !filter.words.isEmpty {
      let count = try count(ofRarest: filter.words, in: range)
      offer(count, .words(WordSearch(filter.words, in: self)))
    }
    for list in filter.lists() {
      // A few hundred are read in no time: it does not matter then which part leads.
      if best.count <= 256 { break }
      let count = try list.count(
        below: range.upperBound, from: range.lowerBound, limit: 4_096, in: self)
      offer(count, .list(list))
    }
    return best.leader
  }

  /// About how many publications have the rarest of some words.
  private func count(ofRarest words: [String], in range: Range<Int>) throws -> Int {
    var least = Int.max
    for word in words {
      let row = try row(
        """
        SELECT COUNT(*) AS count FROM (SELECT 1 AS one FROM audit_word
          WHERE word = ?1 AND first < ?2 LIMIT 4096) AS few
        """, [.text(word), SQLValue(range.upperBound)])
      least = min(least, try row?.int("count") ?? 0)
    }
    return least
  }

  /// Those of some records that meet every part of a filter, newest first.
  private func records(at positions: [Int], _ filter: RecordFilter) throws -> [StoredRecord] {
    let (clauses, arguments) = filter.conditions()
    let list = positions.map(String.init).joined(separator: ",")
    let found = try rows(
      """
      SELECT l.* FROM audit_leaf l
      WHERE \((["l.position IN (\(list))"] + clauses).joined(separator: " AND "))
      ORDER BY l.position DESC
      """, arguments
    ).map(StoredRecord.init(row:))
    guard !filter.words.isEmpty else { return found }
    // The word table only leads here; the kept text decides, and without it there is no match.
    let texts = try publishedTexts(at: found.map(\.index))
    return found.filter { record in
      guard let text = texts[record.index] else { return false }
      return Set(SearchWords.of(text.searched)).isSuperset(of: filter.words)
    }
  }
}

/// What yields the positions to look at, newest first.
private enum Leader {
  /// Every record.
  case everything
  /// The records that an index lists.
  case list(PositionList)
  /// The publications that have some words.
  case words(WordSearch)

  mutating func next(
    below: Int, from lower: Int, limit: Int, in transaction: any Transaction
  ) throws -> [Int] {
    switch self {
    case .everything: return Array((max(lower, below - limit)..<below).reversed())
    case .list(let list):
      return try list.next(below: below, from: lower, limit: limit, in: transaction)
    case .words(var search):
      let found = try search.next(below: below, from: lower, limit: limit)
      self = .words(search)
      return found
    }
  }
}
