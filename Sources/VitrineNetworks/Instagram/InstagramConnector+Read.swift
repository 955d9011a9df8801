import VitrineCore

extension InstagramConnector {
  private static let postFields = "id,caption,timestamp,permalink"
  /// The most requests that one list takes: a thousand posts of an account.
  static let longestList = 10

  /// Reads a container or a post, whichever the id is.
  func read(_ id: RemoteID, _ call: NetworkCall) async throws(AnsweredEarly) -> NetworkAnswer {
    if let container = InstagramID.containerNumber(id) {
      return try await readContainer(container, as: id, call)
    }
    guard GraphID.isNumber(id) else {
      throw .refused(.request, "an id that is none of Instagram's")
    }
    let words = try await ask(
      .get, id.rawValue, [(name: "fields", value: Self.postFields)], for: call)
    guard let post = RemotePost(instagram: words.body), post.id == id else {
      throw unexpected("id", call)
    }
    return NetworkAnswer(.post(post), usage: words.usage)
  }

  /// How far a container has come.
  ///
  /// Nothing was published by one that has expired or failed, and nothing can be: it is missing, unless
  /// the network says that it is the picture or the text which it does not accept.
  private func readContainer(
    _ container: RemoteID, as id: RemoteID, _ call: NetworkCall
  ) async throws(AnsweredEarly) -> NetworkAnswer {
    let words = try await ask(
      .get, container.rawValue, [(name: "fields", value: "id,status_code,status")], for: call)
    guard words.body["id"]?.string == container.rawValue else { throw unexpected("id", call) }
    let said = words.body["status"]?.string ?? ""
    let outcome: NetworkAnswer.Outcome
    switch words.body["status_code"]?.string {
    case "PUBLISHED":
      outcome = .post(RemotePost(id: id, text: nil, isPublished: true))
    case "FINISHED", "IN_PROGRESS":
      outcome = .post(RemotePost(id: id, text: nil, isPublished: false))
    case "EXPIRED":
      outcome = .refused(failure(.missing, said, nil, call))
    case "ERROR":
      let subcode = Self.subcode(in: said)
      let judge = graph.reader(hiding: [call.token]).judge
      let row = subcode.flatMap { judge.table.row(for: GraphError(code: $0)) }
      outcome = .refused(
        failure(row?.kind == .content ? .content : .missing, said, subcode, call))
    default:
      throw unexpected("status_code", call)
    }
    return NetworkAnswer(outcome, usage: words.usage)
  }

  private func failure(
    _ kind: NetworkFailure.Kind, _ said: String, _ subcode: Int?, _ call: NetworkCall
  ) -> NetworkFailure {
    NetworkFailure(
      kind: kind, subcode: subcode,
      detail: graph.reader(hiding: [call.token]).judge.redaction.clean(said))
  }

  /// The subcode that a status names: seven digits that begin with 2207.
  static func subcode(in status: String) -> Int? {
    status.utf8.split { !(48...57).contains($0) }
      .filter { $0.count == 7 && $0.starts(with: "2207".utf8) }
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }.first
  }

  /// What is public in a span of time, newest first; whole, or refused.
  func list(
    _ since: Timestamp, _ until: Timestamp, _ call: NetworkCall
  ) async throws(AnsweredEarly) -> NetworkAnswer {
    // Whole seconds on the network's side.
    let span = since.advanced(bySeconds: -1)...max(since, until).advanced(bySeconds: 1)
    var posts: [RemotePost] = []
    var after: String?
    var cursors: Set<String> = []
    while cursors.count < Self.longestList {
      var parameters = [
        (name: "fields", value: Self.postFields), (name: "limit", value: GraphOperation.pageLimit),
      ]
      if let after { parameters.append((name: "after", value: after)) }
      let words = try await ask(.get, "\(call.page)/media", parameters, for: call)
      guard let items = words.body["data"]?.array else { throw unexpected("data", call) }
      let found = items.compactMap { RemotePost(instagram: $0) }
      guard found.count == items.count else {
        throw .refused(.temporary, "a list with something that is no post")
      }
      let known = Set(posts.map(\.id))
      posts += found.filter { post in
        !known.contains(post.id) && post.created.map(span.contains) ?? true
      }
      let isBehind =
        !found.isEmpty && found.allSatisfy { $0.created.map { $0 < span.lowerBound } ?? false }
      switch GraphAnswerReader.cursor(words.body) {
      case .end: return NetworkAnswer(.posts(posts), usage: words.usage)
      case .more where isBehind: return NetworkAnswer(.posts(posts), usage: words.usage)
      case .broken: throw .refused(.temporary, "a list that does not say how it goes on")
      case .more(let cursor):
        guard cursors.insert(cursor).inserted else {
          throw .refused(.temporary, "a list that runs in a circle")
        }
        after = cursor
      }
    }
    throw .refused(.temporary, "a list of more than \(Self.longestList) pages")
  }
}

extension RemotePost {
  /// Reads a post of Instagram, which is public as long as it is there; nil without an id.
  init?(instagram value: JSONValue) {
    guard let id = value["id"]?.string, GraphID.isNumber(RemoteID(id)) else { return nil }
    self.init(
      id: RemoteID(id), text: value["caption"]?.string, isPublished: true,
      permalink: value["permalink"]?.string,
      created: value["timestamp"]?.string.flatMap(GraphDate.read))
  }
}
