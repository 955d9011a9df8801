import VitrineCore
import VitrineStorage

extension PostMaking.Prepared {
  /// Stores the posts as drafts, each with its record.
  func store(in context: Context) throws -> PostsOutput {
    let transaction = context.transaction
    guard try transaction.registerVersion(lock: true) == version else {
      throw Fault(.stale, Message("posts.registerMoved"), hint: Message("posts.again.hint"))
    }
    var codes: [StoreCode] = []
    for post in composed where codes.last != post.store.code { codes.append(post.store.code) }
    let author = context.session.user
    let needed = try context.approvalsNeeded(writer: author, stores: codes)
    let source = making.source
    let submission = StoredSubmission(
      id: context.desk.random.identifier("s"), author: author, template: making.template,
      templateDigest: making.template == nil ? nil : source.digest, entry: making.entry,
      selector: making.targets.description, stores: codes.count, created: context.now)
    if let template = making.template {
      try transaction.insertTemplateVersion(
        StoredTemplateVersion(
          digest: source.digest, template: template, source: try BroadcastRecipe.text(source)),
        at: context.now)
    }
    for picture in pictures { try transaction.insertPicture(picture, at: context.now) }
    let posts = try composed.enumerated().map { position, composed in
      try checkEntry(composed, transaction, context)
      return composed.post(
        context.desk.random.identifier("p"), of: submission, position, making.schedule, input,
        needed)
    }
    try transaction.insertPosts(posts, of: submission)
    try transaction.insertPostRevisions(
      posts.map { StoredPostRevision(of: $0, by: author, at: context.now) })
    for post in posts { context.recordDraft(post) }
    return try context.output(
      posts.map(\.id),
      findings: Dictionary(uniqueKeysWithValues: zip(posts.map(\.id), composed.map(\.review))))
  }

  /// An entry has one post of a store on a network.
  private func checkEntry(
    _ composed: PostComposer.Composed, _ transaction: any Transaction, _ context: Context
  ) throws {
    guard let entry = making.entry,
      let other = try transaction.post(
        forEntry: entry, at: composed.store.code, on: composed.network)
    else { return }
    if var post = try transaction.post(other),
      PostState(post, at: context.now, quarantine: .max) == .withdrawn
    {
      // What a worker has stopped since makes room too.
      post.state = .withdrawn
      return try transaction.updatePost(post, at: context.now)
    }
    throw Fault(
      .conflict, Message("posts.entryTaken", entry, composed.store.code, composed.network, other),
      hint: Message("posts.entryTaken.hint", other), subject: entry)
  }
}

extension Context {
  /// The record of a new post: digests and settings, no words.
  fileprivate func recordDraft(_ post: StoredPost) {
    var detail: [String: JSON] = [
      "submission": .string(post.submission.rawValue),
      "network": .string(post.network.rawValue),
      "at": post.schedule.map(JSON.string) ?? .null,
      "until": post.validUntil.map { .string($0.description) } ?? .null,
    ]
    if let template = post.template { detail["template"] = .string(template) }
    if let digest = post.templateDigest { detail["templateDigest"] = .string(digest) }
    if let entry = post.entry { detail["entry"] = .string(entry) }
    record(
      .postDraft, target: post.target,
      object: AuditRecord.Object(type: "post", id: post.id.rawValue, sha256: post.digest),
      authors: [post.author], state: PostState.draft.rawValue, detail: detail)
  }
}

extension PostComposer.Composed {
  /// The post as a row of a submission.
  func post(
    _ id: PostID, of submission: StoredSubmission, _ position: Int, _ schedule: ReleaseTime?,
    _ input: PostInput, _ needed: Int
  ) -> StoredPost {
    var post = StoredPost(
      id: id, of: submission, store: store.code, network: network, position: position,
      content: content, digest: "", input: input, approvalsNeeded: needed)
    apply(to: &post, schedule?.description)
    return post
  }

  /// Writes what is said, and until when, into a post.
  func apply(to post: inout StoredPost, _ schedule: String?) {
    post.content = content
    post.offer = offer
    post.schedule = schedule
    post.due = due
    post.validUntil = validUntil
    post.digest = post.bound
  }
}
