import VitrineCore

extension FacebookConnector {
  /// The most requests that one list takes: at 100 posts each, more than a year of a page.
  static let longestList = 10

  /// Follows a list to its end.
  ///
  /// A list is whole or it is refused: one that is cut short would say "your post is not there", and
  /// the post would be made again.
  func complete(
    _ call: NetworkCall, _ head: GraphHead, reader: GraphAnswerReader, _ quiet: inout GraphQuiet
  ) async -> NetworkAnswer {
    if quiet.seconds(for: call.page) == nil, let shorter = await modest(call, head, reader: reader)
    {
      quiet.note(shorter.answer, of: call.page)
      return await complete(call, shorter, reader: reader, isModest: true, &quiet)
    }
    return await complete(call, head, reader: reader, isModest: false, &quiet)
  }

  /// The same question without the fields that this token may not see, where that was refused.
  ///
  /// `admin_creator` needs `business_management`, and a field may be gone in another version: what is
  /// left of the answer is worth having.
  private func modest(
    _ call: NetworkCall, _ head: GraphHead, reader: GraphAnswerReader
  ) async -> GraphHead? {
    guard case .refused(let failure) = head.answer.outcome,
      failure.code == 100 && failure.subcode == nil || failure.kind == .permission,
      GraphOperation(call, proof: nil).modest != nil
    else { return nil }
    return await single(call, reader: reader, isModest: true)
  }

  private func complete(
    _ call: NetworkCall, _ head: GraphHead, reader: GraphAnswerReader, isModest: Bool,
    _ quiet: inout GraphQuiet
  ) async -> NetworkAnswer {
    guard var list = head.answer.outcome.items else { return head.answer }
    var usage = head.answer.usage
    var body = head.body
    var seen: Set<String> = []
    while true {
      let after: String
      switch GraphAnswerReader.cursor(body) {
      case .end: return NetworkAnswer(list.outcome, usage: usage)
      case .broken: return Self.broken("a list that does not say how it goes on", usage)
      case .more(let cursor): after = cursor
      }
      if Self.isBehind(call.step, body) { return NetworkAnswer(list.outcome, usage: usage) }
      guard seen.insert(after).inserted else {
        return Self.broken("a list that runs in a circle", usage)
      }
      guard seen.count < Self.longestList else {
        return Self.broken("a list of more than \(Self.longestList) pages", usage)
      }
      if let seconds = quiet.seconds(for: call.page) {
        return NetworkAnswer(.refused(GraphQuiet.failure(seconds)), usage: usage)
      }
      let next = await single(call, reader: reader, after: after, isModest: isModest)
      quiet.note(next.answer, of: call.page)
      usage += next.answer.usage
      guard let more = next.answer.outcome.items else {
        return NetworkAnswer(next.answer.outcome, usage: usage)
      }
      list.add(more)
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

/// What a list holds, whichever it is: each item once, in the network's order.
private enum ListItems {
  case posts([RemotePost])
  case people([PagePerson])

  var outcome: NetworkAnswer.Outcome {
    switch self {
    case .posts(let posts): .posts(posts)
    case .people(let people): .people(people)
    }
  }

  mutating func add(_ more: ListItems) {
    switch (self, more) {
    case (.posts(let posts), .posts(let others)):
      let known = Set(posts.map(\.id))
      self = .posts(posts + others.filter { !known.contains($0.id) })
    case (.people(let people), .people(let others)):
      let known = Set(people.map(\.id))
      self = .people(people + others.filter { !known.contains($0.id) })
    default: break
    }
  }
}

extension NetworkAnswer.Outcome {
  fileprivate var items: ListItems? {
    switch self {
    case .posts(let posts): .posts(posts)
    case .people(let people): .people(people)
    default: nil
    }
  }
}
