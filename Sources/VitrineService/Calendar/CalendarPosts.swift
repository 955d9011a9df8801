import VitrineCore
import VitrineStorage

/// The posts of one occurrence, rendered and ready to be written.
struct CalendarPosts: Sendable {
  let change: CalendarChange
  private let source: MessageSource?
  private let values: [String: String]
  private let selector: String
  private let new: [(target: CalendarTarget, composed: PostComposer.Composed)]
  private let changed: [(id: PostID, composed: PostComposer.Composed)]
  private let schedules: [StoreCode: String]
  private let pictures: [StoredPicture]

  init(_ change: CalendarChange, _ maker: CalendarSheetMaker) async throws {
    self.change = change
    guard let occurrence = change.occurrence else {
      source = nil
      values = [:]
      selector = ""
      new = []
      changed = []
      schedules = [:]
      pictures = []
      return
    }
    let source = try maker.source(of: occurrence)
    var rendering = try await CalendarRendering(occurrence, source, maker)
    let members = maker.audience.members(of: occurrence, source).members
    let byStore = Dictionary(
      members.map { ($0.store.code, $0) }, uniquingKeysWith: { first, _ in first })
    var schedules: [StoreCode: String] = [:]
    func compose(_ target: CalendarTarget) throws -> PostComposer.Composed {
      guard let member = byStore[target.store] else { throw ApplyCalendar.stale }
      if !target.isLate { schedules[target.store] = try member.time.release.description }
      switch try rendering.compose(member, target.network) {
      case .success(let composed): return composed
      case .failure(let refusal):
        throw Fault(.invalid, refusal.reason, subject: change.key)
      }
    }
    new = try change.creates.map { ($0, try compose($0)) }
    changed = try change.updates.sorted { $0.key < $1.key }.map { ($0.key, try compose($0.value)) }
    self.source = source
    self.schedules = schedules
    values = rendering.values
    selector = occurrence.step.stores.canonical
    pictures = rendering.pictures.stored
  }

  /// What is kept of the occurrence once it is applied.
  var item: StoredCalendarItem? {
    guard let occurrence = change.occurrence, let digest = change.itemDigest else { return nil }
    return StoredCalendarItem(
      entry: change.key, kind: .posts, title: change.title, day: change.day,
      at: occurrence.time.description, digest: digest, posts: change.itemPosts, broadcast: nil)
  }

  /// Writes new and changed posts, all submitted, and returns them.
  func write(in context: Context) throws -> [PostID] {
    guard let source else { return [] }
    if !new.isEmpty || !changed.isEmpty {
      try context.transaction.insertTemplateVersion(
        StoredTemplateVersion(
          digest: source.digest, template: source.id,
          source: try BroadcastRecipe.text(source)), at: context.now)
      for picture in pictures { try context.transaction.insertPicture(picture, at: context.now) }
    }
    return try writeNew(source, context) + writeChanged(source, context)
  }

  private func writeNew(_ source: MessageSource, _ context: Context) throws -> [PostID] {
    guard !new.isEmpty else { return [] }
    let author = context.session.user
    let submission = StoredSubmission(
      id: context.desk.random.identifier("s"), author: author, template: source.id,
      templateDigest: source.digest, entry: change.key, selector: selector,
      stores: Set(new.map(\.target.store)).count, isPlanned: true, created: context.now)
    let input = PostInput(values: values)
    let needed = context.desk.rules.planApprovals
    let posts = new.enumerated().map { position, item in
      var post = item.composed.post(
        context.desk.random.identifier("p"), of: submission, position, nil, input, needed)
      item.composed.apply(to: &post, schedules[post.store])
      if item.target.isLate {
        post.due = nil
        post.digest = post.bound
      }
      post.state = .submitted
      post.submitted = context.now
      return post
    }
    try context.transaction.insertPosts(posts, of: submission)
    try context.transaction.insertPostRevisions(
      posts.map { StoredPostRevision(of: $0, by: author, at: context.now) })
    return posts.map(\.id)
  }

  /// A post that was scheduled is stopped first: what was approved is not what it says now.
  private func writeChanged(_ source: MessageSource, _ context: Context) throws -> [PostID] {
    let transaction = context.transaction
    try transaction.cancelRoutineDeliveries(changed.map(\.id), at: context.now)
    var written: [PostID] = []
    var revisions: [StoredPostRevision] = []
    for (id, composed) in changed {
      guard var post = try transaction.post(id) else { continue }
      // A call is under way, and its answer decides: it keeps what it says.
      if post.state == .handedOver, let delivery = post.delivery,
        ![.cancelled, .discarding, .missed, .refused, .failed].contains(delivery.state)
      {
        throw Fault.onItsWay(id)
      }
      post.revision += 1
      post.input = PostInput(values: values)
      post.templateDigest = source.digest
      composed.apply(to: &post, schedules[post.store])
      post.state = .submitted
      post.submitted = context.now
      post.approvalsNeeded = context.desk.rules.planApprovals
      try transaction.deletePostApprovals(of: id)
      try transaction.updatePost(post, at: context.now)
      revisions.append(StoredPostRevision(of: post, by: context.session.user, at: context.now))
      written.append(id)
    }
    try transaction.insertPostRevisions(revisions)
    return written
  }
}
