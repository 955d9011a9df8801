import VitrineCore

/// What the rules say of one message with the same values, asked once for all posts that are alike to them.
///
/// What comes from the register shows no subject, so a message says the same everywhere to a rule,
/// but for the days of sales, overseas, the Sunday hours, the network, the day and an offer with a price
/// of the store.
struct AlikeReview {
  private struct Likeness: Hashable {
    let network: Network
    let sales: String
    let isOverseas: Bool
    let isClosedOnSunday: Bool
    let day: CivilDate
    let offer: Offer?
  }

  private let book: RuleBook
  private var known: [Likeness: [RuleFinding]] = [:]

  init(_ book: RuleBook) { self.book = book }

  /// What the rules say of a post, gravest first.
  mutating func findings(_ post: ReviewedPost) -> [RuleFinding] {
    let likeness = Likeness(
      network: post.network, sales: book.sales.area(of: post.department)?.id ?? "",
      isOverseas: post.isOverseas, isClosedOnSunday: post.isClosedOnSunday, day: post.day,
      offer: post.offer)
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
