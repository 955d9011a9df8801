/// What a call is for, as `/sandbox/stats` counts it and as `op=` of a fault names it.
enum CallKind: String, Sendable, CaseIterable {
  case accounts, page, stage, publish, release, read, list, edit, delete, photo, debug, other

  /// Tells the kind from the call alone, before anything is looked up.
  init(of call: GraphCall) {
    guard let first = call.segments.first else {
      switch call.parameters.list("ids")?.first.map(ObjectID.init) {
      case .number?: self = .page
      case .pair?: self = .read
      case .name?, nil: self = .other
      }
      return
    }
    if call.segments.count == 1 {
      self = Self.node(first, call)
    } else if first == "me", call.segments[1] == "accounts" {
      self = .accounts
    } else {
      self = Self.edge(call.segments[1], call)
    }
  }

  private static func node(_ id: String, _ call: GraphCall) -> CallKind {
    switch id {
    case "me": return .page
    case "debug_token": return .debug
    default: break
    }
    switch (ObjectID(id), call.method) {
    case (.number, .get): return asksForMedia(call) ? .read : .page
    case (.pair, .get): return .read
    case (_, .delete): return .delete
    case (.pair, .post): return call.parameters.flag("is_published") == true ? .release : .edit
    default: return .other
    }
  }

  private static func edge(_ edge: String, _ call: GraphCall) -> CallKind {
    switch (edge, call.method) {
    case ("accounts", .get): return .accounts
    case ("feed", .post):
      return call.parameters.flag("published") == false ? .stage : .publish
    case ("photos", .post): return .photo
    case ("media", .post): return call.parameters.flag("is_carousel_item") == true ? .photo : .stage
    case ("media_publish", .post): return .release
    case ("content_publishing_limit", .get): return .page
    case ("feed", .get), ("posts", .get), ("published_posts", .get), ("scheduled_posts", .get),
      ("visitor_posts", .get), ("tagged", .get), ("photos", .get), ("media", .get):
      return .list
    default: return .other
    }
  }

  /// Whether the fields are those of a container or a post of Instagram, whose ids look like a page's.
  private static func asksForMedia(_ call: GraphCall) -> Bool {
    let fields = call.parameters["fields"]?.split(separator: ",") ?? []
    return fields.contains { ["status_code", "caption", "permalink"].contains($0) }
  }

  /// Whether such a call changes a post, so that a spam block or a lag can meet it.
  var isWrite: Bool {
    switch self {
    case .stage, .publish, .release, .edit, .delete, .photo: true
    default: false
    }
  }

  /// Whether the call is about the posts of one page.
  var isAboutPosts: Bool { isWrite || self == .read || self == .list }
}
