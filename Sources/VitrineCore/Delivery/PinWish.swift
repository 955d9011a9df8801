/// How long a post is wanted at the top of its page, and how far that is.
///
/// It stands beside the delivery and never moves it: a post that cannot be pinned is published all the same.
package struct PinWish: Hashable, Sendable {
  /// Where a pin stands.
  package enum State: String, CaseIterable, Codable, Sendable {
    /// It is to be pinned once it is public, and was not asked for since.
    case wanted
    /// It was asked for, and nobody knows whether it was done.
    case pinning
    /// It is at the top of its page.
    case pinned
    /// It was taken off again when its time was over.
    case ended
    /// The network does not pin it; with attempts, one of them may have been carried out unseen.
    case refused
    /// The network does not take it off again, so that it stays at the top.
    case stuck
  }

  /// The first moment at which it is not wanted there any more.
  package let until: Timestamp
  /// Where it stands.
  package var state: State
  /// How often the present call was tried in vain.
  package var attempts: Int
  /// Not to be asked for before.
  package var notBefore: Timestamp

  /// Makes a wish.
  package init(
    until: Timestamp, state: State = .wanted, attempts: Int = 0,
    notBefore: Timestamp = Timestamp(clamping: 0)
  ) {
    self.until = until
    self.state = state
    self.attempts = attempts
    self.notBefore = notBefore
  }

  /// What is to be asked of the network now: to pin it, or not to any more; nil for nothing.
  package func isDue(at now: Timestamp) -> Bool? {
    guard notBefore <= now else { return nil }
    switch state {
    case .wanted: return until > now ? true : nil
    // Asked for and never answered: it may be there, so it is taken off as well.
    case .pinning: return until > now
    case .pinned: return until > now ? nil : false
    case .refused: return attempts > 0 && until <= now ? false : nil
    case .ended, .stuck: return nil
    }
  }
}
