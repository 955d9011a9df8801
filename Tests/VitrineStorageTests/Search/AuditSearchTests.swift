import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// Every search finds exactly what is there, whatever leads it.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct AuditSearchTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a search of random parts finds what a walk over all records finds`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      try await database.migrate(Schema.migrations)
      let log = try await RandomLog.make(4_000, seed: 11, in: database)
      var generator = SeededGenerator(seed: 12)
      var found = 0
      for _ in 0..<300 {
        let filter = log.filter(&generator)
        let expected = log.matches(filter)
        let limit = Int.random(in: 1...120, using: &generator)
        let page = try await database.read {
          try $0.records(filter, below: nil, limit: limit).map(\.index)
        }
        #expect(page == Array(expected.prefix(limit)), "\(filter)")
        found += page.count
      }
      #expect(found > 1_000, "the filters let nothing through: \(found)")
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a list stays whole while the log grows under it`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.migrate(Schema.migrations)
      let log = try await RandomLog.make(1_000, seed: 21, in: database)
      var filter = RecordFilter()
      filter.person = RandomLog.people[2]
      var listed: [Int] = []
      var below: Int?
      repeat {
        let cursor = below
        let page = try await database.read { [filter] in
          try $0.records(filter, below: cursor, limit: 37).map(\.index)
        }
        listed += page
        below = page.last
        try await database.write { try $0.append([log.records[0]]) }
      } while below != nil
      #expect(listed == log.matches(filter))
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `the rows that people are found by follow from the records`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      try await database.migrate(Schema.migrations)
      let log = try await RandomLog.make(500, seed: 31, in: database)
      var expected: Set<[String]> = []
      for (index, record) in log.records.enumerated() {
        for entry in record.people {
          expected.insert([String(index), entry.person.rawValue, entry.role.rawValue])
        }
      }
      let stored = try await database.read { transaction in
        var rows: Set<[String]> = []
        try transaction.forEachPersonEntry {
          rows.insert([String($0), $1.person.rawValue, $1.role.rawValue])
        }
        return rows
      }
      #expect(stored == expected)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `an erased text is found by none of its words`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.migrate(Schema.migrations)
      let day = Timestamp(clamping: 1_800_000_000_000)
      @Sendable func record(_ action: Action, _ post: String, _ at: Timestamp) -> AuditRecord {
        AuditRecord(
          id: "r", time: at, action: action.rawValue, actor: .init(id: UserID("u_1")),
          object: .init(type: "post", id: post))
      }
      let publications = ["p_1", "p_2"].map { record(.postPublish, $0, day) }
      try await database.write { transaction in
        try transaction.append(publications)
        try transaction.archive(
          (0..<2).map {
            PublishedText(
              index: $0, post: PostID("p_\($0 + 1)"), network: .facebook, remoteID: nil,
              body: "Foie gras", link: nil, digest: "", published: day)
          })
        try transaction.append([record(.postTakedown, "p_1", day.advanced(bySeconds: 60))])
      }
      var filter = RecordFilter()
      filter.words = ["foie", "gras"]
      func found() async throws -> [Int] {
        try await database.read { [filter] in
          try $0.records(filter, below: nil, limit: 10).map(\.index)
        }
      }
      #expect(try await found() == [1, 0])
      let limit = day.advanced(bySeconds: 60)
      #expect(
        try await database.write { try $0.erasePublishedTexts(takenDownBefore: limit) } == 0)
      let later = limit.advanced(bySeconds: 1)
      #expect(
        try await database.write { try $0.erasePublishedTexts(takenDownBefore: later) } == 1)
      #expect(try await found() == [1])
      let left = try await database.read {
        try $0.row("SELECT COUNT(*) AS count FROM audit_word WHERE first = 0")?.int("count")
      }
      // One list of each word is left: that of both posts, now of the second alone.
      #expect(left == 2)
    }
  }
}
