import VitrineCore

/// What one `calendar apply` handed over, to be approved as a whole.
package struct StoredCalendarPlan: Hashable, Sendable {
  /// Where a plan stands.
  package enum State: String, CaseIterable, Codable, Sendable {
    /// Waits for approvals.
    case submitted
    /// Has them; its posts are scheduled.
    case approved
    /// Somebody said no.
    case rejected
  }

  /// Its id.
  package let id: CalendarPlanID
  /// Who applied it.
  package let author: UserID
  /// Where it stands.
  package var state: State
  /// What an approval binds: each of its posts as it was handed over.
  package let digest: String
  /// How many posts it handed over.
  package let posts: Int
  /// How many people must approve it.
  package let approvalsNeeded: Int
  /// The first day it looked at.
  package let from: CivilDate
  /// The last day it looked at.
  package let through: CivilDate
  /// When it was made.
  package let created: Timestamp
  /// When it was last handed over.
  package var submitted: Timestamp

  /// Makes a plan.
  package init(
    id: CalendarPlanID, author: UserID, digest: String, posts: Int, approvalsNeeded: Int,
    from: CivilDate, through: CivilDate, created: Timestamp
  ) {
    self.id = id
    self.author = author
    state = .submitted
    self.digest = digest
    self.posts = posts
    self.approvalsNeeded = approvalsNeeded
    self.from = from
    self.through = through
    self.created = created
    submitted = created
  }

  /// Reads a plan from a row with all its columns.
  package init(row: Row) throws {
    id = CalendarPlanID(try row.text("id"))
    author = UserID(try row.text("author"))
    state = try row.value(of: "state", as: State.self)
    digest = try row.text("digest")
    posts = try row.int("posts")
    approvalsNeeded = try row.int("approvals_needed")
    from = try row.day("from_day")
    through = try row.day("through_day")
    created = try row.timestamp("created_at")
    submitted = try row.timestamp("submitted_at")
  }
}

/// What an occurrence of the calendar was made into.
package struct StoredCalendarItem: Hashable, Sendable {
  /// What it was made into.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// Posts of stores.
    case posts
    /// A broadcast.
    case broadcast
  }

  /// The name of the occurrence.
  package let entry: String
  /// What it was made into.
  package let kind: Kind
  /// What people read in lists.
  package let title: String
  /// The day on which it is due.
  package let day: CivilDate
  /// When it is due, as people read it.
  package let at: String
  /// Everything that it rests on, as a digest.
  package let digest: String
  /// How many posts it has.
  package let posts: Int
  /// The broadcast, if it is one.
  package let broadcast: BroadcastID?
  /// Whether a store gave its place back, so that the posts have to be looked at again.
  package var isDirty: Bool

  /// Makes an item.
  package init(
    entry: String, kind: Kind, title: String, day: CivilDate, at: String, digest: String,
    posts: Int, broadcast: BroadcastID?
  ) {
    self.entry = entry
    self.kind = kind
    self.title = title
    self.day = day
    self.at = at
    self.digest = digest
    self.posts = posts
    self.broadcast = broadcast
    isDirty = false
  }

  /// Reads an item from a row with all its columns.
  package init(row: Row) throws {
    entry = try row.text("entry")
    kind = try row.value(of: "kind", as: Kind.self)
    title = try row.text("title")
    day = try row.day("due_day")
    at = try row.text("at")
    digest = try row.text("digest")
    posts = try row.int("posts")
    broadcast = try row.optionalText("broadcast_id").map(BroadcastID.init(_:))
    isDirty = try row.int("is_dirty") == 1
  }
}

extension Row {
  /// A day, written as ISO 8601.
  fileprivate func day(_ column: String) throws -> CivilDate {
    guard let day = MessageValidity.Moment(try text(column))?.date else {
      throw Fault(.corrupt, Message("storage.column.kind", column), subject: column)
    }
    return day
  }
}
