import VitrineCore

extension Delivery {
  /// The next call, with the intent to make it written into the state; `nil` when there is none.
  ///
  /// The caller commits the new state before it sends the call: a crash in between leaves
  /// `staging` or `releasing`, which the next `begin` reconciles by reading instead of sending.
  package mutating func begin(at now: Timestamp) -> NetworkCall.Step? {
    switch state {
    case .ready:
      state = .staging
      intendedAt = intendedAt ?? now
      return .stage(content)
    case .staging:
      // A stage call whose outcome is not recorded: look for its draft before making another.
      isDoubtful = true
      return .listDrafts(since: draftsSince(now))
    case .staged:
      if let orphan { return .delete(orphan) }
      if isDoubtful { return .listDrafts(since: draftsSince(now)) }
      guard let remoteID else { return nil }
      state = .releasing
      return .release(draft: remoteID)
    case .releasing, .published:
      return remoteID.map { .read($0) }
    case .discarding:
      return remoteID.map { .delete($0) }
    case .confirmed, .held, .refused, .failed, .missed, .cancelled, .takenDown:
      return nil
    }
  }

  /// From when on a draft on the page can be ours: two minutes of clock difference before the intent.
  private func draftsSince(_ now: Timestamp) -> Timestamp {
    (intendedAt ?? now).advanced(bySeconds: -120)
  }
}
