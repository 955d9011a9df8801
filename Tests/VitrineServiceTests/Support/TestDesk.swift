import Foundation
import Synchronization
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A desk for tests: a real database, a clock that is set by hand, random bytes from a seed.
struct TestDesk {
  let door: Door
  let admin: UserID
  let adminToken: Secret
  let clock: HandClock

  var desk: Desk { door.desk }

  static func make(
    _ driver: DriverUnderTest = .sqlite, networks: [Network: any NetworkConnector] = [:],
    canary: Int = 0, stepUpMinutes: Int = 0, urgentMessages: Set<String> = [],
    quietMinutes: Int = 0, postsPerDay: Int = 0, clock: HandClock = HandClock(),
    vault: Vault = Vault(keys: [1: [UInt8](repeating: 9, count: 32)]),
    content: ContentPort = .none, calendars: CalendarPort = .none
  ) async throws -> TestDesk {
    let database = try await Databases.open(
      try await driver.freshLocation(), base: try TemporaryFolder.url())
    try await database.migrate(Schema.migrations)
    let generator = Mutex(SeededGenerator(seed: 7))
    let random = RandomSource { count in
      generator.withLock { generator in
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      }
    }
    let desk = Desk(
      database: database, time: clock.source, random: random,
      vault: vault, signer: nil, networks: networks,
      rules: DeskRules(
        approvals: 2, urgentApprovals: 1, milliPostsPerSecond: nil, canary: canary,
        stepUpMinutes: stepUpMinutes, quietMinutes: quietMinutes, postsPerDay: postsPerDay,
        limits: NetworkLimits([:])),
      urgentMessages: { urgentMessages }, content: content, calendars: calendars)
    let made = try await Initialise(name: "Admin").run(desk)
    return TestDesk(door: Door(desk), admin: made.admin, adminToken: made.token, clock: clock)
  }

  /// A person with a role everywhere, signed in.
  func person(_ name: String, _ role: Role, scope: Scope = .all) async throws
    -> (id: UserID, token: Secret)
  {
    let made = try await door.perform(CreateUser(name: name, email: nil), as: adminToken)
    let login = try await Enrol(code: Secret(made.enrolment)).run(desk)
    _ = try await door.perform(
      CreateGrant(user: made.id, role: role, scope: scope, until: nil, reason: "test"),
      as: adminToken)
    return (made.id, login.token)
  }

  /// How many records the log holds.
  func logSize() async throws -> Int {
    try await desk.database.read { try $0.auditHead().size }
  }
}

/// A clock that moves when it is told to.
final class HandClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_800_000_000_000)

  func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }

  var source: TimeSource {
    TimeSource(
      now: { [self] in Timestamp(clamping: milliseconds.withLock { $0 }) },
      monotonic: { [self] in UInt64(milliseconds.withLock { $0 }) * 1_000_000 },
      sleep: { [self] wait in milliseconds.withLock { $0 += wait } })
  }
}
