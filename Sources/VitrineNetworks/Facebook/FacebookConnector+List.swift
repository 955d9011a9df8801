import VitrineCore

extension FacebookConnector {
  /// The most requests that one list takes: at 100 posts each, more than a year of a page.
  static let longestList = 10

  /// Follows a list to its end.
  ///
  /// A list is whole or it is refused: one that is cut short would say "your post is not there", and
  /// the post would be made again.
  func complete(
    _ call: NetworkCall, _ head: GraphHead, reader: GraphAnswerReader
  ) async -> NetworkAnswer {
    guard case .posts(var posts) = head.answer.outcome else { return head.answer }
    var usage = head.answer.usage
    var body = head.body
    var seen: Set<String> = []
    while true {
      let after: String
      switch GraphAnswerReader.cursor(body) {
      case .end: return NetworkAnswer(.posts(posts), usage: usage)
      case .broken: return Self.broken("a list that does not say how it goes on", usage)
      case .more(let cursor): after = cursor
      }
      if Self.isBehind(call.step, body) { return NetworkAnswer(.posts(posts), usage: usage) }
      guard seen.insert(after).inserted else {
        return Self.broken("a list that runs in a circle", usage)
      }
      guard seen.count < Self.longestList else {
        return Self.broken("a list of more than \(Self.longestList) pages", usage)
      }
      let next = await single(call, reader: reader, after: after)
      usage += next.answer.usage
      guard case .posts(let more) = next.answer.outcome else {
        return NetworkAnswer(next.answer.outcome, usage: usage)
      }
      let known = Set(posts.map(\.id))
      posts += more.filter { !known.contains($0.id) }
      body = next.body
    }
  }

  private static func broken(_ words: String, _ usage: [NetworkUsage]) -> NetworkAnswer {
    NetworkAnswer(.refused(NetworkFailure(kind: .temporary, detail: words)), usage: usage)
  }

  /// Whether a page of the list lies wholly before the time asked for; lists run from new to old.
  private static func isBehind(_ step: NetworkCall.Step, _ body: JSONValue?) -> Bool {
    let since: Timestamp
    switch step {
    case .listDrafts(let instant): since = instant
    case .listPublished(let instant, _): since = instant
    default: return false
    }
    guard let items = body?["data"]?.array, !items.isEmpty else { return false }
    return items.allSatisfy { item in
      guard let created = item["created_time"]?.string.flatMap(GraphDate.read) else { return false }
      return created < since.advanced(bySeconds: -1)
    }
  }
}
