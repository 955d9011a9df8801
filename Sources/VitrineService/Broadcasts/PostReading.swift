import VitrineCore
import VitrinePublishing
import VitrineStorage

/// A post of ours and what its page answered.
package struct PostLook: Sendable {
  let post: StoredDelivery
  let outcome: NetworkAnswer.Outcome
}

/// Asks the pages of a broadcast for its posts, by their ids, as the least urgent calls there are.
struct PostReading {
  let desk: Desk
  let id: BroadcastID

  /// How long after the first look those that were missing are asked for again, in milliseconds: networks
  /// say for some seconds of what was just made that it does not exist.
  static let pause: Int64 = 5_000

  /// Every post that should be public, in the order of the target list.
  func looks() async throws -> [PostLook] {
    let posts = try await desk.database.read { transaction in
      _ = try transaction.existingBroadcast(id)
      return try transaction.deliveries(of: id).filter(\.isOnItsPage)
    }
    return try await ask(posts) { $0.remoteID.map { .read($0) } }
      .sorted { $0.post.position < $1.post.position }
  }

  /// The same, where nothing is missing that was not missing twice and is not in its page's list either.
  ///
  /// The code for *it does not exist* is also the one for *you may not see it*, so that a page whose list still
  /// has the post, or another public one with its text, gives no clear answer.
  func certainLooks() async throws -> [PostLook] {
    var looks = try await looks()
    guard looks.contains(where: \.isMissing) else { return looks }
    try await desk.time.sleep(Self.pause)
    try await replace(&looks) { $0.remoteID.map { .read($0) } }
    let now = desk.time.now()
    let listed = try await ask(looks.filter(\.isMissing).map(\.post)) { post in
      let since = post.published ?? post.shownSince ?? now
      return .listPublished(
        since: since.advanced(bySeconds: -120), until: now.advanced(bySeconds: 120))
    }
    let answers = Dictionary(
      listed.map { ($0.post.post, $0.outcome) }, uniquingKeysWith: { $1 })
    return looks.map { look in
      guard look.isMissing, let list = answers[look.post.post] else { return look }
      return look.held(against: list)
    }
  }

  private func replace(
    _ looks: inout [PostLook], _ step: (StoredDelivery) -> NetworkCall.Step?
  ) async throws {
    let again = try await ask(looks.filter(\.isMissing).map(\.post), step)
    let answers = Dictionary(again.map { ($0.post.post, $0) }, uniquingKeysWith: { $1 })
    looks = looks.map { answers[$0.post.post] ?? $0 }
  }

  private func ask(
    _ posts: [StoredDelivery], _ step: (StoredDelivery) -> NetworkCall.Step?
  ) async throws -> [PostLook] {
    guard !posts.isEmpty else { return [] }
    let (pages, tokens) = try await desk.database.read { transaction in
      let pages = try Register(in: transaction).pages.values.flatMap { $0 }
      return (
        Dictionary(pages.map { ($0.id, $0) }, uniquingKeysWith: { $1 }),
        try transaction.sealedTokens()
      )
    }
    var looks: [PostLook] = []
    let groups = Dictionary(grouping: posts, by: \.network)
    for (network, posts) in groups.sorted(by: { $0.key < $1.key }) {
      var questions: [(post: StoredDelivery, question: PageInquiry.Question)] = []
      for post in posts {
        guard let page = post.page.flatMap({ pages[$0] }), page.state != .disconnected,
          let step = step(post)
        else {
          let failure = NetworkFailure(kind: .connection, detail: "the page is not connected")
          looks.append(PostLook(post: post, outcome: .refused(failure)))
          continue
        }
        questions.append(
          (post, PageInquiry.Question(page: page, sealed: tokens[page.id], step: step)))
      }
      let answers = try await PageInquiry(desk: desk, network: network).ask(
        questions.map(\.question))
      looks += zip(questions, answers).map { PostLook(post: $0.post, outcome: $1) }
    }
    return looks
  }
}

extension PostLook {
  /// Whether the network said that there is no such post.
  fileprivate var isMissing: Bool {
    if case .refused(let failure) = outcome { failure.kind == .missing } else { false }
  }

  /// A missing post as it counts once its page's list is known.
  fileprivate func held(against list: NetworkAnswer.Outcome) -> PostLook {
    guard case .posts(let posts) = list else {
      let failure =
        list.failure ?? NetworkFailure(kind: .request, detail: "the page's list was not read")
      // That the list is missing does not say that the post is.
      return PostLook(
        post: post,
        outcome: .unknown(
          NetworkFailure(
            kind: failure.kind == .missing ? .request : failure.kind, code: failure.code,
            detail: failure.detail)))
    }
    let text = PostText.normalised(post.content.text)
    let isThere = posts.contains {
      $0.id == post.remoteID || ($0.isPublished && PostText.normalised($0.text ?? "") == text)
    }
    guard isThere else { return self }
    return PostLook(
      post: post,
      outcome: .unknown(
        NetworkFailure(kind: .request, detail: "not found by its id, and on the page's list")))
  }
}

extension StoredDelivery {
  /// Whether visitors should see it.
  var isOnItsPage: Bool { [.published, .confirmed].contains(state) }
}
