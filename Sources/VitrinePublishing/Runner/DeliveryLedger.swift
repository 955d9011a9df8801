import VitrineCore

/// Where deliveries are kept: the port through which the runner reports, and gets more to do.
///
/// The door implements it. One exchange is one transaction: it records what came back, moves
/// broadcasts on, and writes the intents of what may be sent next. Results that arrive while it
/// runs wait for the next one, so that commits are as few as the network is slow.
package protocol DeliveryLedger: Sendable {
  /// Records reports and claims at most so many calls.
  func exchange(_ reports: [DeliveryReport], capacity: Int) async throws -> DeliveryExchange

  /// Frees the work of workers that are gone.
  func reap() async throws
}

/// The right to make one call, until a time.
package struct DeliveryClaim: Sendable {
  /// The delivery, with the intent written into its state.
  package let delivery: Delivery
  /// The network.
  package let network: Network
  /// What to send.
  package let call: NetworkCall
  /// Counts claims; a result under an older fence is not taken.
  package let fence: Int64
  /// Nanoseconds of the monotonic clock after which the call must not be sent any more.
  package let deadline: UInt64

  /// Makes a claim.
  package init(
    delivery: Delivery, network: Network, call: NetworkCall, fence: Int64, deadline: UInt64
  ) {
    self.delivery = delivery
    self.network = network
    self.call = call
    self.fence = fence
    self.deadline = deadline
  }
}

/// What became of a claim.
package struct DeliveryReport: Sendable {
  /// The claim.
  package let claim: DeliveryClaim
  /// The delivery after the answer.
  package let delivery: Delivery
  /// What the answer means beyond the delivery.
  package let effects: [DeliveryEffect]
  /// The failure, if it was one.
  package let failure: NetworkFailure?
  /// What the headers said about limits.
  package let usage: [NetworkUsage]
  /// What the request says about its host; stands on its first report only, once is enough.
  package let contact: HostContact?

  /// Makes a report.
  package init(
    claim: DeliveryClaim, delivery: Delivery, effects: [DeliveryEffect],
    failure: NetworkFailure?, usage: [NetworkUsage], contact: HostContact? = nil
  ) {
    self.contact = contact
    self.claim = claim
    self.delivery = delivery
    self.effects = effects
    self.failure = failure
    self.usage = usage
  }
}

/// What an exchange gave.
package struct DeliveryExchange: Sendable {
  /// What to send now.
  package let claims: [DeliveryClaim]
  /// When to ask again, if nothing comes back before.
  package let wake: Timestamp?
  /// Whether there is nothing left to do, now or later.
  package let isDone: Bool
  /// How far each broadcast is.
  package let progress: [DeliveryProgress]
  /// The networks that answer nobody, as all workers together have found.
  package let silent: Set<Network>

  /// Makes an exchange.
  package init(
    claims: [DeliveryClaim], wake: Timestamp?, isDone: Bool, progress: [DeliveryProgress],
    silent: Set<Network> = []
  ) {
    self.silent = silent
    self.claims = claims
    self.wake = wake
    self.isDone = isDone
    self.progress = progress
  }
}

/// How far a broadcast is, or what is due of the stores' own posts, for whoever watches.
package struct DeliveryProgress: Hashable, Sendable {
  /// Which broadcast; nil for posts of stores.
  package let broadcast: BroadcastID?
  /// Where it stands.
  package let state: BroadcastState
  /// How many deliveries stand where.
  package let counts: [DeliveryState: Int]

  /// Makes a progress.
  package init(broadcast: BroadcastID?, state: BroadcastState, counts: [DeliveryState: Int]) {
    self.broadcast = broadcast
    self.state = state
    self.counts = counts
  }

  /// How many deliveries there are.
  package var total: Int { counts.values.reduce(0, +) }

  /// How many stand in one of these states.
  package func count(_ states: DeliveryState...) -> Int {
    states.reduce(0) { $0 + (counts[$1] ?? 0) }
  }
}
