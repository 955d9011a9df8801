import VitrineCore

/// A delivery as stored, with the post that it puts on its page.
package struct StoredDelivery: Hashable, Sendable {
  /// Our id of the post.
  package var post: PostID
  /// The broadcast it belongs to; nil for a post of a store's own.
  package var broadcast: BroadcastID?
  /// The store.
  package var store: StoreCode
  /// The network.
  package var network: Network
  /// The page; nil while the store has none on the network.
  package var page: PageID?
  /// Its place in the order of the target list.
  package var position: Int
  /// What is said.
  package var content: PostContent
  /// SHA-256 of what is said.
  package var digest: String
  /// The edition in which it last changed: approvals of earlier ones do not cover it.
  package var edition = 1
  /// Where it stands.
  package var state: DeliveryState
  /// The network's id of the draft, then of the post.
  package var remoteID: RemoteID?
  /// Where visitors find it.
  package var permalink: String?
  /// The network's id of the container that the post is made from.
  package var container: RemoteID?
  /// The hour with which it was handed to the network, which then publishes it by itself.
  package var timer: Timestamp?
  /// The digest of what our draft or post on the page says.
  package var shown: String?
  /// Since when visitors see what they see.
  package var shownSince: Timestamp?
  /// Whether a draft may lie on the page that is not the recorded one.
  package var isDoubtful = false
  /// Until when a lost call may still make a draft.
  package var doubtUntil: Timestamp?
  /// When the page's drafts were last listed, and none was ours but the recorded one.
  package var looked: Timestamp?
  /// When the draft was last read, and said what it should.
  package var checkedAt: Timestamp?
  /// When its last call hung while other pages were answered; nil when it did not.
  package var hungAt: Timestamp?
  /// Whether a release of the recorded draft was once left without an answer.
  package var mayHaveBeenPublic = false
  /// A draft of ours beside the recorded one.
  package var orphan: RemoteID?
  /// How often the present step was tried without a clear answer.
  package var attempts = 0
  /// How often in a row the network has said that what was asked for is missing.
  package var misses = 0
  /// The wait before the last retry, in milliseconds.
  package var lastWait: Int64 = 0
  /// When the first draft was asked for.
  package var intended: Timestamp?
  /// Since when nobody knows how the present step ended.
  package var unknownSince: Timestamp?
  /// Not to be touched before.
  package var notBefore = Timestamp(clamping: 0)
  /// Not to be public before.
  package var releaseAt = Timestamp(clamping: 0)
  /// Whether it is one of the first few.
  package var isCanary = false
  /// Why it waits for a person.
  package var trouble: Trouble?
  /// Counts claims; a result of an older claim is not taken.
  package var fence: Int64 = 0
  /// When it became public.
  package var published: Timestamp?
  /// The network's ids of the pictures that were uploaded for it.
  package var uploads: PictureUploads?
  /// Who let a store's own post go; nil for a post of a broadcast, whose launcher is known there.
  package var launchedBy: UserID?
  /// Who wrote and approved a store's own post; nil for a post of a broadcast.
  package var credit: PostCredit?
  /// A store's own post is not sent after this.
  package var validUntil: Timestamp?
  /// When the rules last looked at a store's own post before it leaves; nil until they have.
  package var reviewed: Timestamp?

  /// What a person wants of it, while its last call is still without an answer.
  package var wish: DeliveryWish?
  /// Its hour before it made room for something else; nil where it did not.
  package var movedFrom: Timestamp?
  /// For what it made room.
  package var movedBecause: Message?

  /// How long it is wanted at the top of its page; nil where it is not.
  package var pin: PinWish?

  /// Makes a new delivery.
  package init(
    post: PostID, broadcast: BroadcastID?, store: StoreCode, network: Network, page: PageID?,
    position: Int, content: PostContent, digest: String, state: DeliveryState,
    trouble: Trouble? = nil
  ) {
    self.post = post
    self.broadcast = broadcast
    self.store = store
    self.network = network
    self.page = page
    self.position = position
    self.content = content
    self.digest = digest
    self.state = state
    self.trouble = trouble
  }

  /// Reads a delivery from a row with all its columns.
  package init(row: Row) throws {
    post = PostID(try row.text("post_id"))
    broadcast = try row.optionalText("broadcast_id").map(BroadcastID.init(_:))
    store = StoreCode(try row.text("store_code"))
    network = Network(rawValue: try row.text("network"))
    page = try row.optionalText("page_id").map(PageID.init(_:))
    position = try row.int("position")
    content = PostContent(
      text: try row.text("body"), link: try row.optionalText("link"),
      media: try row.decoded("media") ?? [])
    digest = try row.text("digest")
    edition = try row.int("edition")
    state = try row.value(of: "state", as: DeliveryState.self)
    remoteID = try row.optionalText("remote_id").map(RemoteID.init(_:))
    permalink = try row.optionalText("permalink")
    container = try row.optionalText("container_id").map(RemoteID.init(_:))
    timer = try row.optionalTimestamp("timer_at")
    shown = try row.optionalText("shown_digest")
    shownSince = try row.optionalTimestamp("shown_since")
    isDoubtful = try row.bool("is_doubtful")
    doubtUntil = try row.optionalTimestamp("doubt_until")
    looked = try row.optionalTimestamp("looked_at")
    checkedAt = try row.optionalTimestamp("checked_at")
    hungAt = try row.optionalTimestamp("hung_at")
    mayHaveBeenPublic = try row.bool("may_be_public")
    orphan = try row.optionalText("orphan_id").map(RemoteID.init(_:))
    attempts = try row.int("attempts")
    misses = try row.int("misses")
    lastWait = try row.integer("last_wait")
    intended = try row.optionalTimestamp("intended_at")
    unknownSince = try row.optionalTimestamp("unknown_since")
    notBefore = try row.timestamp("not_before")
    releaseAt = try row.timestamp("release_at")
    isCanary = try row.bool("is_canary")
    trouble = try row.optionalText("trouble").map(Trouble.init(stored:))
    fence = try row.integer("fence")
    published = try row.optionalTimestamp("published_at")
    uploads = try row.decoded("uploads")
    launchedBy = try row.optionalText("launched_by").map(UserID.init(_:))
    credit = try row.decoded("credit")
    validUntil = try row.optionalTimestamp("valid_until")
    reviewed = try row.optionalTimestamp("reviewed_at")
    wish = try row.optionalText("wish").flatMap(DeliveryWish.init(rawValue:))
    movedFrom = try row.optionalTimestamp("moved_from")
    movedBecause = try row.optionalText("moved_because").map(Message.init(stored:))
    pin = try PinWish(row: row)
  }
}

