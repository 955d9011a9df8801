import VitrineCore
import VitrineStorage

/// A use case about posts that are there: who may do it depends on where they stand.
package protocol PostStep: UseCase {
  /// Which: a post, or a submission for all its posts.
  var id: String { get }
}

extension PostStep {
  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    // The state in which a release counts as unknown is for the run itself, which knows the desk.
    guard
      let matter = try transaction.matter(
        ofPostsNamed: id, for: Self.action, at: now, quarantine: .max)
    else { throw Fault.unknownPost(id) }
    return matter
  }
}

extension Fault {
  /// Nothing has that id, or nothing that the person may see.
  static func unknownPost(_ id: String) -> Fault {
    Fault(
      .notFound, Message("posts.unknown", TerminalText.excerpt(id)),
      hint: Message("posts.unknown.hint"), subject: id)
  }
}

extension Context {
  /// The posts that an id names and on which a step can be taken, each decided again by itself.
  ///
  /// A post of a broadcast has no steps of its own: who may touch it is told where they are.
  func acted(on id: String, _ action: Action) throws -> [PostStanding] {
    let alone = Action.actsOnOnePost.contains(action)
    let quarantine = desk.rules.quarantineMilliseconds
    if try transaction.broadcastPostMatter(PostID(id), at: now) != nil {
      throw Fault(
        .conflict, Message("posts.mandatory", id), hint: Message("posts.mandatory.hint"),
        subject: id)
    }
    let posts = try transaction.posts(named: id, alone: alone)
    let standings = try posts.map {
      try transaction.standing(of: $0, at: now, quarantine: quarantine)
    }
    let able = standings.filter { $0.facts.allows(action) }
    for standing in able.isEmpty ? Array(standings.prefix(1)) : able {
      try demand(action, standing)
    }
    return able
  }

  /// Decides about one post.
  func demand(_ action: Action, _ standing: PostStanding) throws {
    let places = try transaction.places(of: [standing.post.store], at: now)
    try demand(
      action,
      SubjectMatter(
        AccessTarget(places: places), post: standing.facts, object: standing.object))
  }

  /// Writes a post, and the record of what was done to it.
  ///
  /// The numbers in force stand in the record, so that a lowered one can be found later.
  func write(
    _ post: StoredPost, _ action: Action, after standing: PostStanding,
    approvals: [PostApproval]? = nil, detail: [String: JSON] = [:], reason: String? = nil
  ) throws {
    try transaction.updatePost(post, at: now)
    let editors = try transaction.postEditors(of: post.id)
    var detail = detail
    detail["revision"] = .integer(Int64(post.revision))
    detail["approvalsNeeded"] = .integer(Int64(post.approvalsNeeded))
    detail["severalPages"] = .integer(Int64(desk.rules.severalPages))
    detail["submission"] = .string(post.submission.rawValue)
    record(
      action, target: post.target,
      object: AuditRecord.Object(type: "post", id: post.id.rawValue, sha256: post.digest),
      authors: [post.author], editors: editors.subtracting([post.author]).sorted(),
      approvals: (approvals ?? standing.approvals).map(\.named),
      previousState: standing.state.rawValue,
      state: PostState(
        post, at: now, quarantine: desk.rules.quarantineMilliseconds
      ).rawValue, detail: detail, reason: reason)
  }

  /// Where these posts stand now.
  func output(_ posts: [PostID], findings: [PostID: [RuleFinding]] = [:]) throws -> PostsOutput {
    PostsOutput(
      items: try transaction.outputs(
        of: posts.compactMap { try transaction.post($0) }, desk.rules, at: now,
        findings: findings))
  }

  /// How many approvals of others a post needs that somebody wrote: none for one store where the
  /// writer may publish.
  ///
  /// What counts are the writer's grants, not what the present token leaves out.
  func approvalsNeeded(
    writer: UserID, stores: [StoreCode]
  ) throws -> Int {
    let subject = try transaction.subject(writer, at: now)
    let mayPublish = try transaction.places(of: stores, at: now).allSatisfy { place in
      let request = AccessRequest(
        subject: subject, action: .postPublish, target: AccessTarget(places: [place]), now: now)
      return Decision(request).rule == nil
    }
    return max(stores.count > 1 ? desk.rules.severalPages : 0, mayPublish ? 0 : 1)
  }
}

extension StoredPost {
  /// The store at which it is, as records name it.
  var target: AuditRecord.Target {
    AuditRecord.Target(type: "store", id: store.rawValue, store: store.rawValue)
  }

  /// What an approval of this post alone binds: what is said, where, when, and until when.
  static func digest(
    of content: PostContent, store: StoreCode, network: Network, schedule: String?,
    validUntil: Timestamp?
  ) -> String {
    let whole: JSON = [
      "content": .string(PlannedPost.digest(of: content)), "store": .string(store.rawValue),
      "network": .string(network.rawValue), "at": schedule.map(JSON.string) ?? .null,
      "until": validUntil.map { .string($0.description) } ?? .null,
    ]
    return Hash(of: whole.bytes).hex
  }

  /// The same of what it says now.
  var bound: String {
    Self.digest(
      of: content, store: store, network: network, schedule: schedule, validUntil: validUntil)
  }
}

extension Sequence<StoredPost> {
  /// What an approval of a whole submission binds: each of its posts.
  var wholeDigest: String {
    let items = map { JSON.array([.string($0.id.rawValue), .string($0.digest)]) }
    return Hash(of: JSON.array(items).bytes).hex
  }
}

extension Transaction {
  /// Where posts stand, each submission read once.
  func outputs(
    of posts: [StoredPost], _ rules: DeskRules, at now: Timestamp,
    findings: [PostID: [RuleFinding]] = [:]
  ) throws -> [PostOutput] {
    var wholes: [SubmissionID: String] = [:]
    return try posts.map { post in
      let whole = try wholes[post.submission] ?? self.posts(of: post.submission).wholeDigest
      wholes[post.submission] = whole
      return PostOutput(
        try standing(of: post, at: now, quarantine: rules.quarantineMilliseconds), whole: whole,
        findings: findings[post.id] ?? [])
    }
  }
}
