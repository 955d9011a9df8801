/// From a call to the part of the network that answers it.
extension World {
  /// Performs a call without any fault and answers it.
  mutating func answer(_ call: GraphCall, at now: Instant) -> GraphAnswer {
    do throws(GraphError) {
      settle(at: now)
      return try route(call, at: now)
    } catch {
      return GraphAnswer(error, trace: makeTrace())
    }
  }

  private mutating func route(_ call: GraphCall, at now: Instant) throws(GraphError) -> GraphAnswer
  {
    if call.segments == ["oauth", "access_token"] { return try exchangeToken(call) }
    let caller = try caller(of: call)
    guard let first = call.segments.first else {
      guard call.parameters["ids"] != nil, call.method == .get else {
        throw .unsupportedRequest(call.method)
      }
      return try readSeveral(call, as: caller)
    }
    if first == "debug_token" { return try debugToken(call, as: caller) }
    let thing = try thing(first, call.method, as: caller)
    guard call.segments.count > 1 else {
      return try node(thing, call, as: caller, at: now)
    }
    guard call.segments.count == 2 else {
      throw .unknownPath(call.segments.dropFirst().joined(separator: "/"))
    }
    switch thing {
    case .user: return try userEdge(call.segments[1], call, as: caller)
    case .page(let page): return try pageEdge(call.segments[1], of: page, call, as: caller, at: now)
    case .post(let post): return try postEdge(call.segments[1], of: post, call, as: caller, at: now)
    case .account(let page):
      return try accountEdge(call.segments[1], of: page, call, as: caller, at: now)
    case .comment, .photo, .container, .media: throw .unknownPath(call.segments[1])
    }
  }

  private mutating func node(
    _ thing: Thing, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    switch (thing, call.method) {
    case (.post(let post), .post): return try change(post, call, as: caller, at: now)
    case (.post(let post), .delete): return try delete(post, as: caller, at: now)
    case (.comment(let post, let position), .delete):
      return try deleteComment(position, of: post, as: caller)
    case (.media(let media), .delete): return try delete(media: media, as: caller, at: now)
    case (.photo(let photo), .delete): return try delete(photo: photo, as: caller)
    case (_, .get):
      if case .container(let number) = thing { ask(number) }
      var writer = JSONWriter()
      try write(thing, try fields(of: call), as: caller, into: &writer)
      return GraphAnswer(writer)
    default: throw .unsupportedRequest(call.method)
    }
  }

  /// Writes any node with the fields that were asked for.
  mutating func write(
    _ thing: Thing, _ fields: [FieldSelection]?, as caller: Caller, into writer: inout JSONWriter
  ) throws(GraphError) {
    switch thing {
    case .user: try writeUser(fields, into: &writer)
    case .page(let page): try write(page: page, fields, as: caller, into: &writer)
    case .post(let post):
      try demandSight(of: posts[post].page, caller)
      try write(post: post, fields, into: &writer)
    case .comment(let post, let position):
      try demandSight(of: posts[post].page, caller)
      try write(posts[post].comments[position], of: post, fields, into: &writer)
    case .photo(let number):
      guard let photo = photos[number] else { throw .missingObject(String(number), .get) }
      try demandSight(of: photo.page, caller)
      try write(photo, fields, into: &writer)
    case .account(let page):
      try demandSight(of: page, caller)
      try write(account: page, fields, into: &writer)
    case .container(let number):
      if let page = containers[number]?.page { try demandSight(of: page, caller) }
      try write(container: number, fields, at: now, into: &writer)
    case .media(let index):
      try demandSight(of: posts[index].page, caller)
      try write(media: index, fields, into: &writer)
    }
  }

  private mutating func pageEdge(
    _ edge: String, of page: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    switch (edge, call.method) {
    case ("feed", .post): return try createPost(on: page, call, as: caller, at: now)
    case ("photos", .post): return try createPhoto(on: page, call, as: caller, at: now)
    case ("photos", .get): return try listPhotos(of: page, call, as: caller)
    case ("insights", .get): return try insights(page: page, call, as: caller, at: now)
    case ("subscribed_apps", _): return try subscribedApps(of: page, call, as: caller)
    case ("roles", .get), ("assigned_users", .get):
      return try people(of: page, edge, call, as: caller)
    case (_, .get):
      guard let list = PostList(edge: edge) else { throw .unknownPath(edge) }
      return try listPosts(list, of: page, call, as: caller, at: now)
    default: throw .unsupportedRequest(call.method)
    }
  }

  private mutating func postEdge(
    _ edge: String, of post: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    switch (edge, call.method) {
    case ("comments", .get): return try listComments(of: post, call, as: caller)
    case ("comments", .post): return try createComment(on: post, call, as: caller, at: now)
    case ("reactions", .get), ("likes", .get): return try listReactions(of: post, call, as: caller)
    case ("insights", .get): return try insights(post: post, call, as: caller, at: now)
    default: throw .unknownPath(edge)
    }
  }

  private mutating func readSeveral(_ call: GraphCall, as caller: Caller) throws(GraphError)
    -> GraphAnswer
  {
    let ids = call.parameters.list("ids") ?? []
    guard (1...50).contains(ids.count) else {
      throw .invalidParameter("ids must name between 1 and 50 objects.")
    }
    let fields = try fields(of: call)
    var writer = JSONWriter()
    writer.beginObject()
    for id in ids {
      let thing = try thing(id, .get, as: caller)
      writer.key(id)
      try write(thing, fields, as: caller, into: &writer)
    }
    writer.endObject()
    return GraphAnswer(writer)
  }
}