extension PinWish {
  /// Reads it from the columns of its delivery; nil where no pin is wanted.
  init?(row: Row) throws {
    guard let until = try row.optionalTimestamp("pin_until") else { return nil }
    self.init(
      until: until, state: try row.value(of: "pin_state", as: PinWish.State.self),
      attempts: try row.int("pin_attempts"), notBefore: try row.timestamp("pin_after"))
  }
}

extension Trouble {
  /// The stored form: JSON of codes and arguments, rendered when somebody's language is known.
  package var stored: String {
    JSON.array([reason, fix, who].map(\.json)).text
  }

  /// Reads the stored form.
  package init(stored: String) throws {
    guard case .array(let parts) = try JSON(parsing: stored), parts.count == 3,
      let reason = Message(json: parts[0]), let fix = Message(json: parts[1]),
      let who = Message(json: parts[2])
    else { throw Fault(.corrupt, Message("storage.column.kind", "trouble"), subject: "trouble") }
    self.init(reason: reason, fix: fix, who: who)
  }
}

extension Message {
  /// The stored form: JSON of code and arguments.
  package var stored: String { json.text }

  /// Reads the stored form.
  package init(stored: String) throws {
    guard let message = Message(json: try JSON(parsing: stored)) else {
      throw Fault(.corrupt, Message("storage.column.kind", "message"), subject: "message")
    }
    self = message
  }

  /// The message as a JSON value: its code, then its arguments.
  fileprivate var json: JSON { .array([.string(code)] + arguments.map(JSON.string)) }

  fileprivate init?(json: JSON) {
    guard case .array(let parts) = json else { return nil }
    let words = parts.compactMap { part in if case .string(let text) = part { text } else { nil } }
    guard let code = words.first, words.count == parts.count else { return nil }
    self.init(code: code, arguments: Array(words.dropFirst()))
  }
}
