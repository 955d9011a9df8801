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
    for (network, pages) in Dictionary(grouping: pages, by: \.network) {
      guard let connector = desk.networks[network] else { continue }
      var rest = pages[...]
      while !rest.isEmpty {
        let batch = rest.prefix(connector.abilities.batchSize)
        rest = rest.dropFirst(batch.count)
        var calls: [(StoredPage, NetworkCall)] = []
        for page in batch {
          let token = tokens[page.id].flatMap {
            desk.vault.open($0, page: page.id, network: network)
          }
          guard let token else {
            let failure = NetworkFailure(
              kind: .unreadable, detail: "the stored token cannot be opened")
            answers.append((page, .refused(failure)))
            continue
          }
          calls.append((page, NetworkCall(page: page.remoteID, token: token, step: .checkToken)))
        }
        let results = await connector.perform(calls.map(\.1))
        answers += zip(calls, results).map { ($0.0, $1.outcome) }
      }
    }
    return answers
  }

  package func run(
    _ prepared: [(StoredPage, NetworkAnswer.Outcome)], in context: Context
  ) throws -> Output {
    var connected = 0
    var attention = 0
    var unclear = 0
    for (page, outcome) in prepared {
      switch outcome {
      case .tokenGood:
        connected += 1
        try context.transaction.setPage(page.id, .connected, nil, at: context.now)
      case .refused(let failure) where failure.kind.needsPerson:
        attention += 1
        try context.transaction.setPage(
          page.id, .needsAttention, Trouble(failure), at: context.now)
      default: unclear += 1
      }
    }
    context.record(
      .pageConnect, object: AuditRecord.Object(type: "check", id: "pages"), state: "checked",
      detail: [
        "checked": .integer(Int64(prepared.count)), "connected": .integer(Int64(connected)),
        "needsAttention": .integer(Int64(attention)), "unclear": .integer(Int64(unclear)),
      ])
    return Output(
      checked: prepared.count, connected: connected, needsAttention: attention, unclear: unclear)
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
