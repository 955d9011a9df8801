import VitrineCore
import VitrineStorage

/// What the rules say of posts that are there, on the day on which each becomes public.
struct PostReview: Sendable {
  /// What the rules say, by post.
  private(set) var findings: [PostID: [RuleFinding]] = [:]
  /// Posts whose template was corrected and that have no text until somebody edits them.
  private var unwritten: [PostID] = []

  /// A post with all that a rule looks at, read in one snapshot.
  struct Subject: Sendable {
    let post: StoredPost
    let source: MessageSource
    let store: Store?
  }

  /// Reviews posts; `release` says when a post becomes public, nil for now.
  init(
    _ subjects: [Subject], _ book: RuleBook, now: Timestamp,
    release: (StoredPost) -> Timestamp?
  ) {
    for subject in subjects {
      guard let store = subject.store else { continue }
      let post = subject.post
      if post.content.text.isEmpty { unwritten.append(post.id) }
      let day = CivilDate(at: release(post) ?? now, zone: store.timeZone)
      var text = subject.source.rendered(
        for: post.network, store: store, values: post.input.values, day: day)
      // What was written and approved is looked at, not what the register would make of it today.
      text.offer = post.offer
      findings[post.id] = book.review(
        ReviewedPost(
          post.content, text, own: post.input.pictures, of: subject.source, on: post.network,
          for: store, day: day))
    }
  }

  /// Refuses posts without a text, and those that break a rule, with everything that the rules say.
  func refuseErrors(_ id: String) throws {
    if let post = unwritten.min() {
      throw Fault(
        .invalid, Message("posts.unwritten", post), hint: Message("posts.unwritten.hint", post),
        subject: id)
    }
    let all = findings.sorted { $0.key < $1.key }
    guard all.contains(where: { $0.value.contains { $0.severity == .error } }) else { return }
    var list = FindingList()
    for (post, found) in all {
      for finding in found where finding.severity != .info {
        list.add(finding.finding(about: post.rawValue))
      }
    }
    throw Fault(
      .invalid, Message("posts.rules", id), hint: Message("posts.rules.hint", id), subject: id,
      findings: list.all)
  }
}

extension RuleFinding {
  /// The finding as every other one is shown; title and fix are the retailer's own words.
  package func finding(about subject: String?) -> Finding {
    let said =
      words.isEmpty
      ? Message("posts.rule", title)
      : Message("posts.rule.words", title, words.joined(separator: ", "))
    return Finding(
      severity == .error ? .error : .warning, said, rule: rule, file: subject,
      fix: Message("posts.rule.fix", fix))
  }
}

extension Transaction {
  /// Posts with all that rules look at.
  func reviewSubjects(_ posts: [StoredPost]) throws -> [PostReview.Subject] {
    var sources: [String: MessageSource] = [:]
    var stores: [StoreCode: Store] = [:]
    return try posts.map { post in
      let source: MessageSource
      if let digest = post.templateDigest {
        source = try sources[digest] ?? templateSource(digest)
        sources[digest] = source
      } else {
        source = MessageSource(ownText: post.input.text ?? post.content.text, link: post.input.link)
      }
      let store = try stores[post.store] ?? store(post.store)
      stores[post.store] = store
      return PostReview.Subject(post: post, source: source, store: store)
    }
  }
}
