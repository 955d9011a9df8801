import VitrineCore

/// Notices to one person that leave the desk as one message, in the hands of whoever claimed them.
package struct NoticeParcel: Hashable, Sendable {
  /// The message's id: that of the first notice that was in it.
  package let id: String
  /// The notices, newest first; all of one person and one bundle.
  package var notices: [Notice]
  /// How often it was tried before.
  package let attempts: Int
  /// How long the last wait was, in milliseconds.
  package let lastWait: Int64
  /// When it was first claimed.
  package let begun: Timestamp
}

/// To whom a message goes.
package struct NoticeAddressee: Hashable, Sendable {
  /// The name; nil once it was erased.
  package let name: String?
  /// The e-mail address.
  package let email: String?
  /// The language that the person chose.
  package let language: Language?
}

/// When notices leave; the numbers stand in `docs/notices.md`.
package struct NoticePace: Hashable, Sendable {
  /// Notices older than this are not sent any more, in milliseconds.
  package let term: Int64 = 86_400_000
  /// How old the first of a bundle is when it leaves, so that the others can join it, in milliseconds.
  package let gathering: Int64
  /// How long the next message of a bundle waits after one, in milliseconds.
  package let quiet: Int64 = 900_000
  /// How long a claim holds, in milliseconds.
  package let lease: Int64 = 120_000
  /// How many messages are claimed at once: each may take its time, and all within the lease.
  package let atOnce = 8

  /// Makes a pace; a worker that ends after its work does not wait for what may join.
  package init(gathering: Int64 = 10_000) { self.gathering = gathering }
}

extension Transaction {
  /// Claims messages that are to leave now: those that failed before, then new ones.
  ///
  /// Who claims has the log's head locked, so that no two workers take the same. A claim that nobody
  /// settles runs out, and the message is tried again: at least once, and known by its id.
  package func claimNotices(
    for channel: String, _ pace: NoticePace, at now: Timestamp
  ) throws -> [NoticeParcel] {
    var parcels = try reclaimNotices(for: channel, pace, at: now)
    let fresh = try freshParcels(for: channel, pace, at: now)
      .prefix(max(0, pace.atOnce - parcels.count))
    let until = now.advanced(byMilliseconds: pace.lease)
    try insertMany(
      into: "notice_sending",
      columns: ["notice_id", "channel", "message_id", "begun_at", "not_before"],
      rows: fresh.flatMap { parcel in
        parcel.notices.map {
          [SQLValue($0.id), .text(channel), .text(parcel.id), SQLValue(now), SQLValue(until)]
        }
      })
    parcels += fresh
    return parcels
  }

  /// Whether there is anything to claim; asked first, since claiming locks the log.
  package func hasNoticesToSend(
    for channel: String, _ pace: NoticePace, at now: Timestamp
  ) throws -> Bool {
    let open = try row(
      """
      SELECT notice_id FROM notice_sending WHERE channel = ?1 AND not_before <= ?2
        AND sent_at IS NULL AND given_up_at IS NULL LIMIT 1
      """, [.text(channel), SQLValue(now)])
    return try open != nil || !freshParcels(for: channel, pace, at: now).isEmpty
  }

  private func reclaimNotices(
    for channel: String, _ pace: NoticePace, at now: Timestamp
  ) throws -> [NoticeParcel] {
    let due = try rows(
      """
      SELECT message_id, MIN(begun_at) AS begun_at, MAX(attempts) AS attempts,
        MAX(last_wait) AS last_wait
      FROM notice_sending WHERE channel = ?1 AND not_before <= ?2 AND sent_at IS NULL
        AND given_up_at IS NULL
      GROUP BY message_id ORDER BY MIN(not_before), message_id LIMIT ?3
      """, [.text(channel), SQLValue(now), SQLValue(pace.atOnce)])
    return try due.map { row in
      let id = try row.text("message_id")
      try execute(
        "UPDATE notice_sending SET not_before = ?3 WHERE message_id = ?1 AND channel = ?2",
        [.text(id), .text(channel), SQLValue(now.advanced(byMilliseconds: pace.lease))])
      let notices = try rows(
        """
        SELECT n.* FROM notice n JOIN notice_sending s ON s.notice_id = n.id
        WHERE s.message_id = ?1 AND s.channel = ?2 ORDER BY n.created_at DESC, n.id DESC
        """, [.text(id), .text(channel)]
      ).map { try StoredNotice(row: $0).notice }
      return NoticeParcel(
        id: id, notices: notices, attempts: try row.int("attempts"),
        lastWait: try row.integer("last_wait"), begun: try row.timestamp("begun_at"))
    }
  }

