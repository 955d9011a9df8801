import Synchronization
import VitrineCore
import VitrineStorage

/// The real database as one process of the world sees it: it can fail, and every change is checked.
struct SimulatedDatabase: Database {
  let inner: NightDatabase
  let node: Node
  let leases: SimulatedLeases
  let auditor: Auditor
  let weather: Weather
  let mutant: Mutant?

  let dialect = Dialect.sqlite

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    try await node.enter()
    return try inner.read(body)
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    try await node.enter()
    let trouble = node.isWorker ? weather.database(node.world) : .none
    if trouble == .killedBefore { node.kill() }
    if trouble == .locked { throw Fault(.locked, Message("storage.locked")) }
    if node.isDead { throw Node.Killed() }
    let result = try inner.write { transaction in
      let seen = mutant.map { MutantTransaction(transaction, $0, node) } ?? transaction
      let result = try body(seen)
      try auditor.check(transaction, by: node)
      return result
    }
    if trouble == .killedAfter { node.kill() }
    if trouble == .commitUnknown { throw Fault(.unavailable, Message("storage.commitUnknown")) }
    if node.isDead { throw Node.Killed() }
    return result
  }

  func holdLease(_ name: String) async throws -> (any LeaseHold)? {
    try await node.enter()
    return leases.hold(name, node)
  }

  func isLeaseHeld(_ name: String) async throws -> Bool {
    try await node.enter()
    return leases.isHeld(name)
  }

  func wipeFreedSpace(of tables: [String]) async throws {}

  func close() async {}
}

/// Leases that die with their process, and that the world can lose on purpose.
final class SimulatedLeases: Sendable {
  private let holders = Mutex<[String: Node]>([:])

  func hold(_ name: String, _ node: Node) -> (any LeaseHold)? {
    let isFree = holders.withLock { holders in
      guard holders[name].map(\.isDead) ?? true else { return false }
      holders[name] = node
      return true
    }
    return isFree ? Hold(name: name, node: node, leases: self) : nil
  }

  func isHeld(_ name: String) -> Bool { holders.withLock { $0[name].map { !$0.isDead } ?? false } }

  /// Loses every lease of a process that lives on, as a broken connection to the server does.
  func lose(_ node: Node) {
    holders.withLock { $0 = $0.filter { $0.value !== node } }
    node.world.note("\(node.name) lost its lease")
  }

  private struct Hold: LeaseHold {
    let name: String
    let node: Node
    let leases: SimulatedLeases

    func isHeld() async -> Bool { leases.holders.withLock { $0[name] === node } }

    func release() async {
      leases.holders.withLock { if $0[name] === node { $0[name] = nil } }
    }
  }
}

/// What happens to a transaction of a worker.
enum DatabaseTrouble {
  case none, locked, killedBefore, killedAfter, commitUnknown
}
