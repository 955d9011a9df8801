/// Where a delivery stands; `docs/life-of-a-post.md` draws it.
package enum DeliveryState: String, CaseIterable, Codable, Sendable {
  /// May be staged when its time comes.
  case ready
  /// A draft was asked for; until an id is recorded, nobody knows whether it is there.
  case staging
  /// The draft is there and its id recorded.
  case staged
  /// The draft was asked to become public; until the answer, nobody knows whether it is.
  case releasing
  /// Public, by the recorded id.
  case published
  /// Public, and read back.
  case confirmed
  /// Public with an earlier text, which is being changed into the present one.
  case amending
  /// What we have on the page says something earlier, and is being deleted so that it can be made anew.
  case replacing
  /// Waits for a person: somebody can mend it.
  case held
  /// Breaks a rule; it will not be sent.
  case refused
  /// Cannot be sent, for a defect of ours or of the network.
  case failed
  /// Not sent in time.
  case missed
  /// Stopped; its draft is being deleted.
  case discarding
  /// Stopped.
  case cancelled
  /// Public, and being deleted because a person took it down.
  case removing
  /// Was public; we deleted it.
  case takenDown

  /// Whether nothing more will happen to it by itself.
  package var isSettled: Bool {
    switch self {
    case .ready, .staging, .staged, .releasing, .published, .amending, .replacing, .discarding,
      .removing:
      false
    case .confirmed, .held, .refused, .failed, .missed, .cancelled, .takenDown: true
    }
  }

  /// Whether it still stands before its draft is made.
  package var isBeforeStaged: Bool { self == .ready || self == .staging }

  /// The word of `status`, in which the numbers add up.
  package var publicName: PublicDeliveryState {
    switch self {
    case .ready, .staging, .staged, .releasing, .replacing: .pending
    case .published, .confirmed, .amending, .removing: .published
    case .held, .missed: .held
    case .refused: .refused
    case .failed: .failed
    case .discarding, .cancelled: .cancelled
    case .takenDown: .takenDown
    }
  }
}

/// The words of `broadcast status`, a contract: every targeted page is in exactly one of them.
package enum PublicDeliveryState: String, CaseIterable, Codable, Sendable {
  /// Visitors see it.
  case published
  /// Its text breaks a rule.
  case refused
  /// Somebody can mend it.
  case held
  /// It cannot be sent.
  case failed
  /// Nobody knows whether visitors see it.
  case unknown
  /// Still to come.
  case pending
  /// Stopped before it was public.
  case cancelled
  /// Was public, and is no more.
  case takenDown
}
