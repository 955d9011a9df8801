/// Reading, changing, publishing and deleting one post.
extension World {
  mutating func change(
    _ index: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    try demandToken(of: posts[index].page, caller)
    guard posts[index].isOurs else { throw .otherAppsPost }
    let fields = try fields(of: call)
    var post = posts[index]
    if let message = try message(call) { post.message = message }
    let attached = try attachedPhotos(call, on: post.page, at: now)
    if !attached.isEmpty { post.photos = attached }
    guard !post.message.isEmpty || post.link != nil || !post.photos.isEmpty else {
      throw .noContent
    }
    if let hidden = call.parameters.flag("is_hidden") { post.isHidden = hidden }
    if let pinned = call.parameters.flag("is_pinned") {
      // Only what visitors see has a place on the page.
      guard !pinned || post.state == .published else {
        throw .invalidParameter("An unpublished post cannot be pinned.")
      }
      post.isPinned = pinned
    }
    if let time = call.parameters["scheduled_publish_time"] {
      guard post.isUnpublished else { throw .scheduleTime }
      post.scheduled = try scheduledTime(time, at: now)
      post.state = .scheduled
    }
    let isReleased = try isReleased(post, call)
    post.updated = now
    posts[index] = post
    for number in attached { photos[number]?.post = post.number }
    if isReleased { publish(index, at: now) }
    if post.state == .scheduled, !isReleased, let due = post.scheduled {
      nextDue = min(nextDue ?? due, due)
    }
    journal(post: index)
    for number in attached { journal(photo: number) }
    guard let fields else { return .success }
    var writer = JSONWriter()
    try write(post: index, fields, isSuccess: true, into: &writer)
    return GraphAnswer(writer)
  }

  /// Whether the call makes an unpublished post visible; refuses what cannot be done.
  private func isReleased(_ post: Post, _ call: GraphCall) throws(GraphError) -> Bool {
    guard let isPublished = call.parameters.flag("is_published") else { return false }
    guard isPublished else {
      if post.state == .published {
        throw .invalidParameter("A published post cannot be unpublished.")
      }
      return false
    }
    guard post.isUnpublished else {
      if switches.secondRelease == .error {
        throw .invalidParameter("The post is published already.")
      }
      return false
    }
    if switches.duplicateRefusedAtRelease {
      try refuseDuplicate(
        on: post.page, message: post.message, link: post.link, photos: post.photos)
    }
    return true
  }

  mutating func delete(_ index: Int, as caller: Caller, at now: Instant) throws(GraphError)
    -> GraphAnswer
  {
    try demandToken(of: posts[index].page, caller)
    remove(index, at: now)
    return .success
  }

  /// Takes a post away; the page's last published post is then the one before it.
  mutating func remove(_ index: Int, at now: Instant) {
    posts[index].state = .deleted
    posts[index].isPinned = false
    posts[index].updated = now
    let page = posts[index].page
    if pages[page].lastPublished == index {
      pages[page].lastPublished = pages[page].posts.last { posts[$0].state == .published }
    }
    journal(post: index)
  }

  /// Writes a post with the fields asked for; without a list the network's own choice.
  func write(
    post index: Int, _ fields: [FieldSelection]?, isSuccess: Bool = false,
    into writer: inout JSONWriter
  ) throws(GraphError) {
    let post = posts[index]
    writer.beginObject()
    if isSuccess {
      writer.key("success")
      writer.bool(true)
    }
    for field in fields ?? Self.usualPostFields where field.name != "id" {
      try write(field, of: post, into: &writer)
    }
    writer.key("id")
    writer.string(id(of: post))
    writer.endObject()
  }

  private static let usualPostFields = ["created_time", "message"].map { FieldSelection(name: $0) }

  private func write(
    _ field: FieldSelection, of post: Post, into writer: inout JSONWriter
  ) throws(GraphError) {
    func text(_ value: String?) {
      guard let value else { return }
      writer.key(field.name)
      writer.string(value)
    }
    func flag(_ value: Bool) {
      writer.key(field.name)
      writer.bool(value)
    }
    switch field.name {
    case "message": if !post.message.isEmpty { text(post.message) }
    case "created_time": text(post.created.graphText)
    case "updated_time": text(post.updated.graphText)
    case "is_published": flag(post.state == .published)
    case "is_hidden": flag(post.isHidden)
    case "is_pinned": flag(post.isPinned)
    case "is_expired", "is_spherical", "is_instagram_eligible": flag(false)
    case "permalink_url": text(permalink(of: post))
    case "status_type":
      text(
        post.photos.isEmpty
          ? (post.link == nil ? "mobile_status_update" : "shared_story") : "added_photos")
    case "promotable_id": text(id(of: post))
    case "timeline_visibility": text(post.state == .published ? "normal" : "forced_allow")
    case "scheduled_publish_time":
      if post.state == .scheduled, let time = post.scheduled {
        writer.key(field.name)
        writer.number(time.seconds)
      }
    case "unpublished_content_type":
      switch post.state {
      case .draft: text("DRAFT")
      case .scheduled: text("SCHEDULED")
      case .dark: text("ADS_POST")
      case .published, .deleted: break
      }
    case "full_picture": text(post.photos.first.flatMap { photos[$0] }.flatMap(source(of:)))
    case "from", "application", "admin_creator", "privacy":
      try writeObject(field, of: post, into: &writer)
    case "attachments": try writeAttachments(field, of: post, into: &writer)
    case "comments": try writeComments(field, of: post, into: &writer)
    case "reactions", "likes": writeReactions(field, into: &writer)
    // Known on the network and empty on these posts: such a field is left out of the answer.
    case "story", "shares", "parent_id", "targeting", "feed_targeting", "place", "message_tags",
      "story_tags", "to", "with_tags", "call_to_action", "child_attachments", "properties",
      "backdated_time", "coordinates", "event", "icon", "picture", "instagram_eligibility",
      "via", "subscribed", "expanded_width", "expanded_height", "width", "height":
      break
    default: throw .unknownField(field.name, on: "PagePost")
    }
  }

  private func writeObject(
    _ field: FieldSelection, of post: Post, into writer: inout JSONWriter
  ) throws(GraphError) {
    let values: [(String, String)]
    switch field.name {
    case "from": values = [("name", pages[post.page].store.name), ("id", pages[post.page].id)]
    case "application":
      guard post.isOurs else { return }
      values = [("name", appName), ("id", credentials.appID)]
    case "admin_creator":
      values =
        post.isOurs
        ? [("name", "Siège national"), ("id", credentials.userID)]
        : [("name", "Équipe du magasin"), ("id", "1\(pages[post.page].id)")]
    default: values = [("value", "EVERYONE"), ("description", "Public"), ("allow", "")]
    }
    writer.key(field.name)
    writer.beginObject()
    for (name, value) in values
    where field.children.isEmpty || name == "id"
      || field.children.contains(where: { $0.name == name })
    {
      writer.key(name)
      writer.string(value)
    }
    writer.endObject()
  }
}
