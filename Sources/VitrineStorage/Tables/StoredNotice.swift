import VitrineCore

/// A notice as one person finds it.
package struct StoredNotice: Hashable, Sendable {
  /// What the person is told.
  package let notice: Notice
  /// When the person marked it as read.
  package let read: Timestamp?

  init(row: Row) throws {
    let words = try row.optionalText("words")
    let author = try row.optionalText("words_by").map(UserID.init(_:))
    notice = Notice(
      id: NoticeID(try row.text("id")), person: UserID(try row.text("account_id")),
      event: try row.value(of: "event", as: NoticeEvent.self), key: try row.text("event_key"),
      subject: Notice.Subject(
        type: try row.text("subject_type"), id: try row.text("subject_id")),
      broadcast: try row.optionalText("broadcast_id").map(BroadcastID.init(_:)),
      store: try row.optionalText("store_code").map(StoreCode.init(_:)),
      headline: try Message(stored: try row.text("headline")),
      reason: try row.optionalText("reason").map(Message.init(stored:)),
      fix: try row.optionalText("fix").map(Message.init(stored:)),
      words: words.flatMap { body in author.map { Notice.Words(author: $0, body: body) } },
      time: try row.timestamp("created_at"))
    read = try row.optionalTimestamp("read_at")
  }
}

/// Where a list of notices goes on: behind the one with this time and id.
package struct NoticePlace: Hashable, Sendable {
  /// The time of the last one that was shown.
  package let time: Timestamp
  /// Its id.
  package let id: String

  /// Makes a place.
  package init(time: Timestamp, id: String) {
    self.time = time
    self.id = id
  }
}
