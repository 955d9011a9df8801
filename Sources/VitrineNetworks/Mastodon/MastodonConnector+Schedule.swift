import VitrineCore

/// Statuses that the server keeps until their hour.
///
/// Such a status has an id of its own, which is gone when it becomes a post with another one.
extension MastodonConnector {
  /// Lists what the account has with its server for an hour, whole or not at all.
  func listScheduled(
    at hour: Timestamp, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    var found: [RemotePost] = []
    var known: Set<RemoteID> = []
    var usage: [NetworkUsage] = []
    var before: RemoteID?
    for _ in 0..<Self.longestList {
      var target = "/api/v1/scheduled_statuses?limit=\(Self.listLimit)"
      if let before { target += "&max_id=\(before)" }
      let items: [JSONValue]
      let hasNext: Bool
      switch await listPage(target, call, session, &usage) {
      case .answer(let answer): return answer
      case .items(let found, let goesOn): (items, hasNext) = (found, goesOn)
      }
      let page = items.compactMap(Self.scheduled)
      guard page.count == items.count else {
        return Self.broken("a list with something that waits for no hour", usage)
      }
      let new = page.filter { known.insert($0.id).inserted }
      // Some servers keep hours to the minute.
      found += new.filter { abs($0.hour.milliseconds(since: hour)) < 60_000 }.map {
        RemotePost(id: $0.id, text: $0.text, isPublished: false)
      }
      guard let last = page.last, page.count >= Self.listLimit || hasNext else {
        return NetworkAnswer(.posts(found), usage: usage)
      }
      guard !new.isEmpty else { return Self.broken("a list that runs in a circle", usage) }
      before = last.id
    }
    return Self.broken("a list of more than \(Self.longestList) pages", usage)
  }

  /// Takes back what waits for its hour.
  ///
  /// That it is not there is said as such, since it may be a post by now; once the server has shown that it is
  /// itself, as for a deletion.
  func unschedule(
    _ id: RemoteID, of account: String, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    let answer = await answer(
      session.exchange(.delete, "/api/v1/scheduled_statuses/\(id)"), call, session
    ) { $0.object == nil ? nil : .deleted }
    guard case .refused(let failure) = answer.outcome, failure.kind == .missing else {
      return answer
    }
    guard case .tokenGood = await check(account, call, session).outcome else {
      return NetworkAnswer(session.judge.unanswered(call, "a 404 from something else"))
    }
    return answer
  }

  /// A status that waits for its hour; nil for anything else.
  static func scheduled(
    _ value: JSONValue
  ) -> (id: RemoteID, hour: Timestamp, text: String?)? {
    guard let id = value["id"]?.string, MastodonID.isSendable(id),
      let hour = value["scheduled_at"]?.string.flatMap({ Timestamp($0) })
    else { return nil }
    return (RemoteID(id), hour, value["params"]?["text"]?.string)
  }
}
