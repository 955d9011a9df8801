import VitrineCore

/// How far the search for a user's pages has come, and how it asks next.
struct PageSearch: Sendable {
  /// The pages found, each once.
  private(set) var pages: [RemotePage] = []
  /// How many requests were sent.
  var requests = 0

  private let network: Network
  private var known: Set<RemoteID> = []
  private var cursors: Set<String> = []
  private var after: String?
  private var limit = 100
  private var asksForStoreCodes = true
  private var failures = 0

  /// Looks for pages, or for the accounts of Instagram behind them.
  init(for network: Network) { self.network = network }

  /// The parameters of the next question.
  var parameters: [(name: String, value: String)] {
    let fields =
      "id,name,access_token,tasks" + (asksForStoreCodes ? ",store_code,store_number" : "")
      + (network == .instagram ? ",instagram_business_account{id,username}" : "")
    var pairs = [(name: "fields", value: fields), (name: "limit", value: String(limit))]
    if let after { pairs.append((name: "after", value: after)) }
    return pairs
  }

  /// Takes up what one answer lists; throws when an item is no page.
  mutating func add(_ items: [JSONValue]) throws {
    for item in items {
      let page = try Self.id(of: item)
      var (id, named, owner) = (page, item["name"]?.string, RemoteID?.none)
      if network == .instagram {
        // Most pages have no account, and are passed over.
        guard let account = item["instagram_business_account"], account != .null else { continue }
        (id, named, owner) = (try Self.id(of: account), account["username"]?.string, page)
      }
      guard known.insert(id).inserted else { continue }
      let name = named.flatMap { $0.isEmpty ? nil : $0 }
      let token = item["access_token"]?.string.map { Secret($0) }
      pages.append(
        RemotePage(
          id: id, name: name ?? id.rawValue,
          token: token.flatMap { GraphToken.isSendable($0) ? $0 : nil },
          storeCode: Self.storeCode(item), mayPublish: Self.mayPublish(item), owner: owner))
    }
    failures = 0
  }

  private static func id(of item: JSONValue) throws -> RemoteID {
    guard let text = item["id"]?.string, GraphID.isSendable(RemoteID(text)) else {
      throw Fault(.unavailable, Message("network.answer.unreadable", 200))
    }
    return RemoteID(text)
  }

  /// Goes on behind a cursor; throws when it was there already, since the list would never end.
  mutating func goOn(after cursor: String) throws {
    guard cursors.insert(cursor).inserted else {
      throw Fault(.unavailable, Message("network.paging.circle"))
    }
    after = cursor
  }

  /// Lets the question be asked again, unless it was asked often enough; then throws the fault.
  mutating func tryAgain(_ fault: Fault) throws {
    failures += 1
    guard failures < FacebookConnector.tries else { throw fault }
  }

  /// Finds another way to ask after an error, or throws what it means.
  ///
  /// Code 1 is both "reduce the amount of data", which never passes by asking the same again, and
  /// trouble that does: asking for half as much serves both.
  mutating func handle(_ error: GraphError, reply: GraphReply, judge: GraphJudge) throws {
    if error.code == 100, asksForStoreCodes {
      asksForStoreCodes = false
      return
    }
    if error.code == 1, limit > 1 {
      limit /= 2
      return
    }
    let row = judge.table.row(for: error)
    let failure = judge.failure(
      error, row: row, headers: reply.headers,
      usage: GraphUsage.read(reply.headers, page: nil), page: nil)
    let fault = Fault(failure)
    if failure.kind == .temporary { try tryAgain(fault) } else { throw fault }
  }

  /// The retailer's own number: `store_code`, or else `store_number`, as text or as a number.
  private static func storeCode(_ item: JSONValue) -> String? {
    for name in ["store_code", "store_number"] {
      switch item[name] {
      case .string(let text) where !text.isEmpty: return text
      case .integer(let number) where number > 0: return String(number)
      default: continue
      }
    }
    return nil
  }

  /// Pages of the new experience put a prefix in front of the task.
  private static func mayPublish(_ item: JSONValue) -> Bool {
    (item["tasks"]?.array ?? []).contains { task in
      ["CREATE_CONTENT", "PROFILE_PLUS_CREATE_CONTENT"].contains(task.string)
    }
  }
}

extension Fault {
  /// What a person is told when the network refuses to list the pages.
  init(_ failure: NetworkFailure) {
    let detail = failure.detail.isEmpty ? "code \(failure.code ?? 0)" : failure.detail
    switch failure.kind {
    case .token, .connection:
      self.init(
        .unauthenticated, Message("network.token.refused", detail),
        hint: Message("network.token.hint"))
    case .permission, .person, .blocked:
      self.init(
        .denied, Message("network.permission.missing", detail),
        hint: Message("network.permission.hint"))
    case .throttled:
      self.init(.throttled, Message("network.throttled", failure.waitSeconds ?? 60))
    case .temporary:
      self.init(.unavailable, Message("network.trouble", detail))
    case .duplicate, .content, .missing, .request, .unreadable:
      self.init(.unavailable, Message("network.request.refused", detail))
    }
  }
}
