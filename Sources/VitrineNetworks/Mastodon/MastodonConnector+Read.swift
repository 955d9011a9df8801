import VitrineCore

extension MastodonConnector {
  /// How many posts are asked for at once; servers take no more.
  static let listLimit = 40
  /// The most requests that one list takes: 800 posts.
  static let longestList = 20
  /// The most posts of a list whose source is asked for besides.
  static let mostSources = 20

  /// Why a status could not be read, as the answer to the call.
  struct Unread: Error {
    let answer: NetworkAnswer
  }

  /// Reads one post.
  func read(
    _ id: RemoteID, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    switch await status(id, call, session) {
    case .failure(let trouble): return trouble.answer
    case .success(let status):
      return NetworkAnswer(.post(status.post(source: await source(of: status, session))))
    }
  }

  /// Reads a status; one with another id than was asked for is none.
  func status(
    _ id: RemoteID, _ call: NetworkCall, _ session: MastodonSession
  ) async -> Result<MastodonStatus, Unread> {
    var found: MastodonStatus?
    let answer = await answer(
      session.exchange(.get, "/api/v1/statuses/\(id)"), call, session
    ) { body in
      guard let status = MastodonStatus(body), status.id == id.rawValue else { return nil }
      found = status
      return .edited
    }
    return found.map { .success($0) } ?? .failure(Unread(answer: answer))
  }

  /// The text as it was sent, where the server has made something else of it and still tells.
  private func source(of status: MastodonStatus, _ session: MastodonSession) async -> String? {
    guard status.text?.isAltered == true,
      let reply = try? await send(
        session.exchange(.get, "/api/v1/statuses/\(status.id)/source")),
      reply.isSuccess, reply.body?["id"]?.string == status.id
    else { return nil }
    return reply.body?["text"]?.string
  }

  /// Lists the account's own posts in a span of time.
  ///
  /// A list is whole or it is refused: one that is cut short would say "your post is not there", and the
  /// post would be made again. Some servers give times to the second, and the clock of a server may go
  /// before ours: the span is taken a little wider, by far more at its end.
  func list(
    _ account: String, since: Timestamp, until: Timestamp, _ call: NetworkCall,
    _ session: MastodonSession
  ) async -> NetworkAnswer {
    let first = since.advanced(bySeconds: -1)
    let last = until.advanced(bySeconds: 300)
    var found: [MastodonStatus] = []
    var known: Set<String> = []
    var usage: [NetworkUsage] = []
    var before: String?
    for _ in 0..<Self.longestList {
      var target = "/api/v1/accounts/\(account)/statuses?limit=\(Self.listLimit)"
      target += "&exclude_reblogs=true"
      if let before { target += "&max_id=\(before)" }
      let items: [JSONValue]
      let hasNext: Bool
      switch await listPage(target, call, session, &usage) {
      case .answer(let answer): return answer
      case .items(let found, let goesOn): (items, hasNext) = (found, goesOn)
      }
      let statuses = items.compactMap { MastodonStatus($0) }
      guard statuses.count == items.count else {
        return Self.broken("a list with something that is no post", usage)
      }
      let new = statuses.filter { known.insert($0.id).inserted }
      found += new
      switch Self.end(of: statuses, new: new, since: first, hasNext: hasNext) {
      case .whole:
        return NetworkAnswer(
          .posts(await posts(found, from: first, to: last, session)), usage: usage)
      case .cut: return Self.broken("a list that runs in a circle", usage)
      case .more(let id): before = id
      }
    }
    return Self.broken("a list of more than \(Self.longestList) pages", usage)
  }

  /// One page of a list, or the answer that there is instead.
  enum ListPage {
    /// What is on it, and whether the server says that there is more.
    case items([JSONValue], hasNext: Bool)
    case answer(NetworkAnswer)
  }

  /// Asks for one page of a list; `usage` is what the servers have said of their limits so far.
  func listPage(
    _ target: String, _ call: NetworkCall, _ session: MastodonSession, _ usage: inout [NetworkUsage]
  ) async -> ListPage {
    let reply: MastodonReply
    do {
      reply = try await send(session.exchange(.get, target))
    } catch {
      return .answer(NetworkAnswer(session.judge.outcome(error, for: call), usage: usage))
    }
    usage = reply.limits.usage(call.page)
    guard reply.isSuccess else {
      return .answer(NetworkAnswer(session.judge.outcome(reply, for: call), usage: usage))
    }
    guard let items = reply.body?.array else { return .answer(Self.broken("no list", usage)) }
    return .items(items, hasNext: reply.hasNext)
  }

  /// Whether a list goes on.
  private enum ListEnd {
    case whole
    case cut
    case more(String)
  }

  /// Lists run from new to old, so that a page that reaches behind the span is the last one.
  ///
  /// A server that does not know how to go on gives the same page again: then the list is whole only if
  /// it gave other than it was asked for, since a full page may be the beginning of a longer list.
  private static func end(
    of page: [MastodonStatus], new: [MastodonStatus], since: Timestamp, hasNext: Bool
  ) -> ListEnd {
    guard let oldest = page.last else { return .whole }
    if let created = oldest.created, created < since { return .whole }
    if page.count < listLimit, !hasNext { return .whole }
    if new.isEmpty { return page.count == listLimit ? .cut : .whole }
    return .more(oldest.id)
  }

  private func posts(
    _ statuses: [MastodonStatus], from first: Timestamp, to last: Timestamp,
    _ session: MastodonSession
  ) async -> [RemotePost] {
    var posts: [RemotePost] = []
    var sources = 0
    for status in statuses where !status.isReblog {
      if let created = status.created, created < first || created > last { continue }
      var text: String?
      if status.text?.isAltered == true, sources < Self.mostSources {
        sources += 1
        text = await source(of: status, session)
      }
      posts.append(status.post(source: text))
    }
    return posts
  }

  static func broken(_ words: String, _ usage: [NetworkUsage]) -> NetworkAnswer {
    NetworkAnswer(.refused(NetworkFailure(kind: .temporary, detail: words)), usage: usage)
  }
}
