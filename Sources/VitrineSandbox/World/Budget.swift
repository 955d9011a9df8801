/// The calls that a page or an account has answered, and what currently stops it.
struct Budget: Sendable {
  var callsInWindow = 0
  var windowEnds = Instant(milliseconds: .min)
  var throttle: Throttle?
  var blockedUntil = Instant(milliseconds: .min)

  /// Whose budget a call counts against.
  struct Holder: Sendable, Equatable {
    let page: Int
    let network: SandboxNetwork
  }
}

/// A stretch of time in which every call is refused.
struct Throttle: Sendable {
  var error: GraphError
  var until: Instant
  /// What the usage header claims instead of the time that is left.
  var claimedMinutes: Int?

  /// Whole minutes until access comes back, rounded up, as the usage header gives them.
  func minutesLeft(at now: Instant) -> Int {
    if let claimedMinutes { return claimedMinutes }
    return Int(max(0, until.milliseconds - now.milliseconds) + 59_999) / 60_000
  }
}

extension World {
  /// The budget of a page or of its account: the network counts them apart.
  subscript(budget holder: Budget.Holder) -> Budget {
    get {
      switch holder.network {
      case .facebook: pages[holder.page].budget
      case .instagram: pages[holder.page].instagram.budget
      }
    }
    set {
      switch holder.network {
      case .facebook: pages[holder.page].budget = newValue
      case .instagram: pages[holder.page].instagram.budget = newValue
      }
    }
  }

  /// The network's id of whatever holds a budget.
  func id(of holder: Budget.Holder) -> String {
    switch holder.network {
    case .facebook: pages[holder.page].id
    case .instagram: pages[holder.page].instagram.id
    }
  }
}
