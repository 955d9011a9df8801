import VitrineCore

extension Delivery {
  /// The network said no, and nothing happened.
  mutating func refuse(_ failure: NetworkFailure, _ setting: Setting) -> [DeliveryEffect] {
    stepBack(setting.step)
    switch failure.kind {
    case .throttled:
      postpone(
        at: setting.now, atLeastSeconds: failure.waitSeconds, policy: setting.policy,
        random: setting.random)
      let seconds = max(1, failure.waitSeconds ?? 60)
      return [failure.reach == .app ? .appPaused(seconds: seconds) : .pagePaused(seconds: seconds)]
    case .temporary, .missing:
      return retryLater(failure, setting)
    case .duplicate where state == .staged:
      // Perhaps this very draft is public by now: read it before judging.
      state = .releasing
      return retryLater(failure, setting)
    case .token, .permission, .person:
      return wait(for: failure, setting) + [.pageNeedsAttention(failure)]
    case .connection:
      return wait(for: failure, setting) + [.connectionDead(failure)]
    case .content where state == .ready:
      return settle(.refused, Trouble(failure))
    case .request where state == .ready:
      return settle(.failed, Trouble(failure))
    case .blocked, .duplicate, .content, .request:
      return hold(Trouble(failure))
    }
  }

  /// Nobody knows whether it happened: the state stays, and the next `begin` reads the page.
  mutating func doubt(_ failure: NetworkFailure, _ setting: Setting) -> [DeliveryEffect] {
    unknownSince = unknownSince ?? setting.now
    if state == .staging { isDoubtful = true }
    if failure.kind == .person { return hold(Trouble(failure)) }
    return retryLater(failure, setting)
  }

  /// Holds it, unless it may be public already: then it stays where it is, to be read again once a
  /// person has mended the page, and `status` says unknown.
  private mutating func wait(for failure: NetworkFailure, _ setting: Setting) -> [DeliveryEffect] {
    guard state == .releasing || state == .published else { return hold(Trouble(failure)) }
    trouble = Trouble(failure)
    unknownSince = unknownSince ?? setting.now
    notBefore = setting.now.advanced(byMilliseconds: setting.policy.retryCap)
    return []
  }

  /// Stops and waits for a person; the recorded draft stays known.
  mutating func hold(_ trouble: Trouble) -> [DeliveryEffect] { settle(.held, trouble) }

  private mutating func settle(_ end: DeliveryState, _ trouble: Trouble) -> [DeliveryEffect] {
    state = end
    self.trouble = trouble
    return [.stopped]
  }

  /// A refused call had no effect, so the intent is taken back; a refused read changes nothing.
  private mutating func stepBack(_ step: NetworkCall.Step) {
    switch step {
    case .stage: state = .ready
    case .release: state = .staged
    case .read, .listDrafts, .listPublished, .delete, .checkToken: break
    }
  }

  /// Tries again later; gives up where that is safe, and never while the post may be public.
  private mutating func retryLater(_ failure: NetworkFailure, _ setting: Setting)
    -> [DeliveryEffect]
  {
    attempts = min(attempts + 1, 1_000)
    postpone(
      at: setting.now, atLeastSeconds: failure.waitSeconds, policy: setting.policy,
      random: setting.random)
    let limit = failure.kind == .missing ? min(4, setting.policy.attempts) : setting.policy.attempts
    guard attempts >= limit else { return [] }
    switch state {
    case .releasing:
      return failure.kind == .missing || failure.kind == .duplicate ? hold(Trouble(failure)) : []
    case .published:
      if failure.kind == .missing { return hold(Trouble("vanished")) }
      // The release was answered; only the reading back did not succeed.
      state = .confirmed
      return []
    case .discarding:
      return []
    default:
      return hold(Trouble(failure))
    }
  }
}
