import Foundation
import Synchronization
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// Several programs on one desk, on either database.
@Suite(.temporaryFolder)
struct ConcurrencyTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `no update is lost between two programs`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    try await withDatabase(driver, at: location) { one in
      try await withDatabase(driver, at: location) { other in
        try await one.makeItems()
        try await one.write { try $0.execute("INSERT INTO item (id, parent) VALUES (0, NULL)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
          for turn in 1...100 {
            group.addTask {
              try await (turn.isMultiple(of: 2) ? one : other).write { transaction in
                let head = try transaction.row(
                  "SELECT name FROM item WHERE id = 0\(transaction.dialect.forUpdate)")
                let count = try head?.optionalText("name").flatMap { Int($0) } ?? 0
                try transaction.execute(
                  "UPDATE item SET name = ?1 WHERE id = 0", [.text("\(count + 1)")])
              }
            }
          }
          try await group.waitForAll()
        }
        let count = try await other.read { try $0.row("SELECT name FROM item")?.text("name") }
        #expect(count == "100")
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a read sees one moment, whatever is committed meanwhile`(
    _ driver: DriverUnderTest
  ) async throws {
    let location = try await driver.freshLocation()
    try await withDatabase(driver, at: location) { one in
      try await withDatabase(driver, at: location) { other in
        try await one.makeItems()
        let (before, after) = (Rendezvous(2), Rendezvous(2))
        async let counts = one.read { transaction in
          let first = try transaction.items()
          try before.lead()
          try after.lead()
          return [first, try transaction.items()]
        }
        try await other.write { transaction in
          try before.join()
          try transaction.addItem(1)
        }
        try await other.write { _ in try after.join() }
        #expect(try await counts == [0, 0])
        #expect(try await one.itemCount() == 1)
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `four reads run at once and hold no thread of the pool`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      let meeting = Rendezvous(4)
      let met = try await withThrowingTaskGroup(of: Int64.self) { group in
        for reader in 0..<4 {
          group.addTask {
            try await database.read { transaction in
              try reader == 0 ? meeting.lead() : meeting.join()
              return try transaction.row("SELECT 1 AS one")?.integer("one") ?? 0
            }
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(met == 4)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `waiting too long for a lock is said`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    let impatient = DatabaseOptions(busyTimeout: .milliseconds(50))
    try await withDatabase(driver, at: location) { one in
      try await withDatabase(driver, at: location, options: impatient) { other in
        try await one.makeItems()
        try await one.addItems(1...1)
        let (begun, done) = (Rendezvous(2), DispatchSemaphore(value: 0))
        async let holder: Void = one.write { transaction in
          try transaction.execute("UPDATE item SET name = 'held' WHERE id = 1")
          try begun.lead()
          done.wait()
        }
        try await other.read { _ in try begun.join() }
        let code = await faultCode {
          try await other.write { try $0.execute("UPDATE item SET name = 'other' WHERE id = 1") }
        }
        done.signal()
        #expect(code == .locked)
        try await holder
        let name = try await other.read { try $0.row("SELECT name FROM item")?.text("name") }
        #expect(name == "held")
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `two bodies that lock each other out both end well`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.addItems(1...2)
      let (meeting, runs) = (Rendezvous(2), Counter())
      try await withThrowingTaskGroup(of: Void.self) { group in
        for order in [[1, 2], [2, 1]] as [[Int64]] {
          group.addTask {
            let first = Counter()
            try await database.write { transaction in
              runs.increase()
              try transaction.execute(
                "UPDATE item SET bytes = ?1 WHERE id = ?2", [.blob([1]), .integer(order[0])])
              // SQLite lets one body in at a time, which then cannot meet the other.
              if first.increase() == 1, transaction.dialect == .postgresql {
                try order[0] == 1 ? meeting.lead() : meeting.join()
              }
              try transaction.execute(
                "UPDATE item SET bytes = ?1 WHERE id = ?2", [.blob([2]), .integer(order[1])])
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(driver == .postgresql ? runs.count >= 3 : runs.count == 2)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a cancelled task finishes the write in hand`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let (begun, cancelled) = (Rendezvous(2), Rendezvous(2))
      let task = Task {
        try await database.write { transaction in
          try begun.lead()
          try cancelled.lead()
          try transaction.addItem(1)
        }
      }
      try await database.read { _ in try begun.join() }
      task.cancel()
      try await database.read { _ in try cancelled.join() }
      try await task.value
      #expect(try await database.itemCount() == 1)
    }
  }
}

/// A number that several threads count up.
final class Counter: Sendable {
  private let value = Atomic(0)

  /// What has been counted.
  var count: Int { value.load(ordering: .sequentiallyConsistent) }

  /// Counts one more and returns the new number.
  @discardableResult
  func increase() -> Int { value.add(1, ordering: .sequentiallyConsistent).newValue }
}