  /// Unread notices that were in no message yet, a parcel for each person and bundle.
  private func freshParcels(
    for channel: String, _ pace: NoticePace, at now: Timestamp
  ) throws -> [NoticeParcel] {
    let unsent = try rows(
      """
      SELECT n.* FROM notice n WHERE n.created_at > ?2 AND n.read_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM notice_sending s
          WHERE s.notice_id = n.id AND s.channel = ?1)
      ORDER BY n.created_at DESC, n.id DESC
      """, [.text(channel), SQLValue(now.advanced(byMilliseconds: -pace.term))]
    ).map { try StoredNotice(row: $0).notice }
    guard !unsent.isEmpty else { return [] }
    let recent = Set(
      try rows(
        """
        SELECT DISTINCT n.account_id, n.bundle FROM notice_sending s
          JOIN notice n ON n.id = s.notice_id
        WHERE s.channel = ?1 AND s.begun_at > ?2
        """, [.text(channel), SQLValue(now.advanced(byMilliseconds: -pace.quiet))]
      ).map { [try $0.text("account_id"), try $0.text("bundle")] })
    let ripe = now.advanced(byMilliseconds: -pace.gathering)
    return Dictionary(grouping: unsent) { [$0.person.rawValue, $0.bundle] }
      .filter { !recent.contains($0.key) }
      .compactMap { _, notices in
        guard let first = notices.last, first.time <= ripe else { return nil }
        return NoticeParcel(
          id: first.id.rawValue, notices: notices, attempts: 0, lastWait: 0, begun: now)
      }
      .sorted { ($0.notices.last?.time ?? now, $0.id) < ($1.notices.last?.time ?? now, $1.id) }
  }

  /// Notes that a message arrived.
  package func noteSent(_ message: String, by channel: String, at now: Timestamp) throws {
    try execute(
      """
      UPDATE notice_sending SET sent_at = ?3, failure = NULL
      WHERE message_id = ?1 AND channel = ?2 AND sent_at IS NULL
      """, [.text(message), .text(channel), SQLValue(now)])
  }

  /// Notes that a message may not have arrived, and when it is tried again; `nil` gives it up.
  package func noteUnsent(
    _ message: String, by channel: String, _ failure: Message, wait: Int64?, at now: Timestamp
  ) throws {
    try execute(
      """
      UPDATE notice_sending SET attempts = attempts + 1, failure = ?3, last_wait = ?4,
        not_before = ?5, given_up_at = ?6
      WHERE message_id = ?1 AND channel = ?2 AND sent_at IS NULL
      """,
      [
        .text(message), .text(channel), .text(failure.stored), .integer(wait ?? 0),
        SQLValue(now.advanced(byMilliseconds: wait ?? 0)),
        SQLValue(wait == nil ? now : nil as Timestamp?),
      ])
  }

  /// To whom a message goes.
  package func addressee(_ user: UserID) throws -> NoticeAddressee {
    let row = try row(
      "SELECT name, email, language FROM identity WHERE account_id = ?1", [SQLValue(user)])
    return NoticeAddressee(
      name: try row?.text("name"), email: try row?.optionalText("email"),
      language: try row?.optionalText("language").flatMap(Language.init(rawValue:)))
  }

  /// Notes the language in which a person wants to be told things.
  package func setLanguage(_ language: Language, of user: UserID) throws {
    try execute(
      "UPDATE identity SET language = ?2 WHERE account_id = ?1",
      [SQLValue(user), .text(language.rawValue)])
  }

  /// How sending goes: how many notices wait, how many of them failed already, how many were given up since.
  package func sendingState(
    since: Timestamp
  ) throws -> (waiting: Int, failing: Int, givenUp: Int, failure: Message?) {
    let counts = try row(
      """
      SELECT COUNT(*) AS waiting,
        COALESCE(SUM(CASE WHEN attempts > 0 THEN 1 ELSE 0 END), 0) AS failing
      FROM notice_sending WHERE sent_at IS NULL AND given_up_at IS NULL
      """)
    let lost = try row(
      "SELECT COUNT(*) AS count FROM notice_sending WHERE given_up_at > ?1", [SQLValue(since)])
    let last = try row(
      """
      SELECT failure FROM notice_sending WHERE failure IS NOT NULL AND sent_at IS NULL
      ORDER BY not_before DESC, message_id LIMIT 1
      """)
    return (
      try counts?.int("waiting") ?? 0, try counts?.int("failing") ?? 0,
      try lost?.int("count") ?? 0,
      try last?.optionalText("failure").map(Message.init(stored:))
    )
  }
}
