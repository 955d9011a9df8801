import VitrineCore
import VitrineStorage

/// A post with all that a decision about it looks at.
struct PostStanding {
  /// The post.
  let post: StoredPost
  /// Every yes to its present revision.
  let approvals: [PostApproval]
  /// Everybody who wrote a revision, its author too.
  let editors: Set<UserID>
  /// Where it stands.
  let state: PostState

  /// The post as access sees it.
  var facts: PostFacts {
    PostFacts(
      author: post.author, editors: editors.subtracting([post.author]),
      approvers: Set(approvals.map(\.user)), state: state, stores: [post.store],
      approvalsNeeded: post.approvalsNeeded)
  }

  /// The post as records name it: id and digest.
  var object: AuditRecord.Object {
    AuditRecord.Object(type: "post", id: post.id.rawValue, sha256: post.digest)
  }

  /// Who wrote and approved it, for the records of its delivery.
  var credit: PostCredit {
    PostCredit(
      author: post.author, editors: editors.subtracting([post.author]).sorted(),
      approvals: approvals.map(\.named))
  }
}

extension Transaction {
  /// Reads where a post stands.
  func standing(
    of post: StoredPost, at now: Timestamp, quarantine: Int64
  ) throws -> PostStanding {
    PostStanding(
      post: post, approvals: try postApprovals(of: post),
      editors: try postEditors(of: post.id).union([post.author]),
      state: PostState(post, at: now, quarantine: quarantine))
  }

  /// The posts that an id names, or `notFound`: all of a submission, or one.
  ///
  /// One post of a submission for several stores names the whole, since it is approved as a whole;
  /// what only stops something (`alone`) is for that one post.
  func posts(named id: String, alone: Bool = false) throws -> [StoredPost] {
    let named: [StoredPost]
    if id.utf8.starts(with: "s_".utf8) {
      named = try posts(of: SubmissionID(id))
    } else if let post = try post(PostID(id)) {
      named = post.isForSeveral && !alone ? try posts(of: post.submission) : [post]
    } else {
      named = []
    }
    guard !named.isEmpty else {
      throw Fault(
        .notFound, Message("posts.unknown", TerminalText.excerpt(id)),
        hint: Message("posts.unknown.hint"), subject: id)
    }
    return named
  }

  /// What a step on posts is about, as the door decides it and as `access check` asks it.
  ///
  /// Of several posts those count on which the step can be taken; where it can be taken on none, the
  /// first one says why not.
  func matter(
    of posts: [StoredPost], for action: Action, at now: Timestamp, quarantine: Int64
  ) throws -> SubjectMatter {
    let standings = try posts.map { try standing(of: $0, at: now, quarantine: quarantine) }
    let able = standings.filter { $0.facts.allows(action) }
    let acted = able.isEmpty ? Array(standings.prefix(1)) : able
    var codes: [StoreCode] = []
    var seen: Set<StoreCode> = []
    for standing in acted where seen.insert(standing.post.store).inserted {
      codes.append(standing.post.store)
    }
    return SubjectMatter(
      AccessTarget(places: try places(of: codes, at: now)), post: acted.first?.facts,
      object: acted.first?.object)
  }

  /// What a post of a broadcast is to a decision; it is mandatory, whatever the person's role.
  func broadcastPostMatter(_ id: PostID, at now: Timestamp) throws -> SubjectMatter? {
    guard
      let row = try row(
        """
        SELECT d.store_code AS store_code, d.state AS state, b.author AS author
        FROM delivery d JOIN broadcast b ON b.id = d.broadcast_id WHERE d.post_id = ?1
        """, [SQLValue(id)])
    else { return nil }
    let store = StoreCode(try row.text("store_code"))
    let state = try row.value(of: "state", as: DeliveryState.self)
    return SubjectMatter(
      AccessTarget(places: try places(of: [store], at: now)),
      post: PostFacts(
        author: UserID(try row.text("author")), state: PostState(state), stores: [store],
        isMandatory: true),
      object: AuditRecord.Object(type: "post", id: id.rawValue))
  }

  /// What a step on the posts that an id names is about; nil where nothing has that id.
  ///
  /// Posts of a broadcast are among them: whoever may not touch them is told so (rule F5).
  func matter(
    ofPostsNamed id: String, for action: Action, at now: Timestamp, quarantine: Int64
  ) throws -> SubjectMatter? {
    let isPost = !id.utf8.starts(with: "s_".utf8)
    if isPost, let matter = try broadcastPostMatter(PostID(id), at: now) { return matter }
    let alone = Action.actsOnOnePost.contains(action)
    let isThere = try isPost ? post(PostID(id)) != nil : !posts(of: SubmissionID(id)).isEmpty
    guard isThere else { return nil }
    return try matter(
      of: posts(named: id, alone: alone), for: action, at: now, quarantine: quarantine)
  }
}

extension Action {
  /// What is done to one post even where its submission is for several stores: looking and stopping.
  static let actsOnOnePost: Set<Action> = [.postRead, .postCancel, .postTakedown]
}
