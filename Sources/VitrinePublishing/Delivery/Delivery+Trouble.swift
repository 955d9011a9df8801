import VitrineCore

extension Delivery {
  /// The network said no, and nothing happened.
  mutating func refuse(_ failure: NetworkFailure, _ setting: Setting) -> [DeliveryEffect] {
    if failure.kind == .missing, case .delete = setting.step {
      // Beside what is said to be missing another post is made only when it was never public.
      let isSure = state != .replacing || abilities.delivery == .drafts
      return isSure ? advance(.deleted, setting) : retryLater(failure, setting)
    }
    if isSpent(failure, setting.step) { return startAnew(setting) }
    if let hour = timedHour, let effects = refuseTimed(failure, hour, setting) { return effects }
    stepBack(setting.step)
    // A look at the page that was refused leaves open what the look was for.
    if state == .staging || state == .releasing { unknownSince = unknownSince ?? setting.now }
    if mayLackPictures(failure, setting) {
      uploads = nil
      return retryLater(failure, setting)
    }
    switch failure.kind {
    case .throttled:
      postpone(
        at: setting.now, atLeastSeconds: failure.waitSeconds, policy: setting.policy,
        random: setting.random)
      let seconds = max(1, failure.waitSeconds ?? 60)
      return [failure.reach == .app ? .appPaused(seconds: seconds) : .pagePaused(seconds: seconds)]
    case .temporary, .missing:
      return retryLater(failure, setting)
    case .duplicate:
      return lookForOurOwn(failure, setting)
    case .token, .permission, .person:
      return wait(for: failure, setting) + [.pageNeedsAttention(failure)]
    case .connection:
      return wait(for: failure, setting) + [.connectionDead(failure)]
    case .content where isNotThere(setting.step):
      return settle(.refused, Trouble(failure))
    case .request where isNotThere(setting.step):
      return settle(.failed, Trouble(failure))
    case .blocked, .content, .request, .unreadable:
      return stop(failure, setting)
    }
  }

  /// Nobody knows whether it happened: the state stays, and the next `begin` reads the page.
  mutating func doubt(_ failure: NetworkFailure, _ setting: Setting) -> [DeliveryEffect] {
    unknownSince = unknownSince ?? setting.now
    if state == .staging { isDoubtful = true }
    if failure.kind == .person { return wait(for: failure, setting) }
    return retryLater(failure, setting)
  }

  /// Whether the page let the call hang while others were answered; an answer says that it does not.
  mutating func note(isHung: Bool, isSilent: Bool, at now: Timestamp) {
    if isHung { hungAt = now } else if !isSilent { hungAt = nil }
  }

  /// A no that trying again will not change: a person must look, unless it may be public already.
  mutating func stop(_ failure: NetworkFailure, _ setting: Setting) -> [DeliveryEffect] {
    switch state {
    case .releasing:
      unknownSince = unknownSince ?? setting.now
      trouble = Trouble(failure)
      return retryLater(failure, setting)
    case .published, .discarding, .removing, .amending, .replacing:
      return retryLater(failure, setting)
    default:
      return hold(Trouble(failure))
    }
  }

  /// Said to repeat an earlier post, which is probably our own: read the page before judging.
  private mutating func lookForOurOwn(_ failure: NetworkFailure, _ setting: Setting)
    -> [DeliveryEffect]
  {
    switch setting.step {
    case .release where state == .staged, .publish where state == .staged:
      // Read between any two of these: by now it is known not to be public.
      guard attempts + 1 < setting.policy.attempts else { return hold(Trouble(failure)) }
      state = .releasing
    case .stage where state == .ready && isDoubtful: state = .staging
    default: return stop(failure, setting)
    }
    unknownSince = unknownSince ?? setting.now
    return retryLater(failure, setting)
  }

  /// Whether nothing of it is on the page after a call that was refused.
  private func isNotThere(_ step: NetworkCall.Step) -> Bool {
    if case .publish = step { return state == .staged }
    return state == .ready
  }

  /// Whether the container is of no use any more: nothing was published of it, and another is made.
  private func isSpent(_ failure: NetworkFailure, _ step: NetworkCall.Step) -> Bool {
    // That it has expired or failed, its own status says, without an error code. An error that calls it
    // missing says less: where it may have been published, a person looks.
    guard abilities.delivery == .containers, failure.kind == .missing,
      failure.code == nil || !mayHaveBeenPublic
    else { return false }
    switch step {
    case .release: return true
    case .read(let id): return state == .releasing && id == container
    default: return false
    }
  }

