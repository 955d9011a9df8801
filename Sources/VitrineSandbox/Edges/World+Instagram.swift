/// `/{account}` and its edges: what a professional account is, publishes and shows.
extension World {
  mutating func accountEdge(
    _ edge: String, of page: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    try demandSight(of: page, caller)
    switch (edge, call.method) {
    case ("media", .post): return try createContainer(on: page, call, at: now)
    case ("media", .get): return try listMedia(of: page, call, at: now)
    case ("media_publish", .post): return try publishContainer(on: page, call, at: now)
    case ("content_publishing_limit", .get): return try publishingLimit(of: page, call, at: now)
    case ("media", _), ("media_publish", _), ("content_publishing_limit", _):
      throw .unsupportedRequest(call.method)
    default: throw .unknownPath(edge)
    }
  }

  /// The fields of an account; without a list its id alone, as on the network.
  func write(
    account index: Int, _ fields: [FieldSelection]?, into writer: inout JSONWriter
  ) throws(GraphError) {
    let page = pages[index]
    writer.beginObject()
    for field in fields ?? [] where field.name != "id" {
      switch field.name {
      case "username":
        writer.key("username")
        writer.string(page.instagram.username)
      case "name":
        writer.key("name")
        writer.string(page.store.name)
      case "followers_count":
        writer.key("followers_count")
        writer.number(page.followers / 3)
      case "follows_count":
        writer.key("follows_count")
        writer.number(0)
      case "media_count":
        writer.key("media_count")
        writer.number(page.instagram.posts.count { posts[$0].state == .published })
      // Known on the network and empty on these accounts: such a field is left out of the answer.
      case "biography", "website", "profile_picture_url", "ig_id": break
      default: throw .unknownField(field.name, on: "IGUser")
      }
    }
    writer.key("id")
    writer.string(page.instagram.id)
    writer.endObject()
  }

  /// How many of its posts of the last 24 hours an account has published over the API.
  func publishedToday(_ page: Int, at now: Instant) -> Int {
    let since = now.advanced(byMilliseconds: -86_400_000)
    return pages[page].instagram.posts.count { posts[$0].isOurs && posts[$0].created > since }
  }

  private mutating func publishingLimit(
    of page: Int, _ call: GraphCall, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    let fields = try fields(of: call) ?? [FieldSelection(name: "quota_usage")]
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    writer.beginObject()
    for field in fields {
      switch field.name {
      case "quota_usage":
        writer.key("quota_usage")
        writer.number(publishedToday(page, at: now))
      case "config":
        writer.key("config")
        writer.beginObject()
        writer.key("quota_total")
        writer.number(switches.instagramQuota)
        writer.key("quota_duration")
        writer.number(86_400)
        writer.endObject()
      default: throw .unknownField(field.name, on: "ContentPublishingLimitResponse")
      }
    }
    writer.endObject()
    writer.endArray()
    writer.endObject()
    return GraphAnswer(writer)
  }
}
