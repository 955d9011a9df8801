import VitrineCore

/// What happens when a text is corrected that is on its page already, as a draft or in public.
extension Delivery {
  /// Changes the public post where the network allows it; else takes it down, to post it again.
  mutating func amend(at now: Timestamp) -> NetworkCall.Step? {
    guard let remoteID else { return nil }
    guard abilities.canEdit else { return replace(at: now) }
    state = .amending
    return .edit(remoteID, content)
  }

  /// Deletes what says something earlier; a container needs no deleting, since nobody sees it.
  mutating func replace(at now: Timestamp) -> NetworkCall.Step? {
    if remoteID == nil, let container, mayHaveBeenPublic, looked == nil {
      // A release of it was lost once: it is asked before another one is made.
      state = .releasing
      looked = now
      return .read(container)
    }
    guard let remoteID else {
      forgetPost()
      return begin(at: now)
    }
    state = .replacing
    return .delete(remoteID)
  }

  /// The earlier post or draft is gone, and the present one can be made.
  mutating func takeReplaced() -> [DeliveryEffect] {
    forgetPost()
    return [.replaced]
  }

  private mutating func forgetPost() {
    remoteID = nil
    container = nil
    shown = nil
    permalink = nil
    uploads = nil
    mayHaveBeenPublic = false
    intendedAt = nil
    checkedAt = nil
    looked = nil
    attempts = 0
    lastWait = 0
    state = .ready
  }

  /// The public post says the present text; it is read back like a new one.
  mutating func takeAmended() -> [DeliveryEffect] {
    shown = digest
    state = .published
    attempts = 0
    lastWait = 0
    return [.amended]
  }

  /// The network does not change it: the earlier text stays in public, and its status says so.
  mutating func abandonAmending(_ failure: NetworkFailure) -> [DeliveryEffect] {
    if failure.kind == .missing { return hold(Trouble("vanished")) }
    guard failure.kind != .temporary else { return [] }
    state = .confirmed
    trouble = Trouble("notAmended", failure.code.map(String.init) ?? "–", failure.detail)
    return [.stopped]
  }

  /// The network does not delete it: a draft is left to be swept, and a public post stays as it is.
  mutating func abandonReplacing(_ failure: NetworkFailure) -> [DeliveryEffect] {
    guard failure.kind != .temporary else { return [] }
    guard abilities.delivery == .drafts, permalink == nil, !mayHaveBeenPublic else {
      return abandonAmending(failure)
    }
    forgetPost()
    isDoubtful = true
    return []
  }
}
