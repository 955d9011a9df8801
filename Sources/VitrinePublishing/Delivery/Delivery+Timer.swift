import VitrineCore

/// Posts that the network itself makes public at their hour.
///
/// Handing one over is a release that is carried out later: it stands in `releasing` from the call on, so that
/// whatever stops or corrects a post treats it as what may become public without us. Before its hour it is
/// touched only to find one whose making nobody knows of, or to take it back.
extension Delivery {
  /// The hour that the network has, or may have; nil for what goes another way.
  var timedHour: Timestamp? { state == .releasing ? timer : nil }

  /// The network's id of what it will make public by itself, once known.
  private var timedID: RemoteID? { remoteID ?? container }

  private var patience: Int64 { abilities.timer?.patience ?? NativeTimer.usualPatience }

  /// The hour to hand it over with; nil where it goes the network's ordinary way.
  ///
  /// What has no hour, or one that is too near, does. So does what may have a draft beside it: it is looked for
  /// before a release, and here there is none.
  func hourToHandOver(at now: Timestamp) -> Timestamp? {
    guard let needs = abilities.timer, let hour, !isDoubtful, orphan == nil,
      now.advanced(byMilliseconds: needs.notice) <= hour
    else { return nil }
    return hour
  }

  /// Hands it over; each time under another key, since what was taken back must not be given back by it.
  mutating func handOver(_ hour: Timestamp, at now: Timestamp) -> NetworkCall.Step {
    state = .releasing
    timer = hour
    intendedAt = now
    unknownSince = nil
    looked = nil
    checkedAt = nil
    return .schedule(
      content, pictures: uploads?.ids ?? [], at: hour,
      key: "\(id).\(digest.prefix(16)).\(now.milliseconds)")
  }

  /// What comes next of what was handed over: from its hour on it is looked for, before it is taken back.
  mutating func beginTimed(_ hour: Timestamp, at now: Timestamp) -> NetworkCall.Step? {
    guard now < hour else {
      mayHaveBeenPublic = true
      if let remoteID { return .read(remoteID) }
      // Without its id it may be left lying among what waits, too.
      if container == nil, attempts % 2 == 1 { return .listScheduled(at: hour) }
      // Not there long after its hour: what the network has not used is taken out of its hands.
      if let container, let looked, looked >= end(of: hour) { return .unschedule(container) }
      return .listPublished(
        since: (timerKeepsID ? intendedAt ?? hour : hour).advanced(bySeconds: -120),
        until: now.advanced(bySeconds: 120))
    }
    guard timedID != nil else { return .listScheduled(at: hour) }
    if let container, remoteID == nil { return takingBack(container, at: now) }
    // A late deletion must not meet a public post: close to the hour it is left to become public.
    guard let remoteID, now < start(of: hour) else { return nil }
    // One that somebody published by hand is not deleted; a lost deletion is simply sent again.
    let isSeen = checkedAt.map { now.milliseconds(since: $0) <= Self.freshness } ?? false
    return isSeen || looked != nil ? takingBack(remoteID, at: now) : .read(remoteID)
  }

  /// Writes down that it is being taken back: what was begun is finished, whatever is wanted by then.
  private mutating func takingBack(_ id: RemoteID, at now: Timestamp) -> NetworkCall.Step {
    looked = now
    return .unschedule(id)
  }

  /// Whether the post keeps the id under which it was handed over.
  private var timerKeepsID: Bool { abilities.delivery != .direct }

  /// From when on it is too near to its hour to be taken back safely.
  private func start(of hour: Timestamp) -> Timestamp { hour.advanced(byMilliseconds: -patience) }

  /// By when it has become public, if it does.
  private func end(of hour: Timestamp) -> Timestamp { hour.advanced(byMilliseconds: patience) }

  /// A clear answer about what was handed over.
  mutating func advanceTimed(
    _ hour: Timestamp, _ outcome: NetworkAnswer.Outcome, _ setting: Setting
  ) -> [DeliveryEffect] {
    switch (setting.step, outcome) {
    case (.schedule, .staged(let id)):
      take(id)
      return []
    case (.schedule, .published(let id, let permalink)):
      // A server that knows nothing of hours has published it at once.
      return publish(as: id, permalink: permalink)
    case (.listScheduled, .posts(let posts)): return find(in: posts, hour, setting)
    case (.listPublished, .posts(let posts)): return find(published: posts, hour, setting)
    case (.read, .post(let post)): return takeReading(post, hour, setting)
    case (.unschedule, .deleted): return takeBack()
    default:
      return stop(
        NetworkFailure(kind: .request, detail: "unexpected answer in \(state.rawValue)"), setting)
    }
  }

  private mutating func take(_ id: RemoteID) {
    if timerKeepsID { remoteID = id } else { container = id }
    shown = digest
    uploads = nil
    unknownSince = nil
    looked = nil
    checkedAt = nil
    attempts = 0
    lastWait = 0
  }

