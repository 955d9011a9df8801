import VitrineCore

extension Delivery {
  /// Takes in the network's answer to a call that `begin` gave.
  ///
  /// A delivery that waits for nothing is not changed by an answer, whoever brings it. `watched` says for how many
  /// milliseconds the caller has known that its call may be lost, by a clock that nobody can set.
  package mutating func handle(
    _ outcome: NetworkAnswer.Outcome, to step: NetworkCall.Step, at now: Timestamp,
    policy: DeliveryPolicy, random: RandomSource, watched: Int64 = .max
  ) -> [DeliveryEffect] {
    let setting = Setting(
      step: step, now: now, policy: policy, random: random, watched: watched)
    if step.isUpload { return takeUpload(outcome, setting) }
    if case .pin(_, let isPinned) = step {
      return takePin(outcome, isPinned: isPinned, setting)
    }
    if isSweptAfterwards { return sweepAfterwards(outcome, setting) }
    guard state != .ready, !state.isSettled else { return [] }
    switch outcome {
    case .refused(let failure): return refuse(failure, setting)
    case .unknown(let failure): return doubt(failure, setting)
    default:
      // A list in which a post is not yet does not say what became of it.
      if !setting.isListOfPublished { unknownSince = nil }
      // Of a draft that is being deleted, the trouble says why.
      if state != .discarding { trouble = nil }
      misses = 0
      notBefore = now
      return advance(outcome, setting)
    }
  }

  /// What every reaction needs besides the answer.
  struct Setting {
    let step: NetworkCall.Step
    let now: Timestamp
    let policy: DeliveryPolicy
    let random: RandomSource
    let watched: Int64

    /// Whether the answer is a list of what is public, or will be by itself.
    var isListOfPublished: Bool {
      switch step {
      case .listPublished, .listScheduled: true
      default: false
      }
    }
  }

  /// A clear answer.
  mutating func advance(_ outcome: NetworkAnswer.Outcome, _ setting: Setting)
    -> [DeliveryEffect]
  {
    if let hour = timedHour { return advanceTimed(hour, outcome, setting) }
    switch (state, outcome) {
    case (.staging, .staged(let id)):
      stage(as: id)
      return []
    case (.staging, .posts(let drafts)):
      return reconcile(drafts, setting.policy)
    case (.staged, .posts(let drafts)):
      return sweep(drafts, setting)
    case (.staged, .deleted):
      orphan = nil
      return [.discarded]
    case (.staged, .post(let post)):
      return recheck(post, setting)
    case (.releasing, .released):
      return publish()
    case (.releasing, .published(let id, let permalink)):
      return publish(as: id, permalink: permalink)
    case (.releasing, .posts(let posts)):
      return reconcile(published: posts, setting)
    case (.published, .posts(let posts)):
      return identify(posts, setting)
    case (.amending, .edited):
      return takeAmended()
    case (.replacing, .deleted):
      return takeReplaced()
    case (.releasing, .post(let post)):
      if post.isPublished { return publish() }
      // Not public: releasing by the same id again cannot make a second post.
      state = .staged
      return []
    case (.published, .post(let post)):
      return confirm(post, setting)
    case (.discarding, .deleted):
      state = endOfDiscarding
      return [.discarded]
    case (.removing, .deleted):
      state = .takenDown
      return [.takenDown]
    default:
      return stop(
        NetworkFailure(kind: .request, detail: "unexpected answer in \(state.rawValue)"), setting)
    }
  }

  private mutating func stage(as id: RemoteID) {
    if abilities.delivery == .containers {
      container = id
    } else {
      remoteID = id
      uploads = nil
    }
    shown = digest
    checkedAt = nil
    state = .staged
    attempts = 0
    lastWait = 0
  }

  mutating func publish() -> [DeliveryEffect] {
    state = .published
    forgetPin()
    // What was made in one call says what was asked; a draft keeps what it was made with.
    shown = shown ?? digest
    unknownSince = nil
    if abilities.delivery != .drafts || timer != nil { looked = nil }
    if timer != nil { container = nil }
    timer = nil
    uploads = nil
    attempts = 0
    lastWait = 0
    return [.published]
  }

  /// After an unknown stage: the oldest matching draft is ours; without one, staging again can at
  /// worst leave a draft that nobody sees.
  ///
  /// Unless it is public by now: a disk that lost what it had promised to keep took the id and the release
  /// out of the records, or somebody at the store released the draft. Then another one would be the same post twice.
  private mutating func reconcile(_ drafts: [RemotePost], _ policy: DeliveryPolicy)
    -> [DeliveryEffect]
  {
    if let post = drafts.first(where: { isPublicSinceIntent($0, policy) }) {
      stage(as: post.id)
      return publish()
    }
    let mine = drafts.filter { isOurs($0, policy) }
    let oldest = mine.min {
      ($0.created ?? .latest, $0.id.rawValue) < ($1.created ?? .latest, $1.id.rawValue)
    }
    if let oldest {
      stage(as: oldest.id)
    } else {
      state = .ready
      // Whether the lost call has taken the pictures into a draft of its own, nobody knows, and a picture
      // belongs to one post only.
      uploads = nil
    }
    return []
  }

  /// What a delivery is once its draft is deleted: cancelled, or too late.
  var endOfDiscarding: DeliveryState {
    guard trouble != nil else { return .cancelled }
    return isStoresOwn ? .missed : .refused
  }

  /// Before releasing a doubtful page: only the recorded draft may stay.
  ///
  /// An empty list is enough to go on, and not enough to be sure: until the quarantine is over, a lost
  /// call can still make a draft, and a list can lag behind. So the doubt stays, for a last look.
  private mutating func sweep(_ drafts: [RemotePost], _ setting: Setting) -> [DeliveryEffect] {
    orphan = drafts.first { isOurs($0, setting.policy) && $0.id != remoteID }?.id
    guard orphan == nil else { return [] }
    looked = setting.now
    if let doubtUntil, doubtUntil <= setting.now { forgetDoubt() }
    attempts = 0
    lastWait = 0
    return []
  }

  mutating func forgetDoubt() {
    isDoubtful = false
    doubtUntil = nil
  }

  private mutating func confirm(_ post: RemotePost, _ setting: Setting) -> [DeliveryEffect] {
    guard post.isPublished else {
      let failure = NetworkFailure(kind: .temporary, detail: "not shown as published")
      // A read can lag behind the release, which was answered; but not for ever.
      guard attempts + 1 < setting.policy.attempts else { return hold(Trouble(failure)) }
      return doubt(failure, setting)
    }
    permalink = post.permalink
    state = .confirmed
    return []
  }

  /// Whether a public post was made by this delivery since it meant to make one; networks count whole seconds.
  private func isPublicSinceIntent(_ post: RemotePost, _ policy: DeliveryPolicy) -> Bool {
    guard abilities.delivery == .drafts, let intendedAt,
      policy.application == nil || post.application == policy.application
    else { return false }
    return isOurs(post, policy, isPublished: true)
      && (post.created ?? .latest) >= intendedAt.advanced(bySeconds: -2)
  }

  /// Whether a draft (or public post) on the page was made by this delivery.
  func isOurs(
    _ draft: RemotePost, _ policy: DeliveryPolicy, isPublished: Bool = false
  ) -> Bool {
    if !isPublished, let ours = policy.application, let theirs = draft.application,
      ours != theirs
    {
      return false
    }
    return draft.isPublished == isPublished
      && PostText.normalised(draft.text ?? "") == PostText.normalised(content.text)
  }
}
