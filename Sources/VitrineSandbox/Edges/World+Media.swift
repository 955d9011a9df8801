/// The posts of an account: listed, read, deleted.
extension World {
  mutating func listMedia(
    of page: Int, _ call: GraphCall, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    let limit = try call.limit(refusesMore: false)
    let fields = try fields(of: call)
    let shown = pages[page].instagram.posts.reversed().filter {
      posts[$0].isVisible && posts[$0].listedFrom <= now
    }
    var lower = 0
    if let after = call.parameters["after"] {
      let number = UInt64(try Cursor.decode(after)) ?? 0
      lower = shown.firstIndex { posts[$0].number < number } ?? shown.count
    }
    let slice = shown[lower..<min(shown.count, lower + limit)]
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for index in slice { try write(media: index, fields, into: &writer) }
    writer.endArray()
    if let first = slice.first, let last = slice.last {
      let after = Cursor.encode(String(posts[last].number))
      writer.paging(
        before: Cursor.encode(String(posts[first].number)), after: after,
        next: slice.endIndex < shown.count ? call.url(base: baseURL, "after", cursor: after) : nil)
    }
    writer.endObject()
    return GraphAnswer(writer)
  }

  mutating func delete(media index: Int, as caller: Caller, at now: Instant) throws(GraphError)
    -> GraphAnswer
  {
    try demandSight(of: posts[index].page, caller)
    guard switches.instagramDeletes else { throw .unsupportedRequest(.delete) }
    remove(index, at: now)
    return .success
  }

  /// Writes a post of Instagram; without a list of fields its id alone.
  func write(
    media index: Int, _ fields: [FieldSelection]?, into writer: inout JSONWriter
  ) throws(GraphError) {
    let post = posts[index]
    let pictures = post.photos.compactMap { photos[$0] }
    writer.beginObject()
    for field in fields ?? [] where field.name != "id" {
      switch field.name {
      case "caption": if !post.message.isEmpty { writer.text("caption", post.message) }
      case "timestamp": writer.text("timestamp", post.created.graphText)
      case "permalink": writer.text("permalink", permalink(of: post))
      case "username": writer.text("username", pages[post.page].instagram.username)
      case "media_type": writer.text("media_type", pictures.count > 1 ? "CAROUSEL_ALBUM" : "IMAGE")
      case "media_product_type": writer.text("media_product_type", "FEED")
      case "media_url": if let url = pictures.first?.url { writer.text("media_url", url) }
      case "alt_text":
        if let text = pictures.first?.alternativeText { writer.text("alt_text", text) }
      case "like_count", "comments_count":
        writer.key(field.name)
        writer.number(0)
      // Known on the network and empty on these posts: such a field is left out of the answer.
      case "shortcode", "owner", "thumbnail_url", "is_comment_enabled", "children": break
      default: throw .unknownField(field.name, on: "ShadowIGMedia")
      }
    }
    writer.text("id", String(post.number))
    writer.endObject()
  }
}
