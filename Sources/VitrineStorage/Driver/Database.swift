/// A desk's database: transactions, and leases that die with their process.
///
/// A body runs off the cooperative pool, to its end even when its task is cancelled, so that a step
/// in hand is never half recorded. Bodies do arithmetic and SQL only: no files, no network, no
/// rendering, since other writers wait for them. On PostgreSQL a body may run more than once (after
/// a deadlock), so it changes nothing but the transaction.
package protocol Database: Sendable {
  /// Which of the two databases it is.
  var dialect: Dialect { get }

  /// Runs a body on one consistent snapshot; a statement that writes fails with `internal`.
  func read<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T

  /// Runs a body that may write: when this returns, everything is on disk; when it throws, nothing.
  ///
  /// SQLite lets one writer in at a time. On PostgreSQL statements see what others have committed
  /// (READ COMMITTED), so a body locks the row that it decides on first, with `dialect.forUpdate`.
  /// `Fault(.locked)` after the busy timeout. One failure leaves the outcome open: the connection to
  /// PostgreSQL breaking during the commit, which is `unavailable` with `storage.commitUnknown`.
  @discardableResult
  func write<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T

  /// Takes the lease of that name, or returns `nil` while somebody alive holds it, us included.
  func holdLease(_ name: String) async throws -> (any LeaseHold)?

  /// Whether somebody alive holds the lease, us included; looking does not disturb anybody.
  func isLeaseHeld(_ name: String) async throws -> Bool

  /// Wipes what deleted and updated rows of these tables left behind in the store's files.
  ///
  /// SQLite overwrites freed bytes at once and only has to empty its write-ahead log, which needs
  /// every reader to be done (`locked` otherwise); PostgreSQL rewrites each table, which is then
  /// locked for as long, and first waits until no older transaction runs (`locked` after seconds).
  /// Copies outside (backups, replicas' logs) are not reached.
  func wipeFreedSpace(of tables: [String]) async throws

  /// Ends all connections; what runs is finished first, what comes later fails.
  func close() async
}
