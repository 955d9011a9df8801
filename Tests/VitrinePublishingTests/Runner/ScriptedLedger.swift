import Synchronization
import VitrineCore
import VitrinePublishing

/// A ledger with a list of deliveries to release, which tells what it was asked.
final class ScriptedLedger: DeliveryLedger {
  struct State {
    var open: [DeliveryClaim]
    var reports: [DeliveryReport] = []
    var capacities: [Int] = []
    var reaps = 0
    var exchanges = 0
    var fails = false
  }

  struct Broken: Error {}

  let state: Mutex<State>
  /// Whether a delivery whose release was refused is handed out again.
  private let retries: Bool
  private let total: Int

  init(_ claims: [DeliveryClaim], retries: Bool = false) {
    state = Mutex(State(open: claims))
    self.retries = retries
    total = claims.count
  }

  func exchange(_ reports: [DeliveryReport], capacity: Int) async throws -> DeliveryExchange {
    try state.withLock { state in
      if state.fails { throw Broken() }
      state.exchanges += 1
      state.reports += reports
      state.capacities.append(capacity)
      if retries {
        state.open += reports.filter { $0.failure != nil }.map(\.claim)
      }
      let claims = Array(state.open.prefix(max(0, capacity)))
      state.open.removeFirst(claims.count)
      let published = state.reports.count { $0.delivery.state == .published }
      return DeliveryExchange(
        claims: claims, wake: nil, isDone: published == total,
        progress: [
          DeliveryProgress(
            broadcast: "b_1", state: .releasing,
            counts: [.published: published, .staged: total - published])
        ])
    }
  }

  func reap() async throws { state.withLock { $0.reaps += 1 } }
}

extension DeliveryClaim {
  /// The right to release the draft of page `number`.
  static func release(
    _ number: Int, deadline: UInt64 = .max, network: Network = .facebook
  ) -> DeliveryClaim {
    let id = RemoteID("\(number)_1")
    var delivery = Delivery(
      id: PostID("p_\(number)"), page: PageID("pg_\(number)"), remotePage: RemoteID("\(number)"),
      content: .sample, digest: "d1", abilities: NetworkAbilities(.drafts, batchSize: 50),
      state: .staged, remoteID: id)
    _ = delivery.begin(at: .noon)
    return DeliveryClaim(
      delivery: delivery, network: network,
      call: NetworkCall(
        page: delivery.remotePage, token: Secret("t"), step: .release(draft: id)),
      fence: 1, deadline: deadline)
  }

  /// The right to upload a picture for page `number`.
  static func upload(_ number: Int, bytes: [UInt8]? = [1]) -> DeliveryClaim {
    var delivery = Delivery(
      id: PostID("p_\(number)"), page: PageID("pg_\(number)"), remotePage: RemoteID("\(number)"),
      content: .illustrated, digest: "d1",
      abilities: NetworkAbilities(.drafts, batchSize: 50))
    let step = delivery.begin(at: .noon) ?? .checkToken
    return DeliveryClaim(
      delivery: delivery, network: .facebook,
      call: NetworkCall(
        page: delivery.remotePage, token: Secret("t"), step: step, bytes: bytes),
      fence: 1, deadline: .max)
  }
}
