import Testing
import VitrineCore

/// The list of people that an administrator imports, and the list of staff that a review reads.
struct PeopleFileTests {
  private func parse(_ text: String) -> PeopleFile {
    PeopleFile.parse(Array(text.utf8), file: "people.csv") { day in
      Timestamp(clamping: Int64(day.daysSince1970) * 86_400_000 - 3_600_000)
    }
  }

  @Test func `rows become people with their grants`() {
    let file = parse(
      """
      name,email,role,scope,until
      Zoé Morel,zoe@example.org,store_manager,store:FR-0001,2027-01-01
      Zoé Morel,ZOE@example.org,store_manager,store:FR-0002,2027-01-01T10:00:00Z
      Ana Blanc,ana@example.org,,,

      """)
    #expect(file.findings.all.isEmpty)
    #expect(file.rows.map(\.name) == ["Zoé Morel", "Zoé Morel", "Ana Blanc"])
    #expect(file.rows[0].grant?.until == Timestamp("2026-12-31T23:00:00Z"))
    #expect(file.rows[1].grant?.until == Timestamp("2027-01-01T10:00:00Z"))
    #expect(file.rows[1].grant?.scope == .store(StoreCode("FR-0002")))
    #expect(file.rows[2].grant == nil)
  }

  @Test(arguments: [
    (",a@example.org,approver,all,", "people.name"),
    ("Ana,,approver,all,", "people.file.noEmail"),
    ("Ana,ana at example.org,approver,all,", "people.email"),
    ("Ana,a@example.org,aprover,all,", "grant.badRole"),
    ("Ana,a@example.org,approver,bretagne,", "grant.badScope"),
    ("Ana,a@example.org,approver,,", "grant.badScope"),
    ("Ana,a@example.org,,all,", "grant.badRole"),
    ("Ana,a@example.org,approver,all,tomorrow", "people.file.until"),
    ("Ana,a@example.org,approver,all,2026-02-30", "people.file.until"),
    ("An\u{202E}a,a@example.org,approver,all,", "store.control"),
    ("\"An\na\",a@example.org,approver,all,", "store.control"),
  ])
  func `a row that is wrong is named with its rule and place`(_ row: String, _ rule: String) {
    let file = parse("name,email,role,scope,until\nEve,eve@example.org,,,\n\(row)\n")
    #expect(file.findings.all.map(\.rule).contains(rule), "\(file.findings.all)")
    #expect(file.findings.all.allSatisfy { $0.line == 3 })
    #expect(file.rows.map(\.name) == ["Eve"])
  }

  @Test func `all findings come at once, of rows that disagree too`() {
    let file = parse(
      """
      name,email,role,scope
      Ana,a@example.org,approver,all
      Bob,a@example.org,approver,all
      Ana,a@example.org,approver,all
      Eve,eve@example.org,chef,all

      """)
    #expect(
      file.findings.all.map(\.rule) == [
        "people.file.twoNames", "people.file.twice", "grant.badRole",
      ])
    #expect(file.findings.all.map(\.line) == [3, 4, 5])
  }

  @Test func `a column that is missing or unknown is named`() {
    #expect(parse("name,email,role\n").findings.all.map(\.rule) == ["csv.column.missing"])
    let file = parse("name,email,role,scope,untill\nAna,a@example.org,,,\n")
    #expect(file.findings.all.map(\.rule) == ["csv.column.unknown"])
  }

  @Test func `somebody on the staff list is found by address, else by name`() {
    let file = StaffFile.parse(
      Array(
        """
        name,email,left,department
        Zoé Morel,zoe@example.org,,Communication
        Ana Blanc,,2026-10-31,Légal
        Jean Petit,jean.a@example.org,,Ventes

        """.utf8), file: "hr.csv")
    #expect(!file.findings.hasErrors)
    #expect(file.entry(name: "Z. Morel", email: "Zoe@Example.org")?.left == nil)
    #expect(file.entry(name: "ANA BLANC", email: nil)?.left?.description == "2026-10-31")
    #expect(file.entry(name: "Jean Petit", email: "jean.b@example.org") == nil)
    #expect(file.entry(name: "Eve Morel", email: nil) == nil)
  }

  @Test func `who left and came back is here`() {
    let text = "name,email,left\nAna,a@x.org,2020-01-01\nAna,a@x.org,\n"
    let file = StaffFile.parse(Array(text.utf8), file: nil)
    #expect(file.entry(name: "Ana", email: "a@x.org")?.left == nil)
    #expect(file.entry(name: "Ana", email: "a@x.org") != nil)
  }

  @Test func `a last day that is no date is a finding`() {
    let file = StaffFile.parse(Array("name,email,left\nAna,,yes\n".utf8), file: nil)
    #expect(file.findings.all.map(\.rule) == ["people.file.left"])
  }

  @Test(arguments: [
    ("2026-01-31T10:00:00Z", 1, "2026-02-28T10:00:00.000Z"),
    ("2024-01-31T00:00:00Z", 1, "2024-02-29T00:00:00.000Z"),
    ("2026-11-22T08:00:00Z", 36, "2029-11-22T08:00:00.000Z"),
    ("2026-11-22T08:00:00Z", -11, "2025-12-22T08:00:00.000Z"),
    ("2026-03-31T08:00:00Z", -1, "2026-02-28T08:00:00.000Z"),
    ("1971-01-01T00:00:00Z", -600, "1970-01-01T00:00:00.000Z"),
    ("9999-01-01T00:00:00Z", 600, "9999-12-31T23:59:59.999Z"),
  ])
  func `months are counted by the calendar`(_ start: String, _ months: Int, _ end: String) throws {
    #expect(try #require(Timestamp(start)).advanced(byMonths: months).description == end)
  }
}
