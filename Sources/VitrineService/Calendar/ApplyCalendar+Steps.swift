import VitrineCore
import VitrineStorage

extension ApplyCalendar {
  /// Whoever applies must be allowed to at every store that changes, and to write broadcasts where one does.
  func checkRights(_ prepared: Prepared, _ context: Context) throws {
    var stores: Set<StoreCode> = []
    for change in prepared.plan.changes {
      stores.formUnion(change.creates.map(\.store))
      stores.formUnion(change.updates.values.map(\.store))
      let withdrawn = Set(change.withdraws)
      stores.formUnion(change.seen.filter { withdrawn.contains($0.id) }.map(\.store))
    }
    if !stores.isEmpty {
      let places = try context.transaction.places(of: stores.sorted(), at: context.now)
      // What is taken back from a closed store begins nothing there.
      let open = places.filter { !$0.isClosed }
      try context.demand(Self.action, SubjectMatter(AccessTarget(places: open)))
    }
    if !prepared.broadcasts.isEmpty {
      try context.demand(.broadcastDraft, SubjectMatter(.national))
      try context.demand(.broadcastSubmit, SubjectMatter(.national))
    }
  }

  /// Puts the new and changed posts under one plan, whose digest binds each of them.
  func handOver(
    _ posts: [PostID], as id: CalendarPlanID, _ plan: CalendarPlan, _ context: Context
  ) throws -> StoredCalendarPlan? {
    guard !posts.isEmpty else { return nil }
    let transaction = context.transaction
    let stored = StoredCalendarPlan(
      id: id, author: context.session.user, digest: try transaction.planDigest(of: posts),
      posts: posts.count, approvalsNeeded: context.desk.rules.planApprovals, from: plan.from,
      through: plan.through, created: context.now)
    try transaction.insertCalendarPlan(stored)
    try transaction.cover(posts, by: id)
    return stored
  }

  /// One record an occurrence, and one for the whole: numbers and digests, no words.
  func record(_ prepared: Prepared, _ handed: StoredCalendarPlan?, in context: Context) {
    for posts in prepared.posts {
      let change = posts.change
      context.record(
        Self.action, object: AuditRecord.Object(type: "entry", id: change.key, sha256: nil),
        authors: [context.session.user],
        detail: [
          "plan": handed.map { .string($0.id.rawValue) } ?? .null,
          "template": change.occurrence?.step.template.map(JSON.string) ?? .null,
          "at": .string(change.at), "created": .integer(Int64(change.creates.count)),
          "updated": .integer(Int64(change.updates.count)),
          "withdrawn": .integer(Int64(change.withdraws.count)),
        ])
    }
    var detail: [String: JSON] = [
      "from": .string(prepared.plan.from.description),
      "through": .string(prepared.plan.through.description),
      "created": .integer(Int64(prepared.plan.created)),
      "updated": .integer(Int64(prepared.plan.updated)),
      "withdrawn": .integer(Int64(prepared.plan.withdrawn)),
      "unchanged": .integer(Int64(prepared.plan.unchanged)),
    ]
    if let handed { detail["approvalsNeeded"] = .integer(Int64(handed.approvalsNeeded)) }
    context.record(
      Self.action, object: handed?.object, authors: [context.session.user],
      state: handed?.state.rawValue, detail: detail)
  }
}

extension StoredCalendarPlan {
  /// The plan as records name it: id and digest.
  var object: AuditRecord.Object {
    AuditRecord.Object(type: "calendar", id: id.rawValue, sha256: digest)
  }
}

extension Transaction {
  /// What an approval of a plan binds: each of its posts as it stands.
  func planDigest(of posts: [PostID]) throws -> String {
    let items = try digests(of: posts).map { id, digest in
      JSON.array([.string(id.rawValue), .string(digest)])
    }
    return Hash(of: JSON.array(items).bytes).hex
  }
}
