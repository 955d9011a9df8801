import VitrineCore
import VitrineStorage

/// Pages that wait for somebody, and the one person for each.
extension NoticeWriter {
  /// A notice for each page, to the one person who can mend it.
  ///
  /// What that person was told before is not told twice, unless it is `again`: tried since, and in the
  /// same trouble.
  func notices(of troubled: [TroubledDelivery], again: Set<PostID>) throws -> [Notice] {
    var seen: Set<PostID> = []
    let items = troubled.compactMap { item in item.event.map { (item, $0) } }
      .filter { seen.insert($0.0.post).inserted }
    guard !items.isEmpty else { return [] }
    let known = try transaction.notices(ofKeys: items.map(\.0.key))
    let new = items.filter { item, event in
      guard let old = known[item.key], !again.contains(item.post) else { return true }
      return old.event != event || old.reason != item.reason
    }
    guard !new.isEmpty else { return [] }
    let people = try NoticePeople(at: Set(new.map(\.0.store)), in: transaction, now)
    var hands: [BroadcastID: Set<UserID>] = [:]
    return try new.compactMap { item, event in
      let roles = item.roles
      var barred: Set<UserID> = []
      // Nobody says yes to what they wrote themselves.
      if roles.contains(.approver), let id = item.broadcast {
        barred = try hands[id] ?? transaction.editors(of: id)
        hands[id] = barred
        if let author = item.author { barred.insert(author) }
      }
      let person = people.mender(
        roles, at: item.store, preferring: [item.launchedBy, item.author], besides: barred)
      return person.map { item.notice(to: $0, event, at: now) }
    }
  }

  /// Pages that cannot be used any more, to the administrators; one notice for the sign-in behind many.
  func tellPages() throws -> [Notice] {
    let pages = try transaction.pagesInNeed(since: now).filter { $0.state == .needsAttention }
    let people = try NoticePeople(at: [], in: transaction, now).national(.nationalAdmin)
    var notices: [Notice] = []
    let dead = Dictionary(
      grouping: pages.filter { $0.trouble?.reason.code == "trouble.connection" },
      by: \.connection)
    for (connection, pages) in dead.sorted(by: { $0.key < $1.key }) {
      guard let first = pages.first else { continue }
      notices += people.map {
        Notice(
          to: $0, .access, key: "connection:\(connection)",
          about: Notice.Subject(type: "connection", id: connection),
          Message("notice.access.connection", pages.count, first.network),
          reason: first.trouble?.reason, fix: first.trouble?.fix, at: now)
      }
    }
    for page in pages where page.trouble?.reason.code != "trouble.connection" {
      notices += people.map {
        Notice(
          to: $0, .access, key: "page:\(page.id)",
          about: Notice.Subject(type: "page", id: page.id.rawValue), store: page.store,
          Message("notice.access", page.store, page.network), reason: page.trouble?.reason,
          fix: page.trouble?.fix, at: now)
      }
    }
    return notices
  }
}

extension TroubledDelivery {
  /// What makes it one thing to tell: the newest trouble of a page stands for those before.
  var key: String { "delivery:\(post)" }

  /// What there is to tell; nil for what goes on by itself.
  var event: NoticeEvent? {
    switch state {
    case .held: .held
    case .failed: .failed
    case .missed: .missed
    // Past its end: nothing is wrong with the text.
    case .refused: trouble?.reason.code == "trouble.missed" ? .missed : .refused
    // Still public, though somebody wanted it gone.
    case .confirmed: trouble == nil ? nil : .failed
    case .staging, .releasing: .unknown
    case .ready, .staged, .published, .amending, .replacing, .discarding, .cancelled, .removing,
      .takenDown:
      nil
    }
  }

  fileprivate var roles: [Role] {
    let isStoresOwn = broadcast == nil
    return trouble?.menders(ofStoresOwn: isStoresOwn)
      ?? (isStoresOwn ? [.storeManager, .regionManager] : [.nationalBroadcaster])
  }

  fileprivate var reason: Message? { trouble?.reason ?? Message("notice.unknown.why") }

  fileprivate func notice(to person: UserID, _ event: NoticeEvent, at now: Timestamp) -> Notice {
    Notice(
      to: person, event, key: key, about: Notice.Subject(type: "post", id: post.rawValue),
      broadcast: broadcast, store: store,
      Message(
        code: "notice.\(event.rawValue)",
        arguments: [title ?? post.rawValue, store.rawValue, network.rawValue]),
      reason: reason, fix: trouble?.fix ?? Message("notice.unknown.fix"), at: now)
  }
}
