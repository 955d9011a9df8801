import VitrineCore

/// When a post was last seen on its page, and since when it is missing or says something else.
package struct StoredSighting: Hashable, Sendable {
  /// The network's id of the post.
  package let remoteID: RemoteID
  /// The page.
  package let page: PageID
  /// Our post, or nil for one that nobody here has sent.
  package let post: PostID?
  /// When it was seen for the first time.
  package var firstSeen: Timestamp?
  /// When it was seen for the last time.
  package var lastSeen: Timestamp?
  /// Since when it is not there.
  package var firstMissing: Timestamp?
  /// Since when it says something else.
  package var firstAltered: Timestamp?
  /// SHA-256 of what it says instead.
  package var alteredDigest: String?
  /// What it says; of a stranger's post only.
  package var body: String?
  /// Where visitors found it.
  package var permalink: String?
  /// The app that made it, by the network's id.
  package var application: String?
  /// The account that made it, by the network's id.
  package var adminCreator: String?
  /// When it was made, as the network says.
  package var posted: Timestamp?

  /// Makes a sighting of a post that nobody has looked for yet.
  package init(remoteID: RemoteID, page: PageID, post: PostID?) {
    self.remoteID = remoteID
    self.page = page
    self.post = post
  }

  /// Reads a sighting from a row with all its columns.
  package init(row: Row) throws {
    remoteID = RemoteID(try row.text("remote_id"))
    page = PageID(try row.text("page_id"))
    post = try row.optionalText("post_id").map(PostID.init(_:))
    firstSeen = try row.optionalTimestamp("first_seen")
    lastSeen = try row.optionalTimestamp("last_seen")
    firstMissing = try row.optionalTimestamp("first_missing")
    firstAltered = try row.optionalTimestamp("first_altered")
    alteredDigest = try row.optionalText("altered_digest")
    body = try row.optionalText("body")
    permalink = try row.optionalText("permalink")
    application = try row.optionalText("application")
    adminCreator = try row.optionalText("admin_creator")
    posted = try row.optionalTimestamp("posted_at")
  }
}

/// A post of ours that has an id on its page, beside what was seen of it.
package struct ExpectedPost: Hashable, Sendable {
  /// Our post.
  package let post: PostID
  /// The network's id.
  package let remoteID: RemoteID
  /// The page.
  package let page: PageID
  /// The store.
  package let store: StoreCode
  /// The broadcast; nil for a store's own post.
  package let broadcast: BroadcastID?
  /// What was approved.
  package let text: String
  /// The digest of what was approved.
  package let digest: String
  /// Where its delivery stands.
  package let state: DeliveryState
  /// When it became public.
  package let published: Timestamp?
  /// When its row changed for the last time.
  package let updated: Timestamp
  /// Where visitors find it.
  package let permalink: String?
  /// What was seen of it.
  package let sighting: StoredSighting?

  /// Reads a post from a row of `expectedPosts`.
  init(row: Row) throws {
    post = PostID(try row.text("delivery_post"))
    remoteID = RemoteID(try row.text("delivery_remote"))
    page = PageID(try row.text("delivery_page"))
    store = StoreCode(try row.text("store_code"))
    broadcast = try row.optionalText("broadcast_id").map(BroadcastID.init(_:))
    text = try row.text("delivery_body")
    digest = try row.text("digest")
    state = try row.value(of: "state", as: DeliveryState.self)
    published = try row.optionalTimestamp("published_at")
    updated = try row.timestamp("updated_at")
    permalink = try row.optionalText("delivery_permalink")
    sighting = try row.optionalText("remote_id") == nil ? nil : StoredSighting(row: row)
  }
}
