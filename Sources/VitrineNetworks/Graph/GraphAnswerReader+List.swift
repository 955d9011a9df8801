import VitrineCore

extension GraphAnswerReader {
  /// The posts of a list that the call asked for; `nil` when it is no list.
  ///
  /// A page's feed also holds what visitors wrote and what the page did not post through us; drafts
  /// are ours only when the network names our app as their maker, since a draft that staff made by
  /// hand must never be taken for an orphan of ours and swept.
  func listed(_ call: NetworkCall, _ body: JSONValue) -> [RemotePost]? {
    guard let items = body["data"]?.array else { return nil }
    let posts: [RemotePost] = items.compactMap { item in
      let post =
        switch call.step {
        case .listDrafts: RemotePost(item, isPublished: nil)
        case .listScheduled(let hour):
          Self.isDue(item, hour) ? RemotePost(item, isPublished: false) : nil
        default: RemotePost(item, isPublished: true)
        }
      guard let post, GraphID.isPost(post.id, of: call.page) else { return nil }
      return post
    }
    return switch call.step {
    case .listDrafts(let since):
      posts.filter {
        $0.application == appID && ($0.created ?? .latest) >= since
      }
    case .listScheduled: posts.filter { !$0.isPublished && $0.application == appID }
    case .listPublished(let since, let until):
      posts.filter { post in
        guard post.isPublished else { return false }
        guard let created = post.created else { return true }
        // Whole seconds on the network's side.
        return created >= since.advanced(bySeconds: -1) && created <= until.advanced(bySeconds: 1)
      }
    default:
      posts
    }
  }

  /// Whether what waits is for an hour, which Graph keeps to the second; without one it may be.
  private static func isDue(_ item: JSONValue, _ hour: Timestamp) -> Bool {
    guard let seconds = item["scheduled_publish_time"]?.integer else { return true }
    return seconds == GraphDate.seconds(after: hour)
  }

  /// Where the list goes on; `nil` at its end.
  ///
  /// The end is a missing `paging.next` and nothing else: a short or empty page may have more behind
  /// it. Of `next` itself only the presence counts; it is an address, and it could be any address.
  static func cursor(_ body: JSONValue?) -> ListEnd {
    guard let paging = body?["paging"], let next = paging["next"], next != .null else {
      return .end
    }
    guard let after = paging["cursors"]?["after"]?.string, !after.isEmpty,
      after.utf8.count <= longestCursor
    else { return .broken }
    return .more(after: after)
  }

  /// The longest cursor that is sent back, in bytes.
  private static let longestCursor = 4096

  /// What is behind a page of a list.
  enum ListEnd: Equatable, Sendable {
    /// Nothing.
    case end
    /// More, behind this cursor.
    case more(after: String)
    /// More, but no way to it.
    case broken
  }
}

extension RemotePost {
  /// Reads a post; `nil` without an id, or without a word on whether it is public.
  ///
  /// `isPublished` is for edges that list nothing else and may leave the field out.
  init?(_ value: JSONValue, isPublished assumed: Bool?) {
    guard let id = value["id"]?.string, GraphID.isSendable(RemoteID(id)),
      let isPublished = value["is_published"]?.bool ?? assumed
    else { return nil }
    let link = value["attachments"]?["data"]?.array?.first { item in
      ["link", "share"].contains(item["media_type"]?.string)
    }
    self.init(
      id: RemoteID(id), text: value["message"]?.string, isPublished: isPublished,
      permalink: value["permalink_url"]?.string,
      created: value["created_time"]?.string.flatMap(GraphDate.read),
      application: value["application"]?["id"]?.string,
      adminCreator: value["admin_creator"]?["id"]?.string, link: link?["url"]?.string)
  }
}
