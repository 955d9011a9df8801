/// A post in any state; deleted ones stay, so that the truth can be told afterwards.
struct Post: Sendable, Equatable {
  enum State: String, Sendable {
    /// A draft that the page's staff can see.
    case draft
    /// Unpublished without being a draft: for advertisements only.
    case dark
    case scheduled
    case published
    case deleted
  }

  let number: UInt64
  let page: Int
  var state: State
  var message: String
  var link: String?
  var photos: [UInt64] = []
  /// Made by the sandbox's own app; otherwise somebody posted by hand.
  var isOurs: Bool
  var created: Instant
  var updated: Instant
  var scheduled: Instant?
  var isHidden = false
  /// Whether it is at the top of its page.
  var isPinned = false
  /// Whether the post was ever visible, which survives its deletion.
  var wasPublished = false
  var comments: [Comment] = []
  /// Until then lists do not know the post yet.
  var listedFrom = Instant(milliseconds: .min)
  /// Where it is: a post of Instagram is in no list of the page.
  var network = SandboxNetwork.facebook

  var isUnpublished: Bool { state == .draft || state == .dark || state == .scheduled }

  struct Comment: Sendable, Equatable {
    let number: UInt64
    var message: String
    var created: Instant
    var isDeleted = false
  }
}

/// A photo that was uploaded or named by its address.
struct Photo: Sendable, Equatable {
  let number: UInt64
  let page: Int
  var caption: String
  var alternativeText: String?
  /// Where the network would have fetched it from; the sandbox fetches nothing.
  var url: String?
  /// The SHA-256 of uploaded bytes.
  var blob: String?
  var created: Instant
  var isPublished: Bool
  var isDeleted = false
  /// The post that shows the photo.
  var post: UInt64?
  /// Whether it is a picture of Instagram, which is in none of the page's albums.
  var isOnInstagram = false
}

/// The bytes of an uploaded picture, kept once however many pages show it.
struct Blob: Sendable, Equatable {
  var contentType: String
  var bytes: [UInt8]
}
