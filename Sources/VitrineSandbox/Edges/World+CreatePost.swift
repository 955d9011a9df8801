/// `POST /{page}/feed` in its four kinds: published, draft, scheduled, and dark.
extension World {
  mutating func createPost(
    on page: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    try demandToken(of: page, caller)
    let fields = try fields(of: call)
    let state = try stateOfNewPost(call)
    let scheduled = try scheduledTime(call, for: state, at: now)
    let message = try message(call) ?? ""
    let link = try link(call)
    let attached = try attachedPhotos(call, on: page, at: now)
    guard !message.isEmpty || link != nil || !attached.isEmpty else { throw .noContent }
    if state == .published {
      try refuseDuplicate(on: page, message: message, link: link, photos: attached)
    }
    let post = Post(
      number: makeNumber(), page: page, state: state, message: message, link: link,
      photos: attached, isOurs: true, created: now, updated: now, scheduled: scheduled)
    let index = add(post, at: now)
    for number in attached { photos[number]?.post = post.number }
    journal(post: index)
    for number in attached { journal(photo: number) }
    var writer = JSONWriter()
    try write(post: index, fields ?? [], into: &writer)
    return GraphAnswer(writer)
  }

  /// Puts a post on its page; a published one becomes the page's last.
  mutating func add(_ post: Post, at now: Instant) -> Int {
    let index = posts.count
    posts.append(post)
    postByNumber[post.number] = index
    switch post.network {
    case .facebook: pages[post.page].posts.append(index)
    case .instagram: pages[post.page].instagram.posts.append(index)
    }
    if lagOfCall > 0 {
      posts[index].listedFrom = now.advanced(byMilliseconds: Int64(lagOfCall))
    }
    switch post.state {
    case .published: publish(index, at: post.created)
    case .scheduled: if let due = post.scheduled { nextDue = min(nextDue ?? due, due) }
    default: break
    }
    return index
  }

  private func stateOfNewPost(_ call: GraphCall) throws(GraphError) -> Post.State {
    let hasTime = call.parameters["scheduled_publish_time"] != nil
    guard call.parameters.flag("published") == false else {
      guard !hasTime else {
        throw .invalidParameter("You cannot specify a scheduled publish time on a published post.")
      }
      return .published
    }
    switch call.parameters["unpublished_content_type"] {
    case nil: return hasTime ? .scheduled : .dark
    case "DRAFT":
      guard !hasTime else { throw .scheduleTime }
      return .draft
    case "SCHEDULED":
      guard hasTime else { throw .scheduleTime }
      return .scheduled
    case "ADS_POST", "INLINE_CREATED":
      guard !hasTime else { throw .scheduleTime }
      return .dark
    case let other?:
      throw .invalidParameter("param unpublished_content_type does not know \(other).")
    }
  }

  private func scheduledTime(_ call: GraphCall, for state: Post.State, at now: Instant)
    throws(GraphError) -> Instant?
  {
    guard state == .scheduled else { return nil }
    return try scheduledTime(call.parameters["scheduled_publish_time"], at: now)
  }

  /// A time from ten minutes to thirty days ahead, the narrower of Meta's two documented windows.
  func scheduledTime(_ text: String?, at now: Instant) throws(GraphError) -> Instant {
    guard let text, let time = Instant(parameter: text),
      time >= now.advanced(byMilliseconds: 600_000),
      time <= now.advanced(byMilliseconds: 30 * 86_400_000)
    else { throw .scheduleTime }
    return time
  }

  /// The text of the call; at most 63,206 characters, the figure that the industry knows.
  func message(_ call: GraphCall) throws(GraphError) -> String? {
    guard let message = call.parameters["message"] else { return nil }
    guard message.unicodeScalars.count <= 63_206 else {
      throw .invalidParameter("param message must be at most 63206 characters long.")
    }
    return message
  }

  private func link(_ call: GraphCall) throws(GraphError) -> String? {
    guard let link = call.parameters["link"], !link.isEmpty else { return nil }
    let scheme = link.lowercased()
    guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://") else { throw .badLink }
    let host = scheme.drop { $0 != ":" }.dropFirst(3).prefix { !"/?#:".contains($0) }
    guard !host.isEmpty, !host.unicodeScalars.contains(" ") else { throw .badLink }
    if host == "facebook.com" || host.hasSuffix(".facebook.com") { throw .ownNetworkLink }
    return link
  }

  /// The photos named in `attached_media`; each must wait unpublished on the same page, and for less than
  /// the 24 hours after which the network forgets it.
  func attachedPhotos(_ call: GraphCall, on page: Int, at now: Instant) throws(GraphError)
    -> [UInt64]
  {
    var numbers: [UInt64] = []
    for value in try call.parameters.structuredList("attached_media") {
      guard let id = value["media_fbid"]?.parameterText, let number = UInt64(id),
        let photo = photos[number], photo.page == page, !photo.isDeleted, !photo.isPublished,
        photo.post == nil, !numbers.contains(number),
        photo.created.advanced(byMilliseconds: 86_400_000) > now
      else {
        throw .invalidParameter("attached_media names a photo that cannot be attached here.")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Refuses a text that the page published last; a post with photos escapes, as on the network.
  func refuseDuplicate(on page: Int, message: String, link: String?, photos: [UInt64])
    throws(GraphError)
  {
    guard photos.isEmpty, let last = pages[page].lastPublished.map({ posts[$0] }),
      last.state == .published, last.photos.isEmpty, last.message == message, last.link == link
    else { return }
    throw .duplicate
  }
}
