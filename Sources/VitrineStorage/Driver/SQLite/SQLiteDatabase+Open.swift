import Foundation
import GRDB
import VitrineCore

extension SQLiteDatabase {
  /// "Vtrn" in ASCII, at byte 68 of the file, by which `file` and we know whose database it is.
  static let applicationID = 0x5674_726E

  /// Opens the database in a file, and makes file and folder when they are missing.
  ///
  /// The file is made with mode 0600 and a new folder with 0700; those that exist keep theirs.
  /// `configuration` for another program's database, `io` where the place cannot be written.
  static func open(_ path: String, options: DatabaseOptions) throws -> SQLiteDatabase {
    try NewFile.make(at: path)
    let leases = try FileLeases(folder: path + ".leases")
    // Two processes that switch one new file to WAL at once can fail with SQLITE_BUSY at once,
    // whatever the timeout: they take turns.
    let turn = try leases.waitForTurn()
    defer { turn.close() }
    var configuration = Configuration()
    configuration.busyMode = .callback(patience(options.busyMilliseconds))
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      // In KiB: a broadcast to every page stays in memory; SQLite's own 2 MiB read it again and again.
      // Several connections read, and each has a cache of its own.
      let cache = database.configuration.readonly ? 4_096 : 16_384
      try database.execute(sql: "PRAGMA cache_size = -\(cache)")
      try claim(database, path)
    }
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction(requireDurability)
      return SQLiteDatabase(pool: pool, leases: leases, path: path)
    } catch {
      throw SQLiteFault.translate(error, path: path)
    }
  }

  /// Asks for a lock again every few milliseconds, for so many in all.
  ///
  /// SQLite's own waiting sleeps up to 100 ms between two tries; beside a worker that writes one
  /// transaction after the other, it can miss every gap between them for its whole five seconds.
  private static func patience(_ milliseconds: Int) -> GRDB.Database.BusyCallback {
    let pause = 3
    return { tries in
      guard tries <= milliseconds / pause else { return false }
      usleep(UInt32(pause * 1_000))
      return true
    }
  }

  /// Marks an empty file as ours and refuses a file of anybody else.
  private static func claim(_ database: GRDB.Database, _ path: String) throws {
    let present = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard present != applicationID else { return }
    let objects = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
    guard present == 0, objects == 0 else {
      throw Fault(.configuration, Message("storage.otherFile"), subject: path)
    }
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
  }

  /// Makes a commit wait for the disk, and reads it back.
  ///
  /// GRDB sets NORMAL while it opens a pool, after all that a configuration can say; a commit could
  /// then vanish at a power cut.
  private static func requireDurability(_ database: GRDB.Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
      throw Fault(.internal, Message("storage.statement", "synchronous"))
    }
  }
}
