import GRDB
import VitrineCore

/// A desk's database in a file: GRDB's pool of one writer and several readers, in WAL mode.
struct SQLiteDatabase: Database {
  let dialect = Dialect.sqlite
  private let pool: DatabasePool
  private let leases: FileLeases
  private let path: String

  /// Wraps a pool that has been opened and checked.
  init(pool: DatabasePool, leases: FileLeases, path: String) {
    self.pool = pool
    self.leases = leases
    self.path = path
  }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      pool.asyncRead { database in
        continuation.resume(
          with: Result { try SQLiteTransaction.read(database.get(), body) }
            .mapError { SQLiteFault.translate($0, reading: true, path: path) })
      }
    }
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        continuation.resume(
          with: Result { try SQLiteTransaction.write(database, body) }
            .mapError { SQLiteFault.translate($0, path: path) })
      }
    }
  }

  func holdLease(_ name: String) async throws -> (any LeaseHold)? {
    try await Blocking.run { try leases.hold(name) }
  }

  func isLeaseHeld(_ name: String) async throws -> Bool {
    try await Blocking.run { try leases.isHeld(name) }
  }

  /// Moves the whole write-ahead log into the file and cuts it to nothing; `secure_delete` has
  /// overwritten the freed bytes already.
  func wipeFreedSpace(of tables: [String]) async throws {
    try await withCheckedThrowingContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        continuation.resume(
          with: Result { try Self.truncateLog(database) }
            .mapError { SQLiteFault.translate($0, path: path) })
      }
    }
  }

  func close() async {
    let pool = pool
    // Fails only when it is closed already.
    try? await Blocking.run { try pool.close() }
  }

  private static func truncateLog(_ database: GRDB.Database) throws {
    let busy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    guard busy == 0 else { throw Fault(.locked, Message("storage.locked")) }
  }
}
