import VitrineCore
import VitrineStorage

/// Asks the network about the token of each page, and notes what it says.
package struct CheckPages: UseCase {
  package static let action = Action.pageConnect
  /// Of which stores; nil for every one.
  package let selector: Selector?

  /// Makes the use case.
  package init(selector: Selector?) { self.selector = selector }

  /// How many pages are well; the others are in `page list`.
  package struct Output: Codable, Sendable {
    /// Asked about.
    package let checked: Int
    /// With a good token.
    package let connected: Int
    /// That need somebody.
    package let needsAttention: Int
    /// About which the network gave no clear answer.
    package let unclear: Int
  }

  /// Every store that is picked; without a selector the whole country.
  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    guard let selector else { return SubjectMatter() }
    return SubjectMatter(
      AccessTarget(places: try Register(in: transaction).pick(selector).map { $0.place(at: now) }))
  }

  package func prepare(_ desk: Desk) async throws -> [(StoredPage, NetworkAnswer.Outcome)] {
    let (pages, tokens) = try await desk.database.read { transaction in
      let register = try Register(in: transaction)
      let picked = try selector.map { try register.pick($0) } ?? register.stores
      return (
        picked.flatMap { register.pages[$0.code] ?? [] }.filter { $0.state != .disconnected },
        try transaction.sealedTokens()
      )
    }
    var answers: [(StoredPage, NetworkAnswer.Outcome)] = []
    let groups = Dictionary(grouping: pages, by: \.network)
    for (network, pages) in groups.sorted(by: { $0.key < $1.key }) {
      let outcomes = try await PageInquiry(desk: desk, network: network).ask(
        pages.map {
          PageInquiry.Question(page: $0, sealed: tokens[$0.id], step: .checkToken)
        })
      answers += zip(pages, outcomes).map { ($0, $1) }
    }
    return answers
  }

  package func run(
    _ prepared: [(StoredPage, NetworkAnswer.Outcome)], in context: Context
  ) throws -> Output {
    let output = try context.transaction.take(prepared, at: context.now)
    context.record(
      .pageConnect, object: AuditRecord.Object(type: "check", id: "pages"), state: "checked",
      detail: [
        "checked": .integer(Int64(output.checked)),
        "connected": .integer(Int64(output.connected)),
        "needsAttention": .integer(Int64(output.needsAttention)),
        "unclear": .integer(Int64(output.unclear)),
      ])
    try context.desk.noteServedVersions(context.transaction, at: context.now)
    return output
  }
}

extension Trouble {
  /// Whether a good token is the end of it.
  var isOfToken: Bool {
    ["trouble.token", "trouble.connection", "trouble.unreadable"].contains(reason.code)
  }
}

extension NetworkFailure.Kind {
  /// Whether nothing works on the page until a person has acted.
  package var needsPerson: Bool {
    switch self {
    case .token, .connection, .permission, .person: true
    case .temporary, .throttled, .blocked, .duplicate, .content, .missing, .request, .unreadable:
      false
    }
  }
}
