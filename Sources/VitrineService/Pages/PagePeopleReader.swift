import VitrineCore
import VitrineStorage

/// Asks each page who has rights on it, beside what our own grants say.
///
/// A person whom a store let in by hand publishes around the desk and stays when they leave.
package struct PagePeopleReader: Sendable {
  private let desk: Desk

  /// Makes a reader.
  package init(_ desk: Desk) { self.desk = desk }

  /// What one page said.
  package struct Answer: Sendable {
    /// The page.
    package let page: StoredPage
    /// Who has rights on it, each account once; nil when the page could not be asked.
    package let people: [PagePerson]?
    /// Why it could not be asked.
    package let trouble: Trouble?
  }

  /// Asks every page that is not disconnected, of the stores that a selector picks.
  ///
  /// To be called outside of transactions, as in a use case's `prepare`. Three questions a page in
  /// batches: its roles, its business, and whom that business assigned to it.
  package func read(_ selector: Selector? = nil) async throws -> [Answer] {
    let (pages, tokens) = try await desk.database.read { transaction in
      let register = try Register(in: transaction)
      let picked = try selector.map { try register.pick($0) } ?? register.stores
      return (
        picked.flatMap { register.pages[$0.code] ?? [] }.filter { $0.state != .disconnected },
        try transaction.sealedTokens()
      )
    }
    var answers: [Answer] = []
    let groups = Dictionary(grouping: pages, by: \.network)
    for (network, pages) in groups.sorted(by: { $0.key < $1.key }) {
      answers += try await read(pages, tokens, PageInquiry(desk: desk, network: network))
    }
    return answers
  }

  private func read(
    _ pages: [StoredPage], _ tokens: [PageID: SealedToken], _ inquiry: PageInquiry
  ) async throws -> [Answer] {
    func questions(
      _ pages: [StoredPage], _ step: (StoredPage) -> NetworkCall.Step
    ) -> [PageInquiry.Question] {
      pages.map { PageInquiry.Question(page: $0, sealed: tokens[$0.id], step: step($0)) }
    }
    let roles = try await inquiry.ask(questions(pages) { _ in .listRoles })
    let reachable = zip(pages, roles).filter { $0.1.people != nil }.map(\.0)
    let owners = try await inquiry.ask(questions(reachable) { _ in .readBusiness })
    var businesses: [PageID: RemoteID] = [:]
    for case (let page, .business(.some(let business))) in zip(reachable, owners) {
      businesses[page.id] = business
    }
    let owned = reachable.filter { businesses[$0.id] != nil }
    let assigned = try await inquiry.ask(
      questions(owned) { .listAssigned(business: businesses[$0.id] ?? RemoteID("")) })
    let failures = zip(reachable, owners).map { ($0, $1) } + zip(owned, assigned).map { ($0, $1) }
    var broken: [PageID: Trouble] = [:]
    for (page, outcome) in zip(pages, roles).map({ ($0, $1) }) + failures {
      guard let failure = outcome.failure, broken[page.id] == nil else { continue }
      broken[page.id] = Trouble(failure)
    }
    let byBusiness = Dictionary(
      zip(owned, assigned).map { ($0.id, $1.people ?? []) }, uniquingKeysWith: { first, _ in first }
    )
    return zip(pages, roles).map { page, outcome in
      if let trouble = broken[page.id] { return Answer(page: page, people: nil, trouble: trouble) }
      // Who is in both lists is there through the business.
      let ours = byBusiness[page.id] ?? []
      let known = Set(ours.map(\.id))
      let others = (outcome.people ?? []).filter { !known.contains($0.id) }
      return Answer(page: page, people: others + ours, trouble: nil)
    }
  }
}

extension NetworkAnswer.Outcome {
  fileprivate var people: [PagePerson]? {
    if case .people(let people) = self { people } else { nil }
  }

  /// What went wrong, if something did.
  var failure: NetworkFailure? {
    switch self {
    case .refused(let failure), .unknown(let failure): failure
    default: nil
    }
  }
}
