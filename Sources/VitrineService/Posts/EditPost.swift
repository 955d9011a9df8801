import VitrineCore
import VitrineStorage

/// Writes a new revision of a post that is not public; every approval of it is void.
///
/// What is not named stays as it was. What was scheduled goes back to the drafts, and its delivery is
/// cancelled. Whoever edits has a hand in it from then on, and may not approve it any more.
package struct EditPost: PostStep {
  package static let action = Action.postEdit
  package let id: String
  /// What changes.
  package let changes: PostChanges

  /// Makes the use case.
  package init(id: String, changes: PostChanges) {
    self.id = id
    self.changes = changes
  }

  /// The new revision, rendered, and the ones that it rests on.
  package struct Prepared: Sendable {
    let composed: [PostID: PostComposer.Composed]
    let inputs: [PostID: PostInput]
    let schedules: [PostID: String?]
    let revisions: [PostID: Int]
    let templates: [PostID: String]
    let pictures: [StoredPicture]
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    if let text = changes.text { try OwnText.check(text) }
    let now = desk.time.now()
    let (posts, register) = try await desk.database.read { transaction in
      let quarantine = desk.rules.quarantineMilliseconds
      let posts = try transaction.posts(named: id).filter {
        try transaction.standing(of: $0, at: now, quarantine: quarantine).facts
          .allows(Self.action)
      }
      return (posts, try Register(in: transaction))
    }
    var revision = try await PostRevision(changes, desk)
    for post in posts { try await revision.add(post, register) }
    guard !revision.findings.hasErrors else {
      throw Fault(
        .invalid, Message("posts.cannot", id), hint: Message("posts.cannot.hint"), subject: id,
        findings: revision.findings.all)
    }
    return Prepared(
      composed: revision.composed, inputs: revision.inputs, schedules: revision.schedules,
      revisions: Dictionary(uniqueKeysWithValues: posts.map { ($0.id, $0.revision) }),
      templates: Dictionary(
        uniqueKeysWithValues: posts.compactMap { post in
          post.templateDigest.map { (post.id, $0) }
        }),
      pictures: revision.pictures)
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> PostsOutput {
    let transaction = context.transaction
    for picture in prepared.pictures { try transaction.insertPicture(picture, at: context.now) }
    let acted = try context.acted(on: id, Self.action)
    let needed = try context.approvalsNeeded(
      writer: context.session.user, stores: acted.stores)
    var hasChanged = false
    for standing in acted {
      var post = standing.post
      guard let composed = prepared.composed[post.id], let input = prepared.inputs[post.id],
        prepared.revisions[post.id] == post.revision,
        // A corrected template that changed no word left the revision as it was.
        prepared.templates[post.id] == post.templateDigest
      else { throw Fault.postChanged(id) }
      post.input = input
      composed.apply(to: &post, prepared.schedules[post.id] ?? nil)
      guard post.digest != standing.post.digest || post.input != standing.post.input else {
        continue
      }
      hasChanged = true
      if post.state == .handedOver {
        try context.stop(post)
      }
      post.state = .draft
      post.revision += 1
      post.approvalsNeeded = needed
      try transaction.deletePostApprovals(of: post.id)
      try transaction.insertPostRevisions([
        StoredPostRevision(of: post, by: context.session.user, at: context.now)
      ])
      try context.write(
        post, Self.action, after: standing, approvals: [],
        detail: [
          "previousDigest": .string(standing.post.digest),
          "at": post.schedule.map(JSON.string) ?? .null,
        ])
    }
    guard hasChanged else {
      throw Fault(.invalid, Message("posts.noChange", id), subject: id)
    }
    return try context.output(
      acted.map(\.post.id), findings: prepared.composed.mapValues(\.review))
  }
}

/// What somebody changes in a post; what is nil stays.
package struct PostChanges: Sendable {
  /// Values of fields, in the place of those of the same name; an empty one empties its field.
  package var values: [String: String] = [:]
  /// The whole text, for a post without a template.
  package var text: String?
  /// The link; an empty one takes it away.
  package var link: String?
  /// All the pictures of the store's own; none for those of the template.
  package var pictures: [GivenPicture]?
  /// When.
  package var time: Time?

  /// A time, or none at all.
  package enum Time: Hashable, Sendable {
    /// When it is published.
    case whenever
    /// At that time.
    case at(ReleaseTime)
  }

  /// Makes no change yet.
  package init() {}
}

extension [PostStanding] {
  /// The stores of these posts, each once.
  var stores: [StoreCode] {
    var seen: Set<StoreCode> = []
    return map(\.post.store).filter { seen.insert($0).inserted }
  }
}

extension Fault {
  /// Somebody else changed it while this was made ready.
  static func postChanged(_ id: String) -> Fault {
    Fault(
      .stale, Message("posts.changed", id), hint: Message("posts.changed.hint", id), subject: id)
  }

  /// A worker has it in hand.
  static func onItsWay(_ id: PostID) -> Fault {
    Fault(
      .locked, Message("posts.onItsWay", id), hint: Message("posts.onItsWay.hint", id),
      subject: id.rawValue)
  }
}
