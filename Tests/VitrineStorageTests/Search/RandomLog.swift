import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// A log of random records, and the same records in memory to compare every search with.
struct RandomLog: Sendable {
  private(set) var records: [AuditRecord] = []
  private(set) var texts: [Int: String] = [:]

  static let people = (0..<6).map { UserID("u_\($0)") }
  static let stores = (0..<90).map { StoreCode("S-\($0)") }
  static let words = ["foie", "gras", "noel", "promo", "rappel", "magasin"]
  static let actions: [Action] = [
    .postPublish, .broadcastApprove, .grantCreate, .broadcastDraft, .storeImport,
  ]

  /// Appends so many records in batches of random sizes; the clock steps back now and then.
  static func make(_ count: Int, seed: UInt64, in database: any Database) async throws -> RandomLog
  {
    var generator = SeededGenerator(seed: seed)
    var log = RandomLog()
    var time: Int64 = 1_800_000_000_000
    while log.records.count < count {
      var batch: [AuditRecord] = []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        time += Int64.random(in: -40_000...60_000, using: &generator)
        batch.append(record(at: time, log.records.count + batch.count, &generator))
      }
      let start = log.records.count
      var kept: [PublishedText] = []
      for (offset, record) in batch.enumerated() where record.isPublication {
        // Some texts are erased by now: their records are found by everything but words.
        guard Int.random(in: 0..<10, using: &generator) > 0 else { continue }
        let body = words.filter { _ in Bool.random(using: &generator) }.joined(separator: " ")
        log.texts[start + offset] = body
        kept.append(
          PublishedText(
            index: start + offset, post: PostID(record.object?.id ?? ""), network: .facebook,
            remoteID: nil, body: body, link: nil, digest: "", published: record.time))
      }
      log.records += batch
      let (records, texts) = (batch, kept)
      try await database.write { transaction in
        try transaction.append(records)
        try transaction.archive(texts)
      }
    }
    return log
  }

  private static func record(
    at time: Int64, _ index: Int, _ generator: inout SeededGenerator
  ) -> AuditRecord {
    let action = actions[Int.random(in: 0..<actions.count, using: &generator)]
    // The first person does nearly everything, the last one nearly nothing.
    let rank = min(
      Int.random(in: 0..<6, using: &generator), Int.random(in: 0..<6, using: &generator))
    var record = AuditRecord(
      id: "r_\(index)", time: Timestamp(clamping: time), action: action.rawValue,
      actor: AuditRecord.Actor(id: people[rank]))
    if Int.random(in: 0..<20, using: &generator) == 0 { record.result = .denied }
    if action == .postPublish {
      record.object = AuditRecord.Object(
        type: "post", id: "p_\(Int.random(in: 0..<200, using: &generator))")
      record.target = AuditRecord.Target(
        type: "page", id: "pg",
        store: stores[Int.random(in: 0..<stores.count, using: &generator)].rawValue)
      record.authors = [people[Int.random(in: 0..<6, using: &generator)]]
      record.approvals = ["\(people[Int.random(in: 0..<6, using: &generator)])@sha256:00"]
    }
    return record
  }

  /// What a search must find: every match, the newest first.
  func matches(_ filter: RecordFilter) -> [Int] {
    records.indices.reversed().filter { index in
      let record = records[index]
      let columns = record.filterColumns
      if let stores = filter.stores {
        guard let store = columns.store, stores.contains(StoreCode(store)) else { return false }
      }
      if let actor = filter.actor, columns.actorID != actor.rawValue { return false }
      if let person = filter.person {
        let roles = filter.roles.isEmpty ? Set(PersonRole.allCases) : filter.roles
        let own = record.people.filter { $0.person == person }.map(\.role)
        if roles.isDisjoint(with: own) { return false }
      }
      if let action = filter.action, columns.action != action { return false }
      if let object = filter.object, columns.objectID != object { return false }
      if let result = filter.result, columns.result != result { return false }
      if let since = filter.since, columns.time < since.milliseconds { return false }
      if let until = filter.until, columns.time >= until.milliseconds { return false }
      if !filter.words.isEmpty {
        guard let text = texts[index] else { return false }
        return Set(text.split(separator: " ").map(String.init)).isSuperset(of: filter.words)
      }
      return true
    }
  }

  /// A filter of random parts.
  func filter(_ generator: inout SeededGenerator) -> RecordFilter {
    var filter = RecordFilter()
    func maybe(_ chance: Int) -> Bool { Int.random(in: 0..<chance, using: &generator) == 0 }
    if maybe(3) {
      filter.stores = Array(Self.stores.shuffled(using: &generator).prefix(maybe(3) ? 80 : 3))
    }
    if maybe(4) { filter.actor = Self.people.randomElement(using: &generator) }
    if maybe(3) {
      filter.person = Self.people.randomElement(using: &generator)
      if maybe(2) {
        filter.roles = [PersonRole.allCases.randomElement(using: &generator) ?? .actor]
      }
    }
    if maybe(4) { filter.action = Self.actions.randomElement(using: &generator)?.rawValue }
    if maybe(6) { filter.object = "p_\(Int.random(in: 0..<220, using: &generator))" }
    if maybe(5) {
      filter.result =
        [AuditRecord.Outcome.denied, .success].randomElement(using: &generator)?
        .rawValue
    }
    let first = records.first?.time ?? Timestamp(clamping: 0)
    let length = (records.last?.time ?? first).milliseconds(since: first)
    if maybe(3) {
      filter.since = first.advanced(
        byMilliseconds: Int64.random(in: 0...max(1, length), using: &generator))
    }
    if maybe(3) {
      filter.until = first.advanced(
        byMilliseconds: Int64.random(in: 0...max(1, length), using: &generator))
    }
    if maybe(3) {
      filter.words = Array(
        Self.words.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator)))
    }
    return filter
  }
}
