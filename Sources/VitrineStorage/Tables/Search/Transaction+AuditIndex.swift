import VitrineCore

extension Transaction {
  /// Files records that were just appended, the first of them at `start`, under what they are found by.
  func index(_ records: [AuditRecord], from start: Int) throws {
    var people: [[SQLValue]] = []
    var spans: [Int: (first: Int64, last: Int64)] = [:]
    for (offset, record) in records.enumerated() {
      let position = start + offset
      for entry in record.people.sorted() {
        people.append([SQLValue(entry.person), .text(entry.role.rawValue), SQLValue(position)])
      }
      let time = record.time.milliseconds
      let known = spans[AuditSpan.block(of: position)] ?? (time, time)
      spans[AuditSpan.block(of: position)] = (min(known.first, time), max(known.last, time))
    }
    try insertMany(
      into: "audit_person", columns: ["account_id", "role", "position"], rows: people)
    try insertMany(
      into: "audit_span", columns: ["block", "first_time", "last_time"],
      rows: spans.sorted { $0.key < $1.key }.map {
        [SQLValue($0.key), .integer($0.value.first), .integer($0.value.last)]
      },
      onConflict: """
        ON CONFLICT (block) DO UPDATE SET
          first_time = CASE WHEN excluded.first_time < audit_span.first_time
            THEN excluded.first_time ELSE audit_span.first_time END,
          last_time = CASE WHEN excluded.last_time > audit_span.last_time
            THEN excluded.last_time ELSE audit_span.last_time END
        """)
    try archive(records, from: start)
  }

  /// The runs of positions below one in which records of that time can stand, newest first.
  ///
  /// Clocks are set back, so that the first and the last of them can have nearly the whole log between
  /// them; what lies there is not looked at.
  func runs(since: Timestamp?, until: Timestamp?, below: Int) throws -> [Range<Int>] {
    guard below > 0 else { return [] }
    if since == nil, until == nil { return [0..<below] }
    let blocks = try rows(
      """
      SELECT block FROM audit_span
      WHERE last_time >= ?1 AND first_time < ?2 AND block <= ?3 ORDER BY block DESC
      """,
      [
        SQLValue(since ?? Timestamp(clamping: 0)), .integer(until?.milliseconds ?? Int64.max),
        SQLValue(AuditSpan.block(of: below - 1)),
      ]
    ).map { try $0.int("block") }
    var runs: [Range<Int>] = []
    for block in blocks {
      let start = AuditSpan.start(of: block)
      let end = min(below, AuditSpan.start(of: block + 1))
      if let last = runs.last, last.lowerBound == end {
        runs[runs.count - 1] = start..<last.upperBound
      } else if start < end {
        runs.append(start..<end)
      }
    }
    return runs
  }

  /// Hands over every row by which people are found, sorted by nothing in particular.
  package func forEachPersonEntry(_ body: (Int, PersonEntry) throws -> Void) throws {
    try forEachRow("SELECT account_id, role, position FROM audit_person", []) {
      try body(
        try $0.int("position"),
        PersonEntry(
          UserID(try $0.text("account_id")), try $0.value(of: "role", as: PersonRole.self)))
    }
  }
}

/// The blocks of records whose times are kept together.
package enum AuditSpan {
  /// How many records a block has.
  package static let size = 1_024

  /// The block in which a record stands.
  package static func block(of position: Int) -> Int { position / size }

  /// The first record of a block; far beyond any log it stays in range.
  package static func start(of block: Int) -> Int {
    let (start, overflow) = block.multipliedReportingOverflow(by: size)
    return overflow ? Int.max : max(0, start)
  }
}