  /// Looks for what was handed over, without an answer, among what the network will publish at that hour.
  ///
  /// None there means nothing for as long as the call may still be carried out. After two looks behind that time a
  /// person decides, as in the direct way: two that are handed over are two posts.
  private mutating func find(
    in posts: [RemotePost], _ hour: Timestamp, _ setting: Setting
  ) -> [DeliveryEffect] {
    let mine = posts.filter { isOurs($0, setting.policy) }
    if let first = mine.min(by: { $0.id.rawValue < $1.id.rawValue }) {
      take(first.id)
      return []
    }
    return notThere(
      behind: (unknownSince ?? setting.now).advanced(byMilliseconds: quarantine(setting)),
      isConclusive: setting.now < start(of: hour), setting)
  }

  /// Looks for it among what is public on its page, from its hour on.
  private mutating func find(
    published posts: [RemotePost], _ hour: Timestamp, _ setting: Setting
  ) -> [DeliveryEffect] {
    let mine = posts.filter { isOurs($0, setting.policy, isPublished: true) }
    let oldest = mine.min {
      ($0.created ?? .latest, $0.id.rawValue) < ($1.created ?? .latest, $1.id.rawValue)
    }
    if let oldest { return publish(as: oldest.id, permalink: oldest.permalink) }
    guard container == nil else {
      looked = setting.now
      return retryLater(Self.notThere, setting)
    }
    let since = max(unknownSince ?? setting.now, hour)
    return notThere(
      behind: since.advanced(byMilliseconds: quarantine(setting)), isConclusive: true, setting)
  }

  private mutating func notThere(
    behind end: Timestamp, isConclusive: Bool, _ setting: Setting
  ) -> [DeliveryEffect] {
    unknownSince = unknownSince ?? setting.now
    if end <= setting.now, isConclusive {
      if let looked, looked >= end { return hold(Trouble("unclear")) }
      looked = setting.now
    }
    return retryLater(Self.notThere, setting)
  }

  private static let notThere = NetworkFailure(kind: .temporary, detail: "not on the page yet")

  private func quarantine(_ setting: Setting) -> Int64 { max(patience, setting.policy.quarantine) }

  /// Takes in what it says: public, still waiting for its hour, or left lying behind it.
  private mutating func takeReading(
    _ post: RemotePost, _ hour: Timestamp, _ setting: Setting
  ) -> [DeliveryEffect] {
    if post.isPublished {
      // What somebody wrote into it meanwhile is corrected like any public text.
      if PostText.normalised(post.text ?? "") != PostText.normalised(content.text) {
        shown = Self.foreign
      }
      return publish()
    }
    guard setting.now >= hour else {
      checkedAt = setting.now
      attempts = 0
      lastWait = 0
      return []
    }
    checkedAt = nil
    guard setting.now >= end(of: hour) else { return retryLater(Self.notThere, setting) }
    // Releasing it by its id cannot make a second post.
    timer = nil
    attempts = 0
    lastWait = 0
    state = .staged
    return []
  }

  /// It is not with the network any more, and was never public.
  private mutating func takeBack() -> [DeliveryEffect] {
    timer = nil
    remoteID = nil
    container = nil
    shown = nil
    uploads = nil
    mayHaveBeenPublic = false
    intendedAt = nil
    unknownSince = nil
    checkedAt = nil
    looked = nil
    trouble = nil
    attempts = 0
    lastWait = 0
    notBefore = Timestamp(clamping: 0)
    state = .ready
    return [.discarded]
  }

  /// It cannot be read.
  ///
  /// Before its hour that is no news, since it would only be read to be taken back. Behind it a person looks, once
  /// nothing else was said for as long as reads can be behind.
  private mutating func missed(
    _ failure: NetworkFailure, _ hour: Timestamp, _ setting: Setting
  ) -> [DeliveryEffect] {
    let since = checkedAt.flatMap { $0 >= hour ? $0 : nil } ?? setting.now
    if setting.now >= hour {
      checkedAt = since
      if since.advanced(byMilliseconds: quarantine(setting)) <= setting.now {
        return hold(Trouble(failure))
      }
    }
    unknownSince = unknownSince ?? setting.now
    return retryLater(Self.notThere, setting)
  }

  /// What a refusal means for what was, or was to be, handed over; nil where it means what it always does.
  mutating func refuseTimed(
    _ failure: NetworkFailure, _ hour: Timestamp, _ setting: Setting
  ) -> [DeliveryEffect]? {
    switch (setting.step, failure.kind) {
    case (.schedule, .content), (.schedule, .request):
      guard !mayLackPictures(failure, setting) else { return nil }
      // The ordinary way is left, and open once the hour is too near to be handed over.
      timer = nil
      state = .ready
      attempts = 0
      lastWait = 0
      notBefore = max(
        setting.now, hour.advanced(byMilliseconds: 1 - (abilities.timer?.notice ?? 0)))
      return []
    case (.unschedule, .missing), (.read, .missing):
      // Reads may be behind for a while after it was made.
      if let intendedAt,
        setting.now < intendedAt.advanced(byMilliseconds: quarantine(setting))
      {
        return retryLater(Self.notThere, setting)
      }
      guard case .unschedule = setting.step else { return missed(failure, hour, setting) }
      // An id that the post keeps is gone for good; else it may have become a post of another id.
      if timerKeepsID || setting.now < start(of: hour) { return takeBack() }
      container = nil
      looked = nil
      unknownSince = setting.now
      return retryLater(Self.notThere, setting)
    case (.unschedule, _):
      if setting.now < hour { looked = nil }
      return nil
    default: return nil
    }
  }
}
