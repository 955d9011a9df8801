import Dispatch
import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// No record, no action: where the log cannot be written, nothing happens and nothing is posted.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct NoRecordNoActionTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a log that refuses records stops every action`(_ driver: DriverUnderTest) async throws {
    try await withStage(12, driver) { stage in
      let desk = stage.desk
      let people = try await desk.succeed(["user", "list"], as: .admin)["items"]?.items.count
      try await refuseRecords(on: desk)
      for (arguments, person) in [
        (["user", "create", "Zoé"], Person.admin),
        (["broadcast", "pause", stage.broadcast], .approver),
        (["audit", "list", "--person", desk.people[.editor] ?? ""], .auditor),
      ] {
        let reason = arguments[1] == "pause" ? ["--reason", "essai"] : []
        let spoken = await desk.speak(arguments + reason + ["--json"], as: person)
        #expect(spoken.exitCode != 0, "\(arguments) \(spoken.all)")
        #expect(spoken.output.isEmpty, "\(arguments) \(spoken.all)")
      }
      let launch = try await stage.launch()
      #expect(launch.exitCode != 0, "\(launch.all)")
      #expect(try await stage.sandbox.posts().isEmpty)
      #expect(try await stage.sandbox.calls("stage") == 0)
      let after = try await desk.succeed(["user", "list"], as: .admin)["items"]?.items.count
      #expect(after == people)
      let status = try await desk.succeed(["broadcast", "status", stage.broadcast], as: .editor)
      #expect(status["state"] == "approved")
      try await stage.expectGoodLog()
    }
  }

  @Test func `a disk that fills up in the middle loses nothing and doubles nothing`() async throws {
    try await withStage(100) { stage in
      let launch = try await stage.desk.start(
        ["broadcast", "launch", stage.broadcast, "--json"], as: .broadcaster, fileLimit: 96
      ).outcome()
      #expect(launch.exitCode != 0, "\(launch.all)")
      #expect(try await stage.sandbox.posts().isEmpty, "published without room for its record")
      try await stage.expectGoodLog()
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      try await stage.expectComplete()
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a database that somebody else holds is waited for, and then left alone`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withStage(12, driver) { stage in
      let held = DispatchSemaphore(value: 0)
      let over = DispatchSemaphore(value: 0)
      let database = try await Databases.open(
        try stage.desk.location(), base: stage.desk.workspace)
      let holder = Task {
        try await database.write { transaction in
          _ = try transaction.auditHead(lock: true)
          held.signal()
          // Longer than any command waits; the end of the test frees it.
          _ = over.wait(timeout: .now() + 60)
        }
      }
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          held.wait()
          continuation.resume()
        }
      }
      let launch = try await stage.launch()
      #expect(launch.exitCode == 75, "\(launch.all)")
      #expect(try await stage.sandbox.calls("stage") == 0)
      over.signal()
      try await holder.value
      await database.close()
      #expect(try await stage.sandbox.posts().isEmpty)
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      try await stage.expectComplete()
    }
  }

  /// Makes every new record fail, as a revoked right or a broken table would.
  private func refuseRecords(on desk: Desk) async throws {
    let database = try await Databases.open(try desk.location(), base: desk.workspace)
    try await database.write { transaction in
      switch transaction.dialect {
      case .sqlite:
        try transaction.execute(
          """
          CREATE TRIGGER refused BEFORE INSERT ON audit_leaf
          BEGIN SELECT RAISE(ABORT, 'not today'); END
          """)
      case .postgresql:
        try transaction.execute(
          """
          CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE insufficient_privilege; END'
          """)
        try transaction.execute(
          """
          CREATE TRIGGER refused BEFORE INSERT ON audit_leaf
          FOR EACH ROW EXECUTE FUNCTION refused()
          """)
      }
    }
    await database.close()
  }
}

extension Desk {
  /// What `database` of the workspace says.
  func location() throws -> String { try databaseURL() ?? ".vitrine/vitrine.db" }
}
