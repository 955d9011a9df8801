import Synchronization
import VitrineCore
import VitrinePublishing
import VitrineStorage

@testable import VitrineService

/// A network in memory whose host can fall silent; it counts what is sent to it.
final class MoodyNetwork: NetworkConnector {
  private struct State {
    var isSilent = false
    var requests = 0
  }

  private let inner: FakeNetwork
  private let state = Mutex(State())

  init(_ inner: FakeNetwork) { self.inner = inner }

  var network: Network { inner.network }
  var abilities: NetworkAbilities { inner.abilities }
  var application: String? { inner.application }
  var requests: Int { state.withLock { $0.requests } }

  func fallSilent(_ isSilent: Bool) { state.withLock { $0.isSilent = isSilent } }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    let isSilent = state.withLock { state in
      state.requests += 1
      return state.isSilent
    }
    guard isSilent else { return await inner.perform(calls) }
    return calls.map { _ in
      NetworkAnswer(.refused(NetworkFailure(kind: .temporary, detail: "no connection")))
    }
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    try await inner.pages(visibleTo: userToken)
  }
}

extension Desk {
  /// The same desk with another network or other numbers.
  func with(
    _ networks: [Network: any NetworkConnector]? = nil, _ rules: DeskRules? = nil
  ) -> Desk {
    Desk(
      database: database, time: time, random: random, vault: vault, signer: nil,
      networks: networks ?? self.networks, rules: rules ?? self.rules)
  }
}

extension PageDesk {
  /// What one exchange of a worker claims, with nothing reported; the claims are then forgotten.
  func claims(
    _ capacity: Int, rates: CallRates? = nil
  ) async throws -> [(page: String, isMandatory: Bool)] {
    try await Self.letGo(desk)
    let step = ExchangeStep(
      desk: desk, worker: WorkerID("w_test"), focus: .everything, now: clock.source.now(),
      settled: [], capacity: capacity, uploadRoom: 0, isBusy: false,
      signOn: ExchangeStep.SignOn(host: "test", pid: 1), limits: ExchangeLimits(rates))
    return try await desk.database.write { transaction in
      try step.run(transaction).claimed.map {
        ($0.delivery.remotePage.rawValue, $0.stored.broadcast != nil)
      }
    }
  }

  /// Stops calls on a page, or of the whole app, for so many seconds.
  func throttle(_ page: String, seconds: Int64) async throws {
    let until = clock.source.now().advanced(bySeconds: seconds)
    try await desk.database.write { try $0.throttle(.facebook, page: page, until: until) }
  }
}
