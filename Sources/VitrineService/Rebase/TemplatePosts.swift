import VitrineCore
import VitrineStorage

/// The posts that were made from a template, read in one snapshot.
struct TemplatePosts: Sendable {
  /// The posts as stored, by id.
  let stored: [PostID: StoredPost]
  /// The same as a correction looks at them, in the order of lists.
  let adapted: [AdaptedPost]

  /// Reads them.
  init(
    of template: String, in transaction: any Transaction, at now: Timestamp, quarantine: Int64
  ) throws {
    let posts = try transaction.posts(ofTemplate: template)
    let approvals = try transaction.postApprovalCounts(ofTemplate: template)
    stored = Dictionary(posts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    adapted = posts.map { post in
      AdaptedPost(
        post, state: PostState(correcting: post, at: now, quarantine: quarantine),
        approvals: approvals[post.id] ?? 0)
    }.sorted(by: AdaptedPost.isListedBefore)
  }

  /// The versions that the posts were made from, by digest, but for one.
  func bases(besides digest: String, in transaction: any Transaction) throws -> [String:
    MessageSource]
  {
    var bases: [String: MessageSource] = [:]
    for post in adapted
    where post.state.reach == .open && post.template != digest && bases[post.template] == nil {
      bases[post.template] = try transaction.templateSource(post.template)
    }
    return bases
  }

  /// The stores' own pictures in posts that can be corrected, each once.
  var pictures: Set<String> {
    Set(adapted.filter { $0.state.reach == .open }.flatMap(\.adaptation.pictures).map(\.digest))
  }
}

extension AdaptedPost {
  /// A stored post as a correction looks at it; one without a text waits for its store to be written.
  fileprivate init(_ post: StoredPost, state: PostState, approvals: Int) {
    self.init(
      id: post.id, store: post.store, network: post.network, state: state,
      adaptation: Adaptation(
        values: post.input.values, pictures: post.input.pictures.map(\.picture),
        link: post.input.link),
      template: post.templateDigest ?? "",
      rendered: post.content.text.isEmpty ? nil : post.digest, text: post.content.text,
      approvals: approvals, whole: post.isForSeveral ? post.submission : nil)
  }
}

extension PostState {
  /// Where a post stands for whoever would correct it.
  ///
  /// What a worker has in hand is on its way, though its hour has not come: its delivery cannot be
  /// stopped for certain.
  fileprivate init(correcting post: StoredPost, at now: Timestamp, quarantine: Int64) {
    let state = PostState(post, at: now, quarantine: quarantine)
    let isInHand = post.delivery.map { $0.isInHand || $0.state == .staging } ?? false
    self = state == .scheduled && isInHand ? .publishing : state
  }
}
