import VitrineCore

/// What there is to do for posts of stores, told by one question: what is not here is not asked for.
struct RoutineWork: Hashable, Sendable {
  /// How many of those that are due stand where.
  var counts: [DeliveryState: Int] = [:]
  /// How many have a wish of a person that could not be carried out at once.
  var wishes = 0

  /// Whether there is nothing at all.
  var isEmpty: Bool { wishes == 0 && counts.allSatisfy { $0.value == 0 } }

  /// Whether one stands in any of these states.
  func has(_ states: DeliveryState...) -> Bool { states.contains { counts[$0, default: 0] > 0 } }

  /// Whether a kind of work can find anything.
  func has(_ lane: ExchangeStep.Lane) -> Bool {
    switch lane {
    case .reconcile: has(.releasing)
    case .release: has(.staged)
    case .confirm, .confirmCurrent: has(.published)
    case .recover: has(.staging)
    case .stage: has(.ready)
    case .discard: has(.discarding)
    // What is settled is not counted: it is looked at now and then.
    case .sweep: true
    case .remove: has(.removing)
    case .amend: has(.amending)
    case .replace: has(.replacing)
    case .canary, .trial, .recheck, .pin, .unpin, .takeBack, .takeBackWished: false
    }
  }
}
