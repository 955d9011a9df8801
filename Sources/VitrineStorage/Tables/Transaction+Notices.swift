import VitrineCore

extension Transaction {
  /// Writes notices; a person who has one of the same key keeps that one.
  ///
  /// With `replacing` the older ones of these keys go first, whoever had them: what they told is over.
  package func insertNotices(_ notices: [Notice], replacing: Bool) throws {
    guard !notices.isEmpty else { return }
    if replacing { try deleteNotices(ofKeys: Set(notices.map(\.key)).sorted()) }
    var seen: Set<[String]> = []
    try insertMany(
      into: "notice",
      columns: [
        "id", "account_id", "event", "event_key", "subject_type", "subject_id", "broadcast_id",
        "store_code", "headline", "reason", "fix", "words", "words_by", "bundle", "created_at",
      ],
      rows: notices.filter { seen.insert([$0.key, $0.person.rawValue]).inserted }.map {
        [
          SQLValue($0.id), SQLValue($0.person), .text($0.event.rawValue), .text($0.key),
          .text($0.subject.type), .text($0.subject.id), SQLValue($0.broadcast),
          SQLValue($0.store), .text($0.headline.stored), SQLValue($0.reason?.stored),
          SQLValue($0.fix?.stored), SQLValue($0.words?.body), SQLValue($0.words?.author),
          .text($0.bundle), SQLValue($0.time),
        ]
      }, onConflict: "ON CONFLICT (event_key, account_id) DO NOTHING")
  }

  private func deleteNotices(ofKeys keys: [String]) throws {
    for some in keys.chunks(of: 500) {
      try execute(
        "DELETE FROM notice WHERE event_key IN (\(some.placeholders(from: 1)))",
        some.map { .text($0) })
    }
  }

  /// The notices of some keys, whoever has them.
  package func notices(ofKeys keys: [String]) throws -> [String: Notice] {
    var found: [String: Notice] = [:]
    for some in keys.chunks(of: 500) {
      let rows = try rows(
        "SELECT * FROM notice WHERE event_key IN (\(some.placeholders(from: 1)))",
        some.map { .text($0) })
      for row in rows {
        let notice = try StoredNotice(row: row).notice
        found[notice.key] = notice
      }
    }
    return found
  }

  /// What a person is told, newest first, behind a place.
  package func notices(
    of user: UserID, includingRead: Bool, behind place: NoticePlace?, limit: Int
  ) throws -> [StoredNotice] {
    let place = place ?? NoticePlace(time: .latest, id: "o")
    return try rows(
      """
      SELECT * FROM notice WHERE account_id = ?1 AND (?2 = 1 OR read_at IS NULL)
        AND (created_at < ?3 OR (created_at = ?3 AND id < ?4))
      ORDER BY created_at DESC, id DESC LIMIT ?5
      """,
      [
        SQLValue(user), .integer(includingRead ? 1 : 0), SQLValue(place.time), .text(place.id),
        SQLValue(limit),
      ]
    ).map(StoredNotice.init(row:))
  }

  /// Whether a person has a notice with that id, or about that thing.
  package func hasNotice(_ user: UserID, named name: String) throws -> Bool {
    try row(
      """
      SELECT id FROM notice
      WHERE account_id = ?1 AND (id = ?2 OR subject_id = ?2 OR broadcast_id = ?2) LIMIT 1
      """, [SQLValue(user), .text(name)]) != nil
  }

  /// Marks a person's notices as read, and returns how many: one, those about one thing, or without a name all.
  package func readNotices(
    of user: UserID, named name: String?, at now: Timestamp
  ) throws -> Int {
    try execute(
      """
      UPDATE notice SET read_at = ?2 WHERE account_id = ?1 AND read_at IS NULL
        AND (?3 = '' OR id = ?3 OR subject_id = ?3 OR broadcast_id = ?3)
      """, [SQLValue(user), SQLValue(now), .text(name ?? "")])
  }

  /// Takes away what a person was told, or only the troubles that somebody else has to mend now, and returns
  /// the posts that are in trouble.
  package func takeNotices(from user: UserID, onlyTroubles: Bool) throws -> [PostID] {
    let troubles = NoticeEvent.allCases.filter(\.isAboutPage).map { "'\($0.rawValue)'" }
      .joined(separator: ", ")
    let posts = try rows(
      """
      DELETE FROM notice WHERE account_id = ?1 AND event IN (\(troubles)) RETURNING subject_id
      """, [SQLValue(user)]
    ).map { PostID(try $0.text("subject_id")) }.sorted()
    if !onlyTroubles {
      try execute("DELETE FROM notice WHERE account_id = ?1", [SQLValue(user)])
    }
    return posts
  }
}
