import VitrineCore

/// What a network's report of a budget means for further calls.
package enum UsageLevel: String, CaseIterable, Sendable {
  /// Room for everything.
  case free
  /// From 60 %: calls go half as fast.
  case eased
  /// From 80 %: only what is to stop and what is mandatory.
  case urgent
  /// From 95 %: nothing, as `NetworkUsage.pause` says for how long.
  case stopped

  /// Reads a percentage.
  package init(percent: Int) {
    self =
      switch percent {
      case ..<Self.easedFrom: .free
      case ..<Self.urgentFrom: .eased
      case ..<95: .urgent
      default: .stopped
      }
  }

  /// From which percentage on calls go half as fast.
  package static let easedFrom = 60
  /// From which percentage on routine waits.
  package static let urgentFrom = 80
  /// For how long a report counts, in milliseconds.
  ///
  /// The budgets are of a rolling window, so that what an old report said is not true any more. From 95 %
  /// it counts for the pause that it asks for: then one call has to find out how things stand.
  package static func lifetime(of usage: NetworkUsage) -> Int64 {
    if let pause = usage.pause { return Int64(pause.seconds) * 1000 }
    return usage.percent >= urgentFrom ? 600_000 : 3_600_000
  }

  /// Whether calls of a priority may be made.
  package func allows(_ priority: CallPriority) -> Bool {
    switch self {
    case .free, .eased: true
    case .urgent: priority <= .mandatory
    case .stopped: false
    }
  }

  /// How many times the usual time passes between two calls.
  package var slowness: Int64 { self == .free ? 1 : 2 }
}
