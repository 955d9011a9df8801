import VitrineCore

extension Transaction {
  /// Stores a plan.
  package func insertCalendarPlan(_ plan: StoredCalendarPlan) throws {
    try insertMany(
      into: "calendar_plan",
      columns: [
        "id", "author", "state", "digest", "posts", "approvals_needed", "from_day",
        "through_day", "created_at", "submitted_at",
      ],
      rows: [
        [
          SQLValue(plan.id), SQLValue(plan.author), .text(plan.state.rawValue),
          .text(plan.digest), SQLValue(plan.posts), SQLValue(plan.approvalsNeeded),
          .text(plan.from.description), .text(plan.through.description), SQLValue(plan.created),
          SQLValue(plan.submitted),
        ]
      ])
  }

  /// A plan; locked for the rest of the transaction if asked for.
  package func calendarPlan(_ id: CalendarPlanID, lock: Bool = false) throws -> StoredCalendarPlan?
  {
    try row(
      "SELECT * FROM calendar_plan WHERE id = ?1\(lock ? dialect.forUpdate : "")", [SQLValue(id)]
    ).map(StoredCalendarPlan.init(row:))
  }

  /// The plans that wait for approvals, or were rejected, oldest first.
  package func openCalendarPlans() throws -> [StoredCalendarPlan] {
    try rows(
      """
      SELECT * FROM calendar_plan WHERE state IN ('submitted', 'rejected')
      ORDER BY created_at, id
      """, []
    ).map(StoredCalendarPlan.init(row:))
  }

  /// Writes where a plan stands.
  package func updateCalendarPlan(_ plan: StoredCalendarPlan) throws {
    try execute(
      "UPDATE calendar_plan SET state = ?2, submitted_at = ?3 WHERE id = ?1",
      [SQLValue(plan.id), .text(plan.state.rawValue), SQLValue(plan.submitted)])
  }

  /// Keeps a person's yes; said again it counts once.
  package func insertCalendarApproval(
    of plan: StoredCalendarPlan, by user: UserID, at now: Timestamp
  ) throws {
    try execute(
      """
      INSERT INTO calendar_approval (plan_id, account_id, digest, approved_at)
      VALUES (?1, ?2, ?3, ?4) ON CONFLICT (plan_id, account_id) DO NOTHING
      """, [SQLValue(plan.id), SQLValue(user), .text(plan.digest), SQLValue(now)])
  }

  /// Who said yes to a plan, in the order in which they did.
  package func calendarApprovers(of plan: CalendarPlanID) throws -> [UserID] {
    try rows(
      """
      SELECT account_id FROM calendar_approval WHERE plan_id = ?1
      ORDER BY approved_at, account_id
      """, [SQLValue(plan)]
    ).map { UserID(try $0.text("account_id")) }
  }

  /// Voids every yes to a plan.
  package func deleteCalendarApprovals(of plan: CalendarPlanID) throws {
    try execute("DELETE FROM calendar_approval WHERE plan_id = ?1", [SQLValue(plan)])
  }

  /// What the occurrences of some days were made into, by their names.
  package func calendarItems(
    from first: CivilDate, through last: CivilDate
  ) throws -> [StoredCalendarItem] {
    try rows(
      "SELECT * FROM calendar_item WHERE due_day >= ?1 AND due_day <= ?2 ORDER BY due_day, entry",
      [.text(first.description), .text(last.description)]
    ).map(StoredCalendarItem.init(row:))
  }

  /// What one occurrence was made into.
  package func calendarItem(_ entry: String) throws -> StoredCalendarItem? {
    try row("SELECT * FROM calendar_item WHERE entry = ?1", [.text(entry)])
      .map(StoredCalendarItem.init(row:))
  }

  /// Keeps what occurrences were made into.
  package func putCalendarItems(_ items: [StoredCalendarItem], at now: Timestamp) throws {
    try insertMany(
      into: "calendar_item",
      columns: [
        "entry", "kind", "title", "due_day", "at", "digest", "posts", "broadcast_id",
        "applied_at",
      ],
      rows: items.map { item in
        [
          .text(item.entry), .text(item.kind.rawValue), .text(item.title),
          .text(item.day.description), .text(item.at), .text(item.digest), SQLValue(item.posts),
          SQLValue(item.broadcast), SQLValue(now),
        ]
      },
      onConflict: """
        ON CONFLICT (entry) DO UPDATE SET kind = excluded.kind, title = excluded.title,
          due_day = excluded.due_day, at = excluded.at, digest = excluded.digest,
          posts = excluded.posts, broadcast_id = excluded.broadcast_id, is_dirty = 0,
          applied_at = excluded.applied_at
        """)
  }

  /// Forgets what an occurrence was made into, when it has left the calendar.
  package func deleteCalendarItem(_ entry: String) throws {
    try execute("DELETE FROM calendar_item WHERE entry = ?1", [.text(entry)])
  }

  /// Lets the next plan look at the posts of an occurrence again: a store gave its place back.
  package func noteCalendarChange(_ entry: String) throws {
    try execute("UPDATE calendar_item SET is_dirty = 1 WHERE entry = ?1", [.text(entry)])
  }

  /// Keeps that a store does not want an occurrence; false when it had said so already.
  package func insertCalendarDecline(
    _ entry: String, _ store: StoreCode, by user: UserID, at now: Timestamp
  ) throws -> Bool {
    try execute(
      """
      INSERT INTO calendar_decline (entry, store_code, account_id, declined_at)
      VALUES (?1, ?2, ?3, ?4) ON CONFLICT (entry, store_code) DO NOTHING
      """, [.text(entry), SQLValue(store), SQLValue(user), SQLValue(now)]) == 1
  }

  /// The stores that do not want an occurrence.
  package func calendarDeclines(of entry: String) throws -> Set<StoreCode> {
    Set(
      try rows("SELECT store_code FROM calendar_decline WHERE entry = ?1", [.text(entry)])
        .map { StoreCode(try $0.text("store_code")) })
  }
}
