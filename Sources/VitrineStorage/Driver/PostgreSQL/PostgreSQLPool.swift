import Synchronization
import VitrineCore

/// A few connections that take turns; who comes when all are busy waits in line.
final class PostgreSQLPool: Sendable {
  private struct State {
    var idle: [PostgreSQLConnection]
    var waiting: [CheckedContinuation<PostgreSQLConnection, Never>] = []
    var isClosed = false
  }

  private let size: Int
  private let state: Mutex<State>

  /// Makes a pool of connections that are not open yet.
  init(_ connections: [PostgreSQLConnection]) {
    size = connections.count
    state = Mutex(State(idle: connections))
  }

  /// Lends a connection to a body.
  func withConnection<T: Sendable>(
    _ body: (PostgreSQLConnection) async throws -> T
  ) async throws -> T {
    guard !state.withLock({ $0.isClosed }) else {
      throw Fault(.internal, Message("storage.closed"))
    }
    let connection = await take()
    defer { giveBack(connection) }
    return try await body(connection)
  }

  /// Ends each connection once it is free.
  func close() async {
    let isFirst = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    guard isFirst else { return }
    for _ in 0..<size { await take().end() }
  }

  private func take() async -> PostgreSQLConnection {
    await withCheckedContinuation { continuation in
      let free = state.withLock { state -> PostgreSQLConnection? in
        // The last used first: its statements are warm, and the others may stay unopened.
        if let free = state.idle.popLast() { return free }
        state.waiting.append(continuation)
        return nil
      }
      if let free { continuation.resume(returning: free) }
    }
  }

  private func giveBack(_ connection: PostgreSQLConnection) {
    let next = state.withLock { state -> CheckedContinuation<PostgreSQLConnection, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.idle.append(connection)
      return nil
    }
    next?.resume(returning: connection)
  }
}
