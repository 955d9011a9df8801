/// The edges of a page that list its posts.
enum PostList: Sendable {
  case feed, posts, published, scheduled, adsPosts
  /// What others wrote on the page, which nobody does here.
  case visitors

  init?(edge: String) {
    switch edge {
    case "feed": self = .feed
    case "posts": self = .posts
    case "published_posts": self = .published
    case "scheduled_posts": self = .scheduled
    case "ads_posts": self = .adsPosts
    case "visitor_posts", "tagged": self = .visitors
    default: return nil
    }
  }

  func shows(_ post: Post, listsDrafts: Bool) -> Bool {
    switch self {
    case .feed: post.state == .published || (listsDrafts && post.isUnpublished && post.isOurs)
    case .posts, .published: post.state == .published
    case .scheduled: post.state == .scheduled
    case .adsPosts: post.state == .dark
    case .visitors: false
    }
  }
}

extension World {
  mutating func listPosts(
    _ list: PostList, of page: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    switch list {
    case .scheduled: try demandToken(of: page, caller)
    default: try demandSight(of: page, caller)
    }
    let limit = try call.limit(refusesMore: true)
    let fields = try fields(of: call)
    let found = try sorted(list, of: page, call, at: now)
    var lower = 0
    if let after = call.parameters["after"] {
      let last = try place(after)
      lower = found.firstIndex { isEarlier(posts[$0], than: last) } ?? found.count
    } else if let before = call.parameters["before"] {
      let first = try place(before)
      let end = found.firstIndex { !isLater(posts[$0], than: first) } ?? found.count
      lower = max(0, end - limit)
    }
    let upper = min(found.count, lower + limit)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for index in found[lower..<upper] { try write(post: index, fields, into: &writer) }
    writer.endArray()
    if lower < upper {
      let first = cursor(of: posts[found[lower]])
      let last = cursor(of: posts[found[upper - 1]])
      writer.paging(
        before: first, after: last,
        next: upper < found.count ? call.url(base: baseURL, "after", cursor: last) : nil,
        previous: lower > 0 ? call.url(base: baseURL, "before", cursor: first) : nil)
    }
    if call.parameters.flag("summary") == true {
      writer.key("summary")
      writer.beginObject()
      writer.key("total_count")
      writer.number(found.count)
      writer.endObject()
    }
    writer.endObject()
    return GraphAnswer(writer)
  }

  /// The posts of the list, the newest first, within `since` and `until`.
  private func sorted(_ list: PostList, of page: Int, _ call: GraphCall, at now: Instant)
    throws(GraphError) -> [Int]
  {
    let since = try bound("since", call)
    let until = try bound("until", call)
    return pages[page].posts
      .filter {
        let post = posts[$0]
        return list.shows(post, listsDrafts: switches.draftsListed) && post.listedFrom <= now
          && post.created.seconds >= since ?? .min && post.created.seconds <= until ?? .max
      }
      .sorted { isLater(posts[$0], than: Place(posts[$1])) }
  }

  private func bound(_ name: String, _ call: GraphCall) throws(GraphError) -> Int64? {
    guard let text = call.parameters[name] else { return nil }
    guard let instant = Instant(parameter: text) else {
      throw .invalidParameter("param \(name) must be a Unix time or an ISO 8601 date.")
    }
    return instant.seconds
  }

  /// The place of a post in a list: the moment it was made, then its number.
  private struct Place {
    var created: Int64
    var number: UInt64

    init(_ post: Post) {
      created = post.created.milliseconds
      number = post.number
    }

    init?(_ text: String) {
      let parts = text.split(separator: ":")
      guard parts.count == 2, let created = Int64(parts[0]), let number = UInt64(parts[1]) else {
        return nil
      }
      self.created = created
      self.number = number
    }
  }

  private func isLater(_ post: Post, than place: Place) -> Bool {
    (post.created.milliseconds, post.number) > (place.created, place.number)
  }

  private func isEarlier(_ post: Post, than place: Place) -> Bool {
    (post.created.milliseconds, post.number) < (place.created, place.number)
  }

  private func cursor(of post: Post) -> String {
    Cursor.encode("\(post.created.milliseconds):\(post.number)")
  }

  private func place(_ cursor: String) throws(GraphError) -> Place {
    guard let place = Place(try Cursor.decode(cursor)) else {
      throw .invalidParameter("Invalid cursor values")
    }
    return place
  }
}
