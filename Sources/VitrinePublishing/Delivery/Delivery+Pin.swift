import VitrineCore

/// A post at the top of its page until a date.
///
/// Both calls say how it should be, so that either may be repeated, and an answer that never came asks for
/// another try. Whatever comes of it, the delivery stays where it is: what a pin learns stands in `pin` alone.
extension Delivery {
  /// The call by which a settled post is pinned, or not any more; nil while neither is due.
  mutating func beginPin(at now: Timestamp) -> NetworkCall.Step? {
    guard state == .confirmed, abilities.canPin, let remoteID else { return nil }
    guard let isPinned = pin?.isDue(at: now) else { return nil }
    if isPinned { pin?.state = .pinning }
    return .pin(remoteID, isPinned: isPinned)
  }

  /// Takes in what came of such a call.
  mutating func takePin(
    _ outcome: NetworkAnswer.Outcome, isPinned: Bool, _ setting: Setting
  ) -> [DeliveryEffect] {
    switch outcome {
    case .pinned:
      settlePin(isPinned ? .pinned : .ended)
      return []
    case .refused(let failure):
      // Nothing happened; of an earlier try nobody may know, and then it stays as asked for.
      if isPinned, pin?.attempts == 0 { pin?.state = .wanted }
      return refusePin(failure, isPinned: isPinned, setting)
    case .unknown(let failure):
      retryPin(failure, isPinned: isPinned, setting)
      return []
    default:
      giveUpPin(isPinned: isPinned)
      return []
    }
  }

  /// What became public is not pinned, whatever was there before it.
  mutating func forgetPin() {
    guard pin?.state != .wanted else { return }
    settlePin(.wanted)
  }

  private mutating func settlePin(_ state: PinWish.State) {
    pin?.state = state
    pin?.attempts = 0
    pin?.notBefore = Timestamp(clamping: 0)
  }

  private mutating func refusePin(
    _ failure: NetworkFailure, isPinned: Bool, _ setting: Setting
  ) -> [DeliveryEffect] {
    switch failure.kind {
    case .missing:
      // What is gone is at the top of no page.
      settlePin(isPinned ? .refused : .ended)
    case .permission, .content, .request, .duplicate:
      giveUpPin(isPinned: isPinned)
    case .throttled:
      postponePin(failure, setting)
      let seconds = max(1, failure.waitSeconds ?? 60)
      return [failure.reach == .app ? .appPaused(seconds: seconds) : .pagePaused(seconds: seconds)]
    case .token, .person:
      postponePin(failure, setting)
      return [.pageNeedsAttention(failure)]
    case .connection:
      postponePin(failure, setting)
      return [.connectionDead(failure)]
    case .temporary, .blocked, .unreadable:
      retryPin(failure, isPinned: isPinned, setting)
    }
    return []
  }

  /// Ends it as refused, or as one that stays.
  ///
  /// One of several tries may have been carried out without an answer: what was tried before is taken off once
  /// its time is over, which the count of attempts says.
  private mutating func giveUpPin(isPinned: Bool) {
    let wasTried = (pin?.attempts ?? 0) > 0
    settlePin(isPinned ? .refused : .stuck)
    if isPinned, wasTried { pin?.attempts = 1 }
  }

  /// Tries again later, and after enough attempts no more; taking off gets twice as many.
  private mutating func retryPin(
    _ failure: NetworkFailure, isPinned: Bool, _ setting: Setting
  ) {
    postponePin(failure, setting)
    let attempts = min((pin?.attempts ?? 0) + 1, 1_000)
    pin?.attempts = attempts
    let tries = isPinned ? attempts : attempts / 2
    if tries >= setting.policy.attempts { giveUpPin(isPinned: isPinned) }
  }

  /// The wait grows with each attempt, and is drawn, so that pages do not come back together.
  private mutating func postponePin(_ failure: NetworkFailure, _ setting: Setting) {
    let policy = setting.policy
    let last = policy.retryBase << Int64(min(pin?.attempts ?? 0, 20))
    let wait = setting.random.wait(from: policy.retryBase, to: policy.retryCap, after: last)
    let asked = Int64(min(max(failure.waitSeconds ?? 0, 0), 7 * 86_400)) * 1_000
    pin?.notBefore = setting.now.advanced(byMilliseconds: max(wait, asked))
  }
}
