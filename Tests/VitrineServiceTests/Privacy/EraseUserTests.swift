import Foundation
import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A name is erased: from the tables, from the files below them, and from no proof.
@Suite(.temporaryFolder)
struct EraseUserTests {
  private static let name = "Zoé-Marguerite Quilbignon"
  private static let email = "zoe.quilbignon@example.org"
  private static let words = "because Quilbignon asked for it"

  @Test(arguments: DriverUnderTest.allCases)
  func `no byte of the name is left in the files, and the log is whole`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (zoe, token) = try await desk.stranger(Self.name, email: Self.email)
    _ = try await desk.door.perform(
      CreateGrant(user: zoe, role: .nationalAdmin, scope: .all, until: nil, reason: Self.words),
      as: desk.adminToken)
    let (bob, _) = try await desk.stranger("Bob")
    let grant = try await desk.door.perform(
      CreateGrant(user: bob, role: .approver, scope: .all, until: nil, reason: Self.words),
      as: token)
    _ = try await desk.door.perform(RevokeGrant(id: grant.id, reason: Self.words), as: token)
    // Neighbours, so that rows lie beside and among others.
    for number in 0..<60 {
      _ = try await desk.door.perform(
        CreateUser(name: "Voisin \(number)", email: "v\(number)@example.org"),
        as: desk.adminToken)
    }
    _ = try await desk.door.perform(
      RevokeEverything(user: zoe.rawValue, reason: Self.words), as: desk.adminToken)
    try await checkpoint(desk)
    #expect(try await files(of: desk, driver, holding: Self.email).count > 0)
    let root = try await desk.desk.database.read { try $0.auditHead() }

    let output = try await desk.door.erase(
      EraseUser(user: Self.email, reason: "a request of 22 November"), as: desk.adminToken)
    #expect(output.id == zoe)
    #expect(output.erased >= 6)
    try await checkpoint(desk)
    for text in ["Quilbignon", "quilbignon"] {
      #expect(try await files(of: desk, driver, holding: text) == [])
    }
    let shown = try await desk.door.ask(ShowUser(user: zoe), as: desk.adminToken)
    #expect(shown.account.name == zoe.rawValue)
    #expect(shown.account.email == nil)
    #expect(shown.grants.map(\.reason) == [""])
    try await expectWholeLog(desk, since: root)
  }

  @Test func `somebody who can act is not erased, and the reason does not name them`()
    async throws
  {
    let desk = try await TestDesk.make()
    let (zoe, _) = try await desk.stranger(Self.name, email: Self.email)
    let active = await faultThrown {
      try await desk.door.erase(
        EraseUser(user: zoe.rawValue, reason: "a request"), as: desk.adminToken)
    }
    #expect(active?.code == .conflict)
    _ = try await desk.door.perform(
      RevokeEverything(user: zoe.rawValue, reason: "left"), as: desk.adminToken)
    for reason in ["asked by quilbignon", "ZOE asked", "mail from \(Self.email.uppercased())"] {
      let named = await faultThrown {
        try await desk.door.erase(
          EraseUser(user: zoe.rawValue, reason: reason), as: desk.adminToken)
      }
      #expect(named?.message.code == "privacy.reasonNames", "\(reason)")
    }
    _ = try await desk.door.erase(
      EraseUser(user: zoe.rawValue, reason: "a request"), as: desk.adminToken)
    // Done again it only wipes again; nobody comes back under an erased name.
    let again = try await desk.door.erase(
      EraseUser(user: zoe.rawValue, reason: "to be sure"), as: desk.adminToken)
    #expect(again.erased >= 1)
    let back = await faultThrown {
      try await desk.door.perform(
        ResumeUser(user: zoe.rawValue, reason: "back"), as: desk.adminToken)
    }
    #expect(back?.message.code == "people.isErased")
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a copy holds all that is kept about one person and nothing of others`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (zoe, token) = try await desk.stranger(Self.name, email: Self.email)
    _ = try await desk.stranger("Bob", email: "bob@example.org")
    _ = try await desk.door.perform(
      CreateGrant(user: zoe, role: .nationalEditor, scope: .all, until: nil, reason: Self.words),
      as: desk.adminToken)
    _ = try await desk.door.perform(CreateToken(days: 3), as: token)
    let written = try await desk.storeBroadcast(by: zoe, .draft)
    let output = try await desk.door.perform(ExportUser(user: Self.email), as: desk.adminToken)
    let copy = try JSON(parsing: output.document)
    guard case .object(let parts) = copy, case .array(let records)? = parts["records"],
      case .array(let tokens)? = parts["tokens"], case .array(let grants)? = parts["grants"]
    else {
      Issue.record("\(output.document)")
      return
    }
    // The invitation, the sign-in, the grant, the token.
    #expect(records.count == 4)
    #expect(output.records == 4)
    #expect(tokens.count == 2)
    #expect(grants.count == 1)
    for text in [Self.name, Self.email, Self.words, written.rawValue] {
      #expect(output.document.contains(text), "\(text)")
    }
    #expect(!output.document.contains("bob@example.org"))
    let record = try #require(try await desk.lastRecord())
    #expect(record.action == "user.read")
    #expect(record.object?.id == zoe.rawValue)
  }

  /// Brings everything from memory and logs into the files of the tables.
  private func checkpoint(_ desk: TestDesk) async throws {
    if desk.desk.database.dialect == .postgresql {
      try await desk.desk.database.write { try $0.execute("CHECKPOINT") }
    }
  }

  /// The files of the database that hold a text; PostgreSQL's own log of changes is outside.
  private func files(
    of desk: TestDesk, _ driver: DriverUnderTest, holding text: String
  ) async throws -> [String] {
    let folder =
      driver == .sqlite
      ? try TemporaryFolder.url()
      : try await PostgreSQLServer.folder().appending(
        path: "data/base/\(try await number(of: desk))")
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var names: [String] = []
    while let file = found?.nextObject() as? URL {
      guard let bytes = try? Data(contentsOf: file), bytes.range(of: Data(text.utf8)) != nil
      else { continue }
      names.append(file.lastPathComponent)
    }
    return names
  }

  /// The number under which PostgreSQL keeps the files of this database; others have names, too.
  private func number(of desk: TestDesk) async throws -> Int64 {
    try await desk.desk.database.read {
      try $0.row(
        "SELECT CAST(oid AS BIGINT) AS number FROM pg_database WHERE datname = current_database()"
      )?.integer("number") ?? 0
    }
  }

  /// What was there before is still the beginning of the log, and verifies.
  private func expectWholeLog(_ desk: TestDesk, since root: Frontier) async throws {
    let verdict = try await desk.door.ask(VerifyAudit(), as: desk.adminToken).verdict
    #expect(verdict.findings.isEmpty, "\(verdict.findings)")
    let leaves = try await desk.desk.database.read { transaction in
      try transaction.rows("SELECT leaf_hash FROM audit_leaf ORDER BY position")
        .compactMap { Hash(bytes: try $0.blob("leaf_hash")) }
    }
    #expect(MerkleTree.root(of: leaves.prefix(root.size)) == root.root)
  }
}
