import VitrineCore
import VitrineStorage

/// Who has rights on a page itself, as the network said when a review asked.
package struct PageRights: Sendable {
  /// The page.
  package let page: StoredPage
  /// The accounts with rights; `nil` when the page could not be asked.
  package let people: [PagePerson]?
  /// Why it could not be asked.
  package let trouble: Trouble?

  /// Makes the answer of one page.
  package init(page: StoredPage, people: [PagePerson]?, trouble: Trouble?) {
    self.page = page
    self.people = people
    self.trouble = trouble
  }

  /// What a review says of the page.
  ///
  /// Whoever has rights with an account of their own posts around the desk, and stays when they
  /// leave. A page that was not asked is a finding, too, and never silence.
  var findings: [ReviewFinding] {
    guard let people else {
      return [
        finding(
          .pageNotAsked,
          Message("review.page.notAsked", page.name, page.store),
          fix: trouble?.fix ?? Message("review.fix.pageNotAsked"))
      ]
    }
    return people.filter { $0.kind == .personal }.map { person in
      finding(
        .personalAccount,
        Message(
          "review.page.person", person.name, page.name, person.tasks.joined(separator: ", ")),
        fix: Message("review.fix.page", person.name, page.name))
    }
  }

  private func finding(
    _ kind: ReviewFinding.Kind, _ detail: Message, fix: Message
  ) -> ReviewFinding {
    var finding = ReviewFinding(kind, detail, fix: fix)
    finding.store = page.store
    finding.page = page.id
    return finding
  }
}

extension AccessReview {
  /// Asks every connected page who has rights on it; outside of transactions, in batches.
  ///
  /// Needs nothing but the tokens of the pages; who may ask for a review is decided before.
  package static func askPages(_ door: Door, as credential: Secret) async throws -> [PageRights] {
    _ = try await door.ask(MayReview(), as: credential)
    return try await PagePeopleReader(door.desk).read().map {
      PageRights(page: $0.page, people: $0.people, trouble: $0.trouble)
    }
  }
}

/// Whether somebody may review at all: asked before the network is.
struct MayReview: Query {
  static let action = Action.accessReview
  static let isNational = true

  func run(in context: ReadContext) throws -> Bool { true }
}
