/// The person behind the user token, and the pages that this person manages.
extension World {
  func writeUser(_ fields: [FieldSelection]?, into writer: inout JSONWriter) throws(GraphError) {
    writer.beginObject()
    for field in fields ?? [FieldSelection(name: "name")] {
      switch field.name {
      case "id": continue
      case "name":
        writer.key("name")
        writer.string("Siège national")
      default: throw .unknownField(field.name, on: "User")
      }
    }
    writer.key("id")
    writer.string(credentials.userID)
    writer.endObject()
  }

  mutating func userEdge(_ edge: String, _ call: GraphCall, as caller: Caller) throws(GraphError)
    -> GraphAnswer
  {
    guard caller == .user else { throw .activeUserNeeded }
    guard call.method == .get else { throw .unsupportedRequest(call.method) }
    switch edge {
    case "accounts": return try listAccounts(call, as: caller)
    case "permissions": return permissions()
    case "businesses":
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("data")
      writer.beginArray()
      writer.endArray()
      writer.endObject()
      return GraphAnswer(writer)
    default: throw .unknownPath(edge)
    }
  }

  /// The first empty page carries this mark in its cursor, so that the next call gets on.
  private static let emptyPageMark = "resume:"

  private mutating func listAccounts(_ call: GraphCall, as caller: Caller) throws(GraphError)
    -> GraphAnswer
  {
    let limit = try call.limit(refusesMore: false)
    let fields = try fields(of: call)
    var lower = 0
    var upper = pages.count
    if let after = call.parameters["after"] {
      let text = try Cursor.decode(after)
      if text.hasPrefix(Self.emptyPageMark) {
        lower = try position(text.dropFirst(Self.emptyPageMark.count)) + 1
      } else {
        lower = try position(text[...]) + 1
        if switches.emptyAccountsPage, lower <= limit, lower < pages.count {
          return emptyPage(before: after, after: Cursor.encode(Self.emptyPageMark + text), call)
        }
      }
      upper = min(pages.count, lower + limit)
    } else if let before = call.parameters["before"] {
      upper = try position(try Cursor.decode(before)[...])
      lower = max(0, upper - limit)
    } else {
      upper = min(pages.count, limit)
    }
    var writer = JSONWriter(capacity: (upper - lower) * 320 + 256)
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for index in lower..<upper { try write(account: index, fields, as: caller, into: &writer) }
    writer.endArray()
    if lower < upper {
      let first = Cursor.encode(pages[lower].id)
      let last = Cursor.encode(pages[upper - 1].id)
      writer.paging(
        before: first, after: last,
        next: upper < pages.count ? call.url(base: baseURL, "after", cursor: last) : nil,
        previous: lower > 0 ? call.url(base: baseURL, "before", cursor: first) : nil)
    }
    if call.parameters.flag("summary") == true {
      writer.key("summary")
      writer.beginObject()
      writer.key("total_count")
      writer.number(pages.count)
      writer.endObject()
    }
    writer.endObject()
    return GraphAnswer(writer)
  }

  private func position(_ id: Substring) throws(GraphError) -> Int {
    guard let number = UInt64(id), let index = pageByNumber[number] else {
      throw .invalidParameter("Invalid cursor values")
    }
    return index
  }

  private func emptyPage(before: String, after: String, _ call: GraphCall) -> GraphAnswer {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    writer.endArray()
    writer.paging(
      before: before, after: after, next: call.url(base: baseURL, "after", cursor: after))
    writer.endObject()
    return GraphAnswer(writer)
  }

  private mutating func write(
    account page: Int, _ fields: [FieldSelection]?, as caller: Caller,
    into writer: inout JSONWriter
  ) throws(GraphError) {
    try write(page: page, fields ?? Self.accountFields, as: caller, into: &writer)
  }

  private static let accountFields = ["access_token", "category", "category_list", "name", "tasks"]
    .map { FieldSelection(name: $0) }

  private func permissions() -> GraphAnswer {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for scope in Self.scopes {
      writer.beginObject()
      writer.key("permission")
      writer.string(scope)
      writer.key("status")
      writer.string("granted")
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return GraphAnswer(writer)
  }

  static let scopes = [
    "pages_show_list", "pages_manage_posts", "pages_read_engagement", "pages_read_user_content",
    "pages_manage_engagement", "pages_manage_metadata", "read_insights", "business_management",
    "public_profile",
  ]
}
