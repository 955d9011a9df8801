import VitrineCore
import VitrineStorage

/// Posts that are there, rendered again with what somebody changed, outside of any transaction.
struct PostRevision {
  let changes: PostChanges
  let desk: Desk
  let book: RuleBook
  let media: MediaLimits
  let now: Timestamp
  private(set) var composed: [PostID: PostComposer.Composed] = [:]
  private(set) var inputs: [PostID: PostInput] = [:]
  private(set) var schedules: [PostID: String?] = [:]
  private(set) var pictures: [StoredPicture] = []
  private(set) var findings = FindingList()
  private var sources: [String: MessageSource] = [:]

  init(_ changes: PostChanges, _ desk: Desk) async throws {
    self.changes = changes
    self.desk = desk
    book = try await desk.content.ruleBook()
    media = try await desk.content.mediaLimits()
    now = desk.time.now()
  }

  /// Renders one post again.
  mutating func add(_ post: StoredPost, _ register: Register) async throws {
    guard let store = register.stores.first(where: { $0.code == post.store }) else {
      throw Fault(.notFound, Message("stores.unknown", post.store), subject: post.store.rawValue)
    }
    var input = post.input
    if let text = changes.text {
      guard post.templateDigest == nil else {
        throw Fault(
          .invalid, Message("posts.textOfTemplate", post.id, post.template ?? ""),
          hint: Message("posts.textOfTemplate.hint"), subject: "--text-file")
      }
      input.text = text
    }
    if let link = changes.link { input.link = link.isEmpty ? nil : link }
    for (name, value) in changes.values { input.values[name] = value.isEmpty ? nil : value }
    let source = try await source(of: post, input)
    var read = PostPictures()
    if let given = changes.pictures {
      let placed = source.placed(given, [:])
      try read.add(placed)
      input.pictures = read.own
      for field in source.fields where field.kind == .image { input.values[field.name] = nil }
      for (picture, given) in zip(read.own, placed) {
        if let field = given.field { input.values[field] = PostPictures.value(of: picture) }
      }
    } else {
      try await read.add(kept: input.pictures, desk.bytes(of: input.pictures))
    }
    var schedule = post.schedule
    switch changes.time {
    case .whenever?: schedule = nil
    case .at(let time)?:
      try time.checkFuture(at: [store], now)
      schedule = time.description
    case nil: break
    }
    try await read.add(source, desk.content)
    pictures += read.stored
    var composer = PostComposer(
      rendering: try PostRendering(source, values: input.values, limits: desk.rules.limits),
      input: input, schedule: schedule.flatMap { ReleaseTime($0) }, pictures: read,
      rules: desk.rules, review: AlikeReview(book), media: media, now: now)
    let result = try composer.compose(store, post.network, &findings)
    if let due = result.due, let end = result.validUntil, due >= end {
      throw Fault.afterOffer(post.store, end, subject: "--at")
    }
    composed[post.id] = result
    inputs[post.id] = input
    schedules[post.id] = .some(schedule)
  }

  /// The text that the post is made from: that of its template as it was then, or its own.
  private mutating func source(of post: StoredPost, _ input: PostInput) async throws
    -> MessageSource
  {
    guard let digest = post.templateDigest else {
      return MessageSource(ownText: input.text ?? post.content.text, link: input.link)
    }
    if let known = sources[digest] { return known }
    let source = try await desk.database.read { try $0.templateSource(digest) }
    sources[digest] = source
    return source
  }
}

extension Transaction {
  /// The text of a template that posts were made from.
  func templateSource(_ digest: String) throws -> MessageSource {
    guard let version = try templateVersion(digest) else {
      throw Fault(.corrupt, Message("storage.column.kind", "template_digest"), subject: digest)
    }
    return try BroadcastRecipe.value(version.source, "source")
  }
}

extension Desk {
  /// The bytes of pictures that the desk keeps, by digest.
  fileprivate func bytes(of pictures: [OwnPicture]) async throws -> [String: [UInt8]] {
    guard !pictures.isEmpty else { return [:] }
    return try await database.read { transaction in
      var bytes: [String: [UInt8]] = [:]
      for picture in pictures {
        bytes[picture.picture.digest] = try transaction.picture(picture.picture.digest)?.bytes
      }
      return bytes
    }
  }
}
