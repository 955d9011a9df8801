import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// One holder at a time, and a dead one never, on either database.
@Suite(.temporaryFolder)
struct LeaseTests {
  @Test(
    arguments: DriverUnderTest.allCases,
    ["worker-1", "", "../../etc/passwd", "a/b", "été 🥐", String(repeating: "n", count: 60)])
  func `a lease has one holder until it is released`(
    _ driver: DriverUnderTest, _ name: String
  ) async throws {
    let location = try await driver.freshLocation()
    try await withDatabase(driver, at: location) { one in
      try await withDatabase(driver, at: location) { other in
        #expect(try await one.isLeaseHeld(name) == false)
        let hold = try #require(try await one.holdLease(name))
        #expect(hold.name == name)
        #expect(await hold.isHeld())
        for database in [one, other] {
          #expect(try await database.isLeaseHeld(name))
          #expect(try await database.holdLease(name) == nil)
          #expect(try await database.isLeaseHeld(name + "x") == false)
        }
        await hold.release()
        #expect(await hold.isHeld() == false)
        #expect(try await other.isLeaseHeld(name) == false)
        let next = try #require(try await other.holdLease(name))
        await hold.release()
        #expect(try await one.isLeaseHeld(name))
        await next.release()
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `of many that want a lease one gets it`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      for _ in 0..<5 {
        let holds = try await withThrowingTaskGroup(of: (any LeaseHold)?.self) { group in
          for _ in 0..<8 { group.addTask { try await database.holdLease("one") } }
          return try await group.reduce(into: [any LeaseHold]()) {
            if let hold = $1 { $0.append(hold) }
          }
        }
        #expect(holds.count == 1)
        for hold in holds { await hold.release() }
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a lease dies with its process`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [driver = driver as DriverUnderTest, location = location as String] in
      try await withDatabase(driver, at: location) { database in
        let hold = try await database.holdLease("worker")
        try #require(try await database.isLeaseHeld("worker"))
        kill(getpid(), SIGKILL)
        await hold?.release()
      }
    }
    try await withDatabase(driver, at: location) { database in
      // PostgreSQL's server notices the closed connection a moment later.
      let deadline = ContinuousClock.now + .seconds(20)
      while try await database.isLeaseHeld("worker"), ContinuousClock.now < deadline {}
      let hold = try await database.holdLease("worker")
      #expect(hold != nil)
      await hold?.release()
    }
  }
}