  private mutating func startAnew(_ setting: Setting) -> [DeliveryEffect] {
    container = nil
    shown = nil
    unknownSince = nil
    mayHaveBeenPublic = false
    state = .ready
    let failure = NetworkFailure(kind: .temporary, detail: "the container is gone")
    return retryLater(failure, setting)
  }

  /// Holds it for the person who mends the page, unless there is nothing to hold back any more.
  ///
  /// What may be public stays where it is, to be read again once the page is mended; `status` says
  /// unknown. A release that was answered needs no page to be true. A draft to be deleted stays to be
  /// deleted.
  private mutating func wait(for failure: NetworkFailure, _ setting: Setting) -> [DeliveryEffect] {
    switch state {
    case .published:
      state = .confirmed
    case .releasing:
      trouble = Trouble(failure)
      unknownSince = unknownSince ?? setting.now
      notBefore = setting.now.advanced(byMilliseconds: setting.policy.retryCap)
    case .discarding:
      notBefore = setting.now.advanced(byMilliseconds: setting.policy.retryCap)
    case .removing, .amending, .replacing:
      // Visitors see it until somebody has mended the page: its status says why.
      trouble = Trouble(failure)
      notBefore = setting.now.advanced(byMilliseconds: setting.policy.retryCap)
    default:
      return hold(Trouble(failure))
    }
    return []
  }

  /// Stops and waits for a person; the recorded draft stays known.
  mutating func hold(_ trouble: Trouble) -> [DeliveryEffect] { settle(.held, trouble) }

  private mutating func settle(_ end: DeliveryState, _ trouble: Trouble) -> [DeliveryEffect] {
    state = end
    if timer != nil { container = nil }
    timer = nil
    // Who tries again begins anew.
    misses = 0
    self.trouble = trouble
    return [.stopped]
  }

  /// A refused call had no effect, so the intent is taken back; a refused read changes nothing.
  private mutating func stepBack(_ step: NetworkCall.Step) {
    switch step {
    case .stage where state == .staging: state = .ready
    case .schedule where state == .releasing:
      state = .ready
      timer = nil
    case .release where state == .releasing, .publish where state == .releasing:
      state = .staged
    default: break
    }
  }

  /// Tries again later; gives up where that is safe, and never while the post may be public.
  mutating func retryLater(_ failure: NetworkFailure, _ setting: Setting)
    -> [DeliveryEffect]
  {
    attempts = min(attempts + 1, 1_000)
    postpone(
      at: setting.now, atLeastSeconds: failure.waitSeconds, policy: setting.policy,
      random: setting.random)
    misses = failure.kind == .missing ? min(misses + 1, 1_000) : 0
    let mostMisses = min(Self.believedMisses, setting.policy.attempts)
    let isGone = misses >= mostMisses
    switch state {
    case .releasing: return isGone ? hold(Trouble(failure)) : []
    case .published: return isGone ? hold(Trouble("vanished")) : endReadingBack(setting.policy)
    default: break
    }
    let limit = failure.kind == .missing ? mostMisses : setting.policy.attempts
    guard attempts >= limit else { return [] }
    switch state {
    case .discarding:
      return abandonDraft(failure)
    case .removing:
      return abandonRemoval(failure)
    case .amending:
      return abandonAmending(failure)
    case .replacing:
      return abandonReplacing(failure)
    default:
      return hold(Trouble(failure))
    }
  }

  /// How often a network has to say that something is missing; in a row, where it is public or may be.
  ///
  /// What lags says it once or twice between answers that get lost, and whoever then sends the post again has it
  /// twice.
  private static let believedMisses = 4

  /// Reads a public post again, until there have been as many tries as there may be.
  private mutating func endReadingBack(_ policy: DeliveryPolicy) -> [DeliveryEffect] {
    guard attempts >= policy.attempts else { return [] }
    // Public without an id: a person finds it, and adopts it.
    guard remoteID != nil else { return hold(Trouble("unclear")) }
    // The release was answered; only the reading back did not succeed.
    state = .confirmed
    return []
  }

  /// A draft that the network will not delete stays, and the receipt says so; passing trouble passes.
  private mutating func abandonDraft(_ failure: NetworkFailure) -> [DeliveryEffect] {
    guard failure.kind != .temporary else { return [] }
    state = endOfDiscarding
    isDoubtful = true
    return [.stopped]
  }

  /// A post that the network will not delete is still public, and says so; passing trouble passes.
  private mutating func abandonRemoval(_ failure: NetworkFailure) -> [DeliveryEffect] {
    guard failure.kind != .temporary else { return [] }
    state = .confirmed
    trouble = Trouble("notRemoved", failure.code.map(String.init) ?? "–", failure.detail)
    return [.stopped]
  }
}
