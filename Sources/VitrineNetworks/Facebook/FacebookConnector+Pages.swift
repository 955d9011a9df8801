import VitrineCore

extension FacebookConnector {
  /// The most requests that finding the pages takes: 200,000 pages at 100 each.
  static let longestDiscovery = 2000
  /// How often one question is asked; asking is harmless.
  static let tries = 3

  /// Every page that a user's (or system user's) token can see, each once, in Graph's order.
  ///
  /// Throws a `Fault`: `invalid` for a text that is no token, `unauthenticated` and `denied` when
  /// Facebook refuses it, `throttled`, and `unavailable` for everything that may pass. There is no
  /// partial list: a page that is missed here would be missing for good, and silently.
  package func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    try await pages(visibleTo: userToken, search: PageSearch(for: .facebook))
  }

  /// The same for what is reached through the pages.
  func pages(visibleTo userToken: Secret, search: PageSearch) async throws -> [RemotePage] {
    guard GraphToken.isSendable(userToken) else {
      throw Fault(.invalid, Message("network.token.malformed"))
    }
    var search = search
    while true {
      guard search.requests < Self.longestDiscovery else {
        throw Fault(.unavailable, Message("network.paging.endless", Self.longestDiscovery))
      }
      search.requests += 1
      let operation = GraphOperation(
        method: .get, path: "me/accounts", parameters: search.parameters, token: userToken,
        proof: proof(of: userToken))
      let reader = reader(hiding: [userToken])
      let reply: GraphReply
      do {
        reply = GraphReply(
          try await transport.send(operation.exchange(version: configuration.version)))
      } catch {
        try search.tryAgain(Fault(.unavailable, Message("network.unreachable", error.words)))
        continue
      }
      note(reply.headers)
      if let error = GraphError(answer: reply.body) {
        try search.handle(error, reply: reply, judge: reader.judge)
        continue
      }
      guard reply.isSuccess, let body = reply.body, let items = body["data"]?.array else {
        try search.tryAgain(Fault(.unavailable, Message("network.answer.unreadable", reply.status)))
        continue
      }
      try search.add(items)
      switch GraphAnswerReader.cursor(body) {
      case .end: return search.pages
      case .broken: throw Fault(.unavailable, Message("network.answer.unreadable", reply.status))
      case .more(let after):
        // A list of 1,200 pages is a dozen calls: none of them after the app was asked to stop.
        let usage = GraphUsage.read(reply.headers, page: nil)
        if let wait = usage.compactMap(\.pause).filter({ $0.page.isEmpty }).map(\.seconds).max() {
          throw Fault(.throttled, Message("network.throttled", wait))
        }
        try search.goOn(after: after)
      }
    }
  }
}
