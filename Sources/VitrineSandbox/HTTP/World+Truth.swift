/// The sandbox's own truth as JSON.
extension World {
  func listOfPages() -> JSONWriter {
    Self.list(of: pages) { page, writer in
      writer.key("id")
      writer.string(page.id)
      writer.key("name")
      writer.string(page.store.name)
      writer.key("store")
      writer.string(page.store.code)
      writer.key("instagram")
      writer.string(page.instagram.id)
    }
  }

  /// All posts that a visitor sees; with `all=true` the unpublished and deleted ones as well.
  mutating func listOfPosts(_ query: GraphParameters) throws(SandboxInputError) -> JSONWriter {
    settle(at: now)
    let only = try query["page"].map { name throws(SandboxInputError) in try page(named: name) }
    let all = query.flag("all") == true
    let shown = posts.filter { post in
      (only == nil || post.page == only) && (all || post.isVisible)
    }
    return Self.list(of: shown) { post, writer in
      writer.key("id")
      writer.string(id(of: post))
      writer.key("network")
      writer.string(post.network.rawValue)
      writer.key("page")
      writer.string(pages[post.page].id)
      writer.key("store")
      writer.string(pages[post.page].store.code)
      writer.key("message")
      writer.string(post.message)
      writer.key("link")
      if let link = post.link { writer.string(link) } else { writer.null() }
      writer.key("photos")
      writer.number(post.photos.count)
      writer.key("media")
      writeMedia(of: post, into: &writer)
      writer.key("state")
      writer.string((post.state == .dark ? .draft : post.state).rawValue)
      writer.key("pinned")
      writer.bool(post.isPinned)
      writer.key("wasPublished")
      writer.bool(post.wasPublished)
      writer.key("createdTime")
      writer.string(post.created.rfc3339)
      writer.key("application")
      if post.isOurs { writer.string(credentials.appID) } else { writer.null() }
    }
  }

  /// The pictures of a post in their order: by the SHA-256 of their bytes, which are at `/media/SHA256`.
  private func writeMedia(of post: Post, into writer: inout JSONWriter) {
    writer.beginArray()
    for photo in post.photos.compactMap({ photos[$0] }) {
      writer.beginObject()
      writer.key("id")
      writer.string(String(photo.number))
      writer.key("sha256")
      if let blob = photo.blob { writer.string(blob) } else { writer.null() }
      writer.key("url")
      if let url = photo.url { writer.string(url) } else { writer.null() }
      writer.key("alt")
      if let alt = photo.alternativeText { writer.string(alt) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
  }

  /// Somebody writes on the page by hand: the post carries no application.
  mutating func postByHand(_ value: JSONValue) throws(SandboxInputError) -> JSONWriter {
    guard let name = value["page"]?.parameterText, case .string(let message)? = value["message"]
    else {
      throw SandboxInputError("a post needs \"page\" (an id or a store code) and \"message\"")
    }
    let page = try page(named: name)
    let network = value["network"].map { SandboxNetwork(rawValue: $0.parameterText) } ?? .facebook
    guard let network else {
      throw SandboxInputError("\"network\" must be \"facebook\" or \"instagram\"")
    }
    let now = now
    var post = Post(
      number: makeNumber(), page: page, state: .published, message: message, isOurs: false,
      created: now, updated: now)
    post.network = network
    let index = add(post, at: now)
    journal(post: index)
    journal?.flush()
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.string(id(of: posts[index]))
    writer.endObject()
    return writer
  }

  mutating func deleteByHand(_ id: String) throws(SandboxInputError) -> JSONWriter {
    guard let index = post(named: id) else { throw SandboxInputError("no post '\(id)'") }
    remove(index, at: now)
    journal?.flush()
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("success")
    writer.bool(true)
    writer.endObject()
    return writer
  }

  /// Somebody changes the text of a post by hand.
  mutating func editByHand(_ id: String, _ value: JSONValue) throws(SandboxInputError) -> JSONWriter
  {
    guard case .string(let message)? = value["message"] else {
      throw SandboxInputError("an edit needs a \"message\"")
    }
    guard let index = post(named: id) else { throw SandboxInputError("no post '\(id)'") }
    posts[index].message = message
    posts[index].updated = now
    journal(post: index)
    journal?.flush()
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("success")
    writer.bool(true)
    writer.endObject()
    return writer
  }

  func figures() -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("total")
    writer.number(statistics.total)
    writer.key("calls")
    writer.beginObject()
    for kind in CallKind.allCases {
      writer.key(kind.rawValue)
      writer.number(statistics[kind])
    }
    writer.endObject()
    writer.key("whileThrottled")
    writer.number(statistics.whileThrottled)
    if let failure = journal?.failure {
      writer.key("dataFileFailure")
      writer.string(failure)
    }
    writer.endObject()
    return writer
  }

  func listOfFaults() -> JSONWriter {
    Self.list(of: faults) { fault, writer in
      writer.key("kind")
      writer.string(fault.spec.kind.rawValue)
      writer.key("fired")
      writer.number(fault.fired)
    }
  }

  func page(named name: String) throws(SandboxInputError) -> Int {
    if let number = UInt64(name), let index = pageByNumber[number] { return index }
    if let index = pages.firstIndex(where: { $0.store.code == name }) { return index }
    throw SandboxInputError("no page '\(name)'")
  }

  private static func list<Item>(
    of items: [Item], _ body: (Item, inout JSONWriter) -> Void
  ) -> JSONWriter {
    var writer = JSONWriter(capacity: items.count * 256 + 64)
    writer.beginObject()
    writer.key("items")
    writer.beginArray()
    for item in items {
      writer.beginObject()
      body(item, &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("next")
    writer.null()
    writer.endObject()
    return writer
  }
}

extension Post {
  /// Whether somebody who looks at the page sees the post.
  var isVisible: Bool { state == .published && !isHidden }
}
