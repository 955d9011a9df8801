/// Which line of a file counts at each store on each day: of several the last.
///
/// A question is two steps into arrays. Days with the same lines share one row of stores, so that a
/// line over a year costs no more than a line of a day.
struct DayTable: Sendable {
  /// The first day that a line names.
  private let first: Int
  /// The row of each day from the first on; -1 for a day that no line names.
  private let rows: [Int32]
  /// The line that counts at each store, row by row; -1 where none does.
  private let lines: [[Int32]]

  /// Lays out lines, each with its days and the places of its stores among so many.
  init(_ entries: [(days: [Int], stores: [Int])], stores count: Int) {
    let first = entries.lazy.compactMap(\.days.first).min() ?? 0
    let last = entries.lazy.compactMap(\.days.last).max() ?? first - 1
    var named = [[Int32]](repeating: [], count: last - first + 1)
    for (line, entry) in entries.enumerated() where !entry.stores.isEmpty {
      for day in entry.days { named[day - first].append(Int32(line)) }
    }
    var known: [[Int32]: Int32] = [:]
    var lines: [[Int32]] = []
    rows = named.map { names in
      guard !names.isEmpty else { return -1 }
      if let row = known[names] { return row }
      known[names] = Int32(lines.count)
      lines.append(Self.row(names, entries, count))
      return Int32(lines.count - 1)
    }
    self.first = first
    self.lines = lines
  }

  /// From the last line to the first, until every store has its own.
  private static func row(
    _ names: [Int32], _ entries: [(days: [Int], stores: [Int])], _ count: Int
  ) -> [Int32] {
    var row = [Int32](repeating: -1, count: count)
    var open = count
    for name in names.reversed() {
      if open == 0 { break }
      for store in entries[Int(name)].stores where row[store] < 0 {
        row[store] = name
        open -= 1
      }
    }
    return row
  }

  /// Whether a line names a day at all.
  func names(_ day: Int) -> Bool {
    let offset = day - first
    return rows.indices.contains(offset) && rows[offset] >= 0
  }

  /// The line that counts at a store on a day.
  subscript(day: Int, store: Int) -> Int? {
    let offset = day - first
    guard rows.indices.contains(offset), rows[offset] >= 0 else { return nil }
    let line = lines[Int(rows[offset])][store]
    return line < 0 ? nil : Int(line)
  }
}
