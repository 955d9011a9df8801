import VitrineCore

extension Delivery {
  /// The next call, with the intent to make it written into the state; `nil` when there is none.
  ///
  /// The caller commits the new state before it sends the call: a crash in between leaves an intent
  /// (`staging`, `releasing`, `amending`, …), which the next `begin` reconciles. The state may have moved
  /// on without a call as well, and is committed then too. `quarantine` says for how many milliseconds a call
  /// without an answer may still be carried out, and lists may be behind.
  package mutating func begin(
    at now: Timestamp, quarantine: Int64 = 600_000
  ) -> NetworkCall.Step? {
    switch state {
    case .ready: return beginStage(at: now)
    case .staging:
      // Nobody can list containers, and one that was never published is nobody's business.
      if abilities.delivery == .containers {
        state = .ready
        return beginStage(at: now)
      }
      // A stage call whose outcome is not recorded: look for its draft before making another.
      isDoubtful = true
      doubtUntil = now.advanced(byMilliseconds: quarantine)
      looked = nil
      return .listDrafts(since: listedSince(now))
    case .staged:
      if let orphan { return .delete(orphan) }
      if isDoubtful, looked == nil {
        doubtUntil = doubtUntil ?? now.advanced(byMilliseconds: quarantine)
        return .listDrafts(since: listedSince(now))
      }
      guard isCurrent else { return replace(at: now) }
      if let remoteID, isStale(at: now) { return .read(remoteID) }
      return beginRelease(at: now)
    case .releasing:
      if let timer { return beginTimed(timer, at: now) }
      mayHaveBeenPublic = true
      return beginReading(at: now)
    case .published:
      guard isCurrent || remoteID == nil else { return amend(at: now) }
      return remoteID.map { .read($0) } ?? listPublished(at: now)
    case .amending: return remoteID.map { .edit($0, content) }
    case .discarding, .removing, .replacing:
      return remoteID.map { .delete($0) }
    case .confirmed, .refused, .cancelled, .missed, .takenDown:
      if let step = beginPin(at: now) { return step }
      // One look more, when nothing can come any more that would leave a draft behind.
      guard isDoubtful, let doubtUntil, doubtUntil <= now else { return nil }
      return orphan.map { .delete($0) } ?? .listDrafts(since: listedSince(now))
    case .held, .failed:
      return nil
    }
  }

  /// The next picture, or what the network takes before the post is public.
  private mutating func beginStage(at now: Timestamp) -> NetworkCall.Step? {
    if let picture = nextPicture(at: now) { return .upload(picture) }
    if let hour = hourToHandOver(at: now) { return handOver(hour, at: now) }
    guard abilities.delivery != .direct else {
      // Nothing can be made before its hour: with its pictures there it is as far as it gets.
      state = .staged
      return nil
    }
    state = .staging
    intendedAt = intendedAt ?? now
    return .stage(content, pictures: uploads?.ids ?? [])
  }

  /// The call by which visitors see it.
  private mutating func beginRelease(at now: Timestamp) -> NetworkCall.Step? {
    switch abilities.delivery {
    case .drafts:
      guard let remoteID else { return nil }
      state = .releasing
      return .release(draft: remoteID)
    case .containers:
      guard let container else { return nil }
      state = .releasing
      intendedAt = now
      return .release(draft: container)
    case .direct:
      // Pictures that the network may have forgotten by now are uploaded again first.
      if nextPicture(at: now) != nil {
        state = .ready
        return beginStage(at: now)
      }
      state = .releasing
      intendedAt = now
      // Sent again by a person's word, it has a quarantine of its own.
      unknownSince = nil
      looked = nil
      return .publish(content, pictures: uploads?.ids ?? [], key: "\(id).\(digest.prefix(16))")
    }
  }

  /// What tells how a release ended of which nobody knows.
  private func beginReading(at now: Timestamp) -> NetworkCall.Step? {
    switch abilities.delivery {
    case .drafts: remoteID.map { .read($0) }
    case .containers: container.map { .read($0) }
    case .direct: listPublished(at: now)
    }
  }

  /// What is public on the page since the release was meant to begin.
  private func listPublished(at now: Timestamp) -> NetworkCall.Step {
    .listPublished(since: listedSince(now), until: now.advanced(bySeconds: 120))
  }

  /// From when on something on the page can be ours: two minutes of clock difference before the intent.
  ///
  /// An intent that lies further ahead than that was written by a clock that was wrong, and nobody knows when:
  /// then the last day is looked through.
  private func listedSince(_ now: Timestamp) -> Timestamp {
    let intended = intendedAt ?? now
    let isPossible = intended <= now.advanced(bySeconds: 120)
    return isPossible ? intended.advanced(bySeconds: -120) : now.advanced(bySeconds: -86_400)
  }
}
