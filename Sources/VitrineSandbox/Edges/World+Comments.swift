/// Comments of a post, and the reactions that it never gets.
extension World {
  mutating func listComments(of post: Int, _ call: GraphCall, as caller: Caller)
    throws(GraphError) -> GraphAnswer
  {
    try demandSight(of: posts[post].page, caller)
    let fields = try fields(of: call)
    let limit = try call.limit(refusesMore: true)
    let comments = posts[post].comments.filter { !$0.isDeleted }
    var lower = 0
    if let after = call.parameters["after"] {
      let number = UInt64(try Cursor.decode(after)) ?? 0
      lower = comments.firstIndex { $0.number > number } ?? comments.count
    }
    let shown = comments[lower..<min(comments.count, lower + limit)]
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for comment in shown { try write(comment, of: post, fields, into: &writer) }
    writer.endArray()
    if let first = shown.first, let last = shown.last {
      let after = Cursor.encode(String(last.number))
      writer.paging(
        before: Cursor.encode(String(first.number)), after: after,
        next: shown.endIndex < comments.count
          ? call.url(base: baseURL, "after", cursor: after) : nil)
    }
    if call.parameters.flag("summary") == true { writer.commentSummary(count: comments.count) }
    writer.endObject()
    return GraphAnswer(writer)
  }

  mutating func createComment(
    on post: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    try demandToken(of: posts[post].page, caller)
    guard let message = try message(call), !message.isEmpty else {
      throw .invalidParameter("A comment needs a message.")
    }
    let comment = Post.Comment(number: makeNumber(), message: message, created: now)
    posts[post].comments.append(comment)
    journal(post: post)
    var writer = JSONWriter()
    try write(comment, of: post, [], into: &writer)
    return GraphAnswer(writer)
  }

  mutating func deleteComment(_ position: Int, of post: Int, as caller: Caller)
    throws(GraphError) -> GraphAnswer
  {
    try demandToken(of: posts[post].page, caller)
    posts[post].comments[position].isDeleted = true
    journal(post: post)
    return .success
  }

  func write(
    _ comment: Post.Comment, of post: Int, _ fields: [FieldSelection]?,
    into writer: inout JSONWriter
  ) throws(GraphError) {
    let page = pages[posts[post].page]
    writer.beginObject()
    for field in fields ?? ["created_time", "from", "message"].map({ FieldSelection(name: $0) }) {
      switch field.name {
      case "id": continue
      case "message":
        writer.key("message")
        writer.string(comment.message)
      case "created_time":
        writer.key("created_time")
        writer.string(comment.created.graphText)
      case "from":
        writer.key("from")
        writer.beginObject()
        writer.key("name")
        writer.string(page.store.name)
        writer.key("id")
        writer.string(page.id)
        writer.endObject()
      default: throw .unknownField(field.name, on: "Comment")
      }
    }
    writer.key("id")
    writer.string("\(posts[post].number)_\(comment.number)")
    writer.endObject()
  }

  func listReactions(of post: Int, _ call: GraphCall, as caller: Caller) throws(GraphError)
    -> GraphAnswer
  {
    try demandSight(of: posts[post].page, caller)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    writer.endArray()
    if call.parameters["summary"] != nil { writer.reactionSummary() }
    writer.endObject()
    return GraphAnswer(writer)
  }
}
