import VitrineCore

/// What the rules say of a message, asked once for all stores that are alike to them.
///
/// What comes from the register shows no subject, so a message says the same everywhere to a rule,
/// but for the department (sales, overseas), the Sunday hours, the network and the day.
struct BroadcastReview {
  private struct Likeness: Hashable {
    let network: Network
    let department: String
    let isClosedOnSunday: Bool
    let day: CivilDate
  }

  private let source: MessageSource
  private let book: RuleBook
  private var known: [Likeness: [RuleFinding]] = [:]

  init(_ source: MessageSource, _ book: RuleBook) {
    self.source = source
    self.book = book
  }

  /// What the rules say of a store's post, gravest first.
  mutating func findings(
    _ rendered: RenderedPost, on network: Network, for store: Store, day: CivilDate
  ) -> [RuleFinding] {
    let post = ReviewedPost(rendered, of: source, on: network, for: store, day: day)
    let likeness = Likeness(
      network: network, department: post.department, isClosedOnSunday: post.isClosedOnSunday,
      day: day)
    if let found = known[likeness] { return found }
    let found = book.review(post)
    known[likeness] = found
    return found
  }

  /// Everything that was found, each rule once, gravest first.
  var all: [RuleFinding] {
    var seen: Set<String> = []
    return known.values.joined().sorted {
      ($0.severity.weight, $0.rule) < ($1.severity.weight, $1.rule)
    }
    .filter { seen.insert($0.rule).inserted }
  }
}

extension RuleFinding.Severity {
  /// The order in which people read findings.
  fileprivate var weight: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}

extension RuleFinding {
  /// Why a page of a broadcast is refused, in one sentence; the words are the retailer's own.
  var refusal: Message {
    words.isEmpty
      ? Message("broadcast.rule", title, fix)
      : Message("broadcast.rule.words", title, words.joined(separator: ", "), fix)
  }
}
