import VitrineCore
import VitrineStorage

/// Renders posts anew with a corrected template, as an edit of each would: fields, limits and rules.
///
/// Used by one task only; what is the same for all posts is read before.
final class RebaseRenderer {
  private let source: MessageSource
  private let stores: [StoreCode: Store]
  private let posts: [PostID: StoredPost]
  private let pictures: PostPictures
  private let book: RuleBook
  private let media: MediaLimits
  private let desk: Desk
  private let now: Timestamp
  /// The template's pictures, for the desk to keep.
  var libraryPictures: [StoredPicture] { pictures.stored }
  /// What each post says that can be rendered.
  private(set) var composed: [PostID: PostComposer.Composed] = [:]

  /// Reads rules, limits and the pictures of the template and of the posts.
  init(
    _ source: MessageSource, _ posts: TemplatePosts, _ register: Register, _ desk: Desk
  ) async throws {
    try PostRendering.check(source, desk.rules.limits)
    self.source = source
    self.posts = posts.stored
    self.desk = desk
    stores = Dictionary(
      register.stores.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var pictures = PostPictures()
    try await pictures.add(source, desk.content)
    for digest in posts.pictures.sorted() {
      // One after the other, so that the bytes of one only are in memory.
      let bytes = try await desk.database.read { try $0.picture(digest)?.bytes }
      if let bytes { try pictures.look(at: digest, bytes) }
    }
    self.pictures = pictures
    book = try await desk.content.ruleBook()
    media = try await desk.content.mediaLimits()
    now = desk.time.now()
  }

  /// What a post would be.
  func render(_ adapted: AdaptedPost, _ adaptation: Adaptation) -> RebasePlanner.Rendered {
    guard var post = posts[adapted.id] else { return RebasePlanner.Rendered(digest: nil) }
    guard let store = stores[post.store] else {
      return RebasePlanner.Rendered(
        digest: nil, barriers: [Finding(Message("stores.unknown", post.store))])
    }
    post.input.values = adaptation.values
    let rendering: PostRendering
    do {
      rendering = try PostRendering(source, values: adaptation.values, limits: desk.rules.limits)
    } catch {
      return RebasePlanner.Rendered(digest: nil, isFilled: false, barriers: Finding.all(of: error))
    }
    var composer = PostComposer(
      rendering: rendering, input: post.input, schedule: post.schedule.flatMap { ReleaseTime($0) },
      pictures: pictures, rules: desk.rules, review: AlikeReview(book), media: media, now: now)
    var findings = FindingList()
    do {
      let result = try composer.compose(store, post.network, &findings)
      guard !findings.hasErrors else {
        return RebasePlanner.Rendered(digest: nil, barriers: findings.all.filter(\.isError))
      }
      composed[post.id] = result
      result.apply(to: &post, post.schedule)
      return RebasePlanner.Rendered(digest: post.digest, barriers: barriers(of: result))
    } catch {
      return RebasePlanner.Rendered(digest: nil, barriers: Finding.all(of: error))
    }
  }

  /// What keeps a post that can be rendered from leaving.
  private func barriers(of post: PostComposer.Composed) -> [Finding] {
    var found: [Finding] = []
    if let refusal = source.refusal(for: post.store) { found.append(Finding(refusal)) }
    if !source.networks.isEmpty, !source.networks.contains(post.network) {
      let networks = source.networks.map(\.rawValue).joined(separator: ", ")
      found.append(Finding(Message("posts.networkNotFor", source.id, post.network, networks)))
    }
    if let due = post.due, let end = post.validUntil, due >= end {
      found.append(
        Finding(
          Message("posts.afterOffer", post.store.code, end), fix: Message("posts.afterOffer.hint")))
    }
    return found
      + post.review.filter { $0.severity == .error }.map { $0.finding(about: nil) }
  }
}

extension Finding {
  /// An error about no file, whose rule is the code of its message.
  fileprivate init(_ message: Message, fix: Message? = nil) {
    self.init(.error, message, rule: message.code, fix: fix)
  }

  /// Whether it is an error.
  fileprivate var isError: Bool { severity == .error }

  /// What an error says, as findings; nothing for one that is not for people.
  fileprivate static func all(of error: any Error) -> [Finding] {
    guard let fault = error as? Fault else { return [] }
    let errors = fault.findings.filter(\.isError)
    return errors.isEmpty ? [Finding(fault.message, fix: fault.hint)] : errors
  }
}
