import VitrineCore

/// What an answer means beyond its own delivery.
package enum DeliveryEffect: Hashable, Sendable {
  /// The post is public now.
  case published
  /// The post that was public with an earlier text says the present one.
  case amended
  /// What said something earlier is deleted, and will be made anew.
  case replaced
  /// The post was public, and is deleted.
  case takenDown
  /// The delivery waits for a person, or will not be sent.
  case stopped
  /// An orphan of ours was deleted, or a draft of a cancelled delivery was.
  case discarded
  /// Nothing on this page will work until a person mends it.
  case pageNeedsAttention(NetworkFailure)
  /// Nothing with this user's token will work until a person mends it.
  case connectionDead(NetworkFailure)
  /// No call on this page before that time.
  case pagePaused(seconds: Int)
  /// No call of the app before that time.
  case appPaused(seconds: Int)
}
