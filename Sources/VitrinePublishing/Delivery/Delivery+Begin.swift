import VitrineCore

extension Delivery {
  /// The next call, with the intent to make it written into the state; `nil` when there is none.
  ///
  /// The caller commits the new state before it sends the call: a crash in between leaves
  /// `staging` or `releasing`, which the next `begin` reconciles by reading instead of sending.
  /// `quarantine` says for how many milliseconds a call without an answer may still be carried out,
  /// and lists may be behind.
  package mutating func begin(
    at now: Timestamp, quarantine: Int64 = 600_000
  ) -> NetworkCall.Step? {
    switch state {
    case .ready:
      if let picture = nextPicture(at: now) { return .upload(picture) }
      state = .staging
      intendedAt = intendedAt ?? now
      return .stage(content, pictures: uploads?.ids ?? [])
    case .staging:
      // A stage call whose outcome is not recorded: look for its draft before making another.
      isDoubtful = true
      doubtUntil = now.advanced(byMilliseconds: quarantine)
      looked = nil
      return .listDrafts(since: draftsSince(now))
    case .staged:
      if let orphan { return .delete(orphan) }
      if isDoubtful, looked == nil {
        doubtUntil = doubtUntil ?? now.advanced(byMilliseconds: quarantine)
        return .listDrafts(since: draftsSince(now))
      }
      guard let remoteID else { return nil }
      state = .releasing
      return .release(draft: remoteID)
    case .releasing:
      mayHaveBeenPublic = true
      return remoteID.map { .read($0) }
    case .published:
      return remoteID.map { .read($0) }
    case .discarding, .removing:
      return remoteID.map { .delete($0) }
    case .confirmed, .refused, .cancelled, .missed, .takenDown:
      // One look more, when nothing can come any more that would leave a draft behind.
      guard isDoubtful, let doubtUntil, doubtUntil <= now else { return nil }
      return orphan.map { .delete($0) } ?? .listDrafts(since: draftsSince(now))
    case .held, .failed:
      return nil
    }
  }

  /// From when on a draft on the page can be ours: two minutes of clock difference before the intent.
  private func draftsSince(_ now: Timestamp) -> Timestamp {
    (intendedAt ?? now).advanced(bySeconds: -120)
  }
}
