import VitrineCore

/// A post of an occurrence, as far as a plan looks at it.
package struct CalendarPost: Hashable, Sendable {
  /// Its id.
  package let id: PostID
  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// What an approval binds.
  package let digest: String
  /// Where it stands while people decide.
  package let state: EditorialState
  /// Where its delivery stands.
  package let delivery: DeliveryState?
  /// When it is due.
  package let due: Timestamp?
  /// Whether it is the store's own, in the place of the calendar's.
  package let isOwn: Bool

  /// Reads a post from a row of `Transaction.calendarPosts`.
  init(row: Row) throws {
    id = PostID(try row.text("id"))
    store = StoreCode(try row.text("store_code"))
    network = Network(rawValue: try row.text("network"))
    digest = try row.text("digest")
    state = try row.value(of: "state", as: EditorialState.self)
    delivery = try row.optionalText("delivery_state").flatMap(DeliveryState.init(rawValue:))
    due = try row.optionalTimestamp("due_at")
    isOwn = try row.int("is_planned") == 0
  }
}

/// A plan that waits for approvals, as far as posts of it wait.
package struct WaitingPlan: Hashable, Sendable {
  /// Its id.
  package let id: CalendarPlanID
  /// How many posts wait.
  package let posts: Int
  /// For how many of them the hour has passed.
  package let late: Int
  /// When the next of them is due; nil when all hours have passed.
  package let next: Timestamp?

  init(row: Row) throws {
    id = CalendarPlanID(try row.text("id"))
    posts = try row.int("posts")
    late = try row.int("late")
    next = try row.optionalTimestamp("next")
  }
}

extension Transaction {
  /// The posts of an occurrence that were not withdrawn, of all stores or of one.
  package func calendarPosts(
    of entry: String, at store: StoreCode? = nil
  ) throws -> [CalendarPost] {
    try rows(
      """
      SELECT p.id AS id, p.store_code AS store_code, p.network AS network, p.digest AS digest,
        p.state AS state, p.due_at AS due_at, p.is_planned AS is_planned, d.state AS delivery_state
      FROM post p LEFT JOIN delivery d ON d.post_id = p.id
      WHERE p.entry = ?1 AND p.state <> 'withdrawn' \(store == nil ? "" : "AND p.store_code = ?2")
      ORDER BY p.id
      """, [.text(entry)] + (store.map { [SQLValue($0)] } ?? [])
    ).map(CalendarPost.init(row:))
  }

  /// The posts that a plan handed over and that still say what they said then.
  ///
  /// A post that somebody changed or withdrew since is no longer covered by the plan's approval.
  package func postsToApprove(of plan: CalendarPlanID) throws -> [StoredPost] {
    try rows(
      """
      \(Self.postColumns)
      WHERE p.plan_id = ?1 AND p.state = 'submitted' AND p.digest = p.plan_digest
      ORDER BY p.due_at, p.id
      """, [SQLValue(plan)]
    ).map(StoredPost.init(row:))
  }

  /// The plans that wait for approvals, the one that is due next first.
  package func waitingPlans(at now: Timestamp) throws -> [WaitingPlan] {
    try rows(
      """
      SELECT p.plan_id AS id, COUNT(*) AS posts,
        COUNT(CASE WHEN p.due_at <= ?1 THEN 1 END) AS late,
        MIN(CASE WHEN p.due_at > ?1 THEN p.due_at END) AS next
      FROM calendar_plan c JOIN post p ON p.plan_id = c.id
      WHERE c.state = 'submitted' AND p.state = 'submitted'
      GROUP BY p.plan_id ORDER BY MIN(p.due_at), p.plan_id
      """, [SQLValue(now)]
    ).map(WaitingPlan.init(row:))
  }

  /// How many posts of a plan changed since it was handed over, and ask for an approval of their own.
  package func changedPosts(of plan: CalendarPlanID) throws -> Int {
    try row(
      """
      SELECT COUNT(*) AS count FROM post WHERE plan_id = ?1
        AND state IN ('draft', 'submitted', 'rejected') AND digest <> plan_digest
      """, [SQLValue(plan)])?.int("count") ?? 0
  }

  /// Moves the posts of a plan from one state to another; returns how many.
  @discardableResult
  package func movePosts(
    of plan: CalendarPlanID, from old: EditorialState, to new: EditorialState, at now: Timestamp
  ) throws -> Int {
    try execute(
      """
      UPDATE post SET state = ?3, updated_at = ?4
      WHERE plan_id = ?1 AND state = ?2 AND digest = plan_digest
      """,
      [SQLValue(plan), .text(old.rawValue), .text(new.rawValue), SQLValue(now)])
  }

  /// Keeps a person's yes to each of the posts that a plan covers.
  package func insertPostApprovals(
    of plan: CalendarPlanID, by user: UserID, at now: Timestamp
  ) throws {
    try execute(
      """
      INSERT INTO post_approval (post_id, revision, account_id, digest, approved_at)
      SELECT p.id, p.revision, ?2, p.digest, ?3 FROM post p
      WHERE p.plan_id = ?1 AND p.state = 'submitted' AND p.digest = p.plan_digest
      ON CONFLICT (post_id, revision, account_id) DO NOTHING
      """, [SQLValue(plan), SQLValue(user), SQLValue(now)])
  }

  /// What approvals of some posts bind, in the order of their ids.
  package func digests(of posts: [PostID]) throws -> [(PostID, String)] {
    var digests: [PostID: String] = [:]
    for some in posts.chunks(of: 500) {
      for row in try rows(
        "SELECT id, digest FROM post WHERE id IN (\(some.placeholders(from: 1)))",
        some.map { SQLValue($0) })
      {
        digests[PostID(try row.text("id"))] = try row.text("digest")
      }
    }
    return digests.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Puts posts under a plan, each as it stands now.
  package func cover(_ posts: [PostID], by plan: CalendarPlanID) throws {
    for some in posts.chunks(of: 500) {
      try execute(
        """
        UPDATE post SET plan_id = ?1, plan_digest = digest
        WHERE id IN (\(some.placeholders(from: 2)))
        """, [SQLValue(plan)] + some.map { SQLValue($0) })
    }
  }

  /// Takes posts back that were not public; returns how many.
  @discardableResult
  package func withdrawPosts(_ posts: [PostID], at now: Timestamp) throws -> Int {
    var count = 0
    for some in posts.chunks(of: 500) {
      count += try execute(
        """
        UPDATE post SET state = 'withdrawn', updated_at = ?1
        WHERE id IN (\(some.placeholders(from: 2))) AND state <> 'withdrawn'
        """, [SQLValue(now)] + some.map { SQLValue($0) })
    }
    return count
  }
}
