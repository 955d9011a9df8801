import VitrineCore

extension Delivery {
  /// Whether it is settled, and a lost call may have left a draft on its page.
  var isSweptAfterwards: Bool {
    guard isDoubtful, doubtUntil != nil else { return false }
    switch state {
    case .confirmed, .refused, .cancelled, .missed, .takenDown: return true
    default: return false
    }
  }

  /// Takes in what the last look at a settled delivery's page found; what is settled stays settled.
  mutating func sweepAfterwards(
    _ outcome: NetworkAnswer.Outcome, _ setting: Setting
  ) -> [DeliveryEffect] {
    switch outcome {
    case .posts(let drafts):
      notBefore = setting.now
      orphan = drafts.first { isOurs($0, setting.policy) && $0.id != remoteID }?.id
      if orphan == nil {
        looked = setting.now
        forgetDoubt()
      }
      return []
    case .deleted:
      orphan = nil
      notBefore = setting.now
      return [.discarded]
    case .refused(let failure), .unknown(let failure):
      return giveUpSweeping(failure, setting)
    default:
      return giveUpSweeping(
        NetworkFailure(kind: .request, detail: "unexpected answer in \(state.rawValue)"), setting)
    }
  }

  /// Tries again later, and after enough attempts no more: then the receipt keeps saying that a draft
  /// may lie there.
  private mutating func giveUpSweeping(
    _ failure: NetworkFailure, _ setting: Setting
  ) -> [DeliveryEffect] {
    postpone(
      at: setting.now, atLeastSeconds: failure.waitSeconds, policy: setting.policy,
      random: setting.random)
    switch failure.kind {
    case .throttled:
      let seconds = max(1, failure.waitSeconds ?? 60)
      return [failure.reach == .app ? .appPaused(seconds: seconds) : .pagePaused(seconds: seconds)]
    case .token, .permission, .person: return [.pageNeedsAttention(failure)]
    case .connection: return [.connectionDead(failure)]
    default: break
    }
    attempts = min(attempts + 1, 1_000)
    if attempts >= setting.policy.attempts { doubtUntil = nil }
    return []
  }
}
