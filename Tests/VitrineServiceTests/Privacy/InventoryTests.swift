import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// The inventory of personal data is that of the real tables.
@Suite(.temporaryFolder)
struct InventoryTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `every column of every table is declared, and no other`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let real = try await desk.desk.database.read { transaction in
      try transaction.rows(
        transaction.dialect == .sqlite
          ? """
          SELECT m.name AS name, c.name AS col
          FROM sqlite_master m JOIN pragma_table_info(m.name) c
          WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
          """
          : """
          SELECT table_name AS name, column_name AS col FROM information_schema.columns
          WHERE table_schema = current_schema()
          """
      ).map { "\(try $0.text("name")).\(try $0.text("col"))" }
    }
    let declared = PersonalColumns.all.map { "\($0.table).\($0.column)" }
    #expect(real.count > 100)
    #expect(
      Set(real).subtracting(declared).sorted() == [],
      "say in PersonalColumns.swift what these have to do with people")
    #expect(Set(declared).subtracting(real).sorted() == [])
  }

  @Test func `what says who somebody is can be erased`() {
    let tables = Set(
      PersonalColumns.all.filter { [.identity, .words].contains($0.data) }.map(\.table))
    #expect(tables.isSubset(of: ErasableTables.names))
  }

  @Test(arguments: Language.allCases)
  func `each kind of data has its purpose, term and readers`(_ language: Language) {
    for column in PersonalColumns.all where column.isPersonal {
      let texts = [column.purpose, column.term(namesMonths: 36), column.readers]
        .map { $0.text(in: language) }
      #expect(texts.allSatisfy { !$0.hasPrefix("privacy.") }, "\(column)")
    }
  }
}
