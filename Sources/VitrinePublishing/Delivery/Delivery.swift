import VitrineCore

/// The work of putting one post on its page, as a value: what is known, and what comes next.
///
/// The only way in is `begin` (somebody has the lease and wants the next call) and `handle` (the
/// network answered). Both are pure, so a night of faults is a unit test.
package struct Delivery: Hashable, Sendable {
  /// Our id of the post.
  package let id: PostID
  /// The page it goes to.
  package let page: PageID
  /// The network's id of that page.
  package let remotePage: RemoteID
  /// What is said.
  package let content: PostContent
  /// The digest of what is said, as it was approved.
  package let digest: String
  /// How its network takes posts, and whether it changes public ones.
  package let abilities: NetworkAbilities
  /// Whether it is a store's own post: one that comes too late is missed, where a page of a broadcast
  /// is refused.
  package let isStoresOwn: Bool
  /// At what time it is to be public; nil where it has no hour that a network could be told.
  package let hour: Timestamp?
  /// Where it stands.
  package internal(set) var state: DeliveryState
  /// The network's id of our draft, once recorded; the published post keeps it.
  package internal(set) var remoteID: RemoteID?
  /// The network's id of the container that the post is made from, where posts have ids of their own.
  package internal(set) var container: RemoteID?
  /// The hour with which it was handed to the network, which then publishes it by itself; nil where it was not.
  package internal(set) var timer: Timestamp?
  /// The digest of what our draft or post on the page says; nil while there is none.
  package internal(set) var shown: String?
  /// The pictures that were uploaded for it and that no post shows yet.
  package internal(set) var uploads: PictureUploads?
  /// Where visitors find it.
  package internal(set) var permalink: String?
  /// Whether a draft may lie on the page that is not the recorded one.
  package internal(set) var isDoubtful: Bool
  /// Until when a call to make a draft whose answer was lost may still be carried out.
  package internal(set) var doubtUntil: Timestamp?
  /// When the page's drafts were last listed, and none was ours but the recorded one.
  package internal(set) var looked: Timestamp?
  /// When the draft was last read, and said what it should; nil since it was made.
  package internal(set) var checkedAt: Timestamp?
  /// When its last call hung while other pages were answered; nil when it did not.
  package internal(set) var hungAt: Timestamp?
  /// Whether a release of the recorded draft was once left without an answer, so that visitors may have
  /// seen it whatever is said of it later.
  package internal(set) var mayHaveBeenPublic: Bool
  /// A draft of ours beside the recorded one, to be deleted before the release.
  package internal(set) var orphan: RemoteID?
  /// How often the present step was tried without a clear answer.
  package internal(set) var attempts: Int
  /// How often in a row the network has said that what was asked for is missing.
  package internal(set) var misses: Int
  /// The wait before the last retry, in milliseconds, from which the next one is drawn.
  package internal(set) var lastWait: Int64
  /// When the first attempt to stage was made; drafts older than that are not ours.
  package internal(set) var intendedAt: Timestamp?
  /// Since when nobody knows how the present step ended.
  package internal(set) var unknownSince: Timestamp?
  /// Not to be touched before.
  package internal(set) var notBefore: Timestamp
  /// Why it waits for a person.
  package internal(set) var trouble: Trouble?
  /// How long it is wanted at the top of its page; nil where it is not.
  package internal(set) var pin: PinWish?

  /// Takes a delivery as it was stored.
  package init(
    id: PostID, page: PageID, remotePage: RemoteID, content: PostContent, digest: String,
    abilities: NetworkAbilities,
    isStoresOwn: Bool = false, state: DeliveryState = .ready, remoteID: RemoteID? = nil,
    container: RemoteID? = nil, shown: String? = nil,
    uploads: PictureUploads? = nil, permalink: String? = nil,
    isDoubtful: Bool = false, doubtUntil: Timestamp? = nil, looked: Timestamp? = nil,
    checkedAt: Timestamp? = nil, hungAt: Timestamp? = nil,
    mayHaveBeenPublic: Bool = false, orphan: RemoteID? = nil, attempts: Int = 0,
    misses: Int = 0, lastWait: Int64 = 0,
    intendedAt: Timestamp? = nil, unknownSince: Timestamp? = nil,
    notBefore: Timestamp = Timestamp(clamping: 0), trouble: Trouble? = nil,
    pin: PinWish? = nil, hour: Timestamp? = nil, timer: Timestamp? = nil
  ) {
    self.pin = pin
    self.hour = hour
    self.timer = timer
    self.id = id
    self.page = page
    self.remotePage = remotePage
    self.content = content
    self.digest = digest
    self.abilities = abilities
    self.container = container
    self.shown = shown
    self.isStoresOwn = isStoresOwn
    self.state = state
    self.remoteID = remoteID
    self.uploads = uploads
    self.permalink = permalink
    self.isDoubtful = isDoubtful
    self.doubtUntil = doubtUntil
    self.looked = looked
    self.checkedAt = checkedAt
    self.hungAt = hungAt
    self.mayHaveBeenPublic = mayHaveBeenPublic
    self.orphan = orphan
    self.attempts = attempts
    self.misses = misses
    self.lastWait = lastWait
    self.intendedAt = intendedAt
    self.unknownSince = unknownSince
    self.notBefore = notBefore
    self.trouble = trouble
  }

  /// Whether what we have on the page says what it should; nothing there says nothing wrong.
  var isCurrent: Bool { shown == nil || shown == digest }
}
