import VitrineCore

/// What a worker looks after.
package enum DeliveryFocus: Hashable, Sendable {
  /// All broadcasts, and the posts of all stores.
  case everything
  /// One broadcast.
  case broadcast(BroadcastID)
  /// These posts and no others, as the command of a person who waits for them.
  case posts([PostID])

  /// The one broadcast; nil for everything else.
  var broadcast: BroadcastID? {
    if case .broadcast(let id) = self { id } else { nil }
  }
}

/// The rules' last look at posts of stores that are about to leave.
///
/// Called outside of any transaction at every heartbeat, before work is claimed. Nothing of a store leaves
/// without it: a post goes when `noteReviewed` has its digest, and `deliveriesToReview` says which are due.
package typealias RoutineReview = @Sendable (Desk) async throws -> Void
