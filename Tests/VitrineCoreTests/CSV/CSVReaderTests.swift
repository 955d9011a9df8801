import Testing

@testable import VitrineCore

struct CSVReaderTests {
  private func read(_ text: String, limits: CSVLimits = .standard) -> CSVTable {
    CSVReader.read(Array(text.utf8), limits: limits)
  }

  private func cells(_ table: CSVTable) -> [[String]] { table.rows.map { $0.cells.map(\.text) } }

  @Test(arguments: [
    "a,b\r\n1,2\r\n", "a,b\n1,2\n", "a,b\n1,2", "\u{FEFF}a,b\n1,2\n", "\n\na,b\n\n1,2\n   \n\n",
    "\"a\",\"b\"\r\n\"1\",\"2\"",
  ])
  func `the same table is read however its lines end`(_ text: String) {
    let table = read(text)
    #expect(table.findings.summary == [])
    #expect(table.header.map(\.text) == ["a", "b"])
    #expect(cells(table) == [["1", "2"]])
  }

  @Test func `quotes keep commas, line ends and doubled quotes`() {
    let table = read("a,b\n\"x,\r\n\"\"y\"\"\",\"\"\nz,\n")
    #expect(table.findings.summary == [])
    #expect(cells(table) == [["x,\r\n\"y\"", ""], ["z", ""]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func `cells keep their blanks, and a table of one column can hold an empty cell`() {
    #expect(cells(read("a,b\n x ,\t\n")) == [[" x ", "\t"]])
    #expect(cells(read("a\n\"\"\nx\n")) == [[""], ["x"]])
  }

  @Test(arguments: [
    ("", ["csv.empty"]),
    ("\n \n", ["csv.empty"]),
    ("a,a\n", ["1:3 csv.column.twice"]),
    ("a, a \n", ["1:3 csv.column.twice"]),
    ("a,,b\n", ["1:3 csv.column.empty"]),
    ("a;b\n1;2\n", ["1:1 csv.separator"]),
    ("a\tb\n1\t2\n3\t4\n", ["1:1 csv.separator"]),
    ("a,b\n1\n2,3\n", ["2:1 csv.fields.few"]),
    ("a,b\n1,2,3\n", ["2:5 csv.fields.many"]),
    ("a,b\n1,\"2\n3,4\n", ["2:3 csv.quote.open"]),
    ("a,b\n1,\"2\"x\n", ["2:6 csv.quote.textAfter"]),
    ("a,b\né\"e,2\n", ["2:2 csv.quote.bare"]),
    ("a,b\r1,2\r3,4\r", ["1:4 csv.carriageReturn"]),
    (
      "a,b\nx\n\n1,2,3\n4,\"5\"6\n7,8\n",
      ["2:1 csv.fields.few", "4:5 csv.fields.many", "5:6 csv.quote.textAfter"]
    ),
  ])
  func `what is not RFC 4180 is found with its place`(_ text: String, _ expected: [String]) {
    let table = read(text)
    #expect(table.findings.summary == expected)
    #expect(table.findings.hasErrors)
    for finding in table.findings.all { finding.expectReadable() }
  }

  @Test func `a broken row leaves the others`() {
    #expect(cells(read("a,b\n1,\"2\"x\n3,4\n5\n6,7\n")) == [["3", "4"], ["6", "7"]])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0, 0x2C, 0], "UTF-16LE", "1:1"),
      ([0xFE, 0xFF, 0, 0x61, 0, 0x2C], "UTF-16BE", "1:1"),
      ([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], "UTF-16LE", "1:1"),
      ([0, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A], "UTF-16BE", "1:1"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32", "1:1"),
      (Array("a,b\n1,caf".utf8) + [0xE9, 0x0A], "Windows-1252", "2:6"),
      (Array("é,b\n".utf8) + [0x93, 0x41, 0x94, 0x2C, 0x32], "Windows-1252", "2:1"),
    ] as [([UInt8], String, String)])
  func `another encoding is refused by its name`(_ bytes: [UInt8], _ name: String, _ place: String)
  {
    let table = CSVReader.read(bytes)
    #expect(table.findings.summary == ["\(place) csv.encoding"])
    #expect(table.findings.all.first?.message.arguments == [name])
    #expect(table.rows.isEmpty)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that RFC 3629 forbids are no UTF-8`(_ bytes: [UInt8]) {
    #expect(TextEncoding.problem(in: Array("aaaaaaaa".utf8) + bytes)?.1 == 8)
  }

  @Test func `every scalar is UTF-8`() {
    var text = String.UnicodeScalarView()
    for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 7) {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    #expect(TextEncoding.problem(in: Array(String(text).utf8)) == nil)
  }

  @Test func `limits are findings, not exhaustion`() {
    let limits = CSVLimits(bytes: 40, rows: 2, cellBytes: 4)
    let long = read(String(repeating: "x", count: 41), limits: limits)
    #expect(long.findings.summary == ["csv.tooLarge"])
    let rows = read("a\n1\n2\n3\n4\n", limits: limits)
    #expect(rows.findings.summary.map { $0.split(separator: " ")[1] } == ["csv.tooManyRows"])
    #expect(rows.rows.count == 2)
    let exact = read("a\n1\n2\n", limits: limits)
    #expect(exact.findings.summary == [])
    let wide = read("a,b,c\n", limits: CSVLimits(columns: 2))
    #expect(wide.findings.summary == ["1:5 csv.tooManyColumns"])
    let many = read("a,b\n1,2\n3,4\n5,6\n", limits: CSVLimits(cells: 3))
    #expect(many.findings.summary == ["3:4 csv.tooManyCells"])
    let cell = read("a,b\n1,12345\n2,1234\n", limits: limits)
    #expect(cell.findings.summary == ["2:3 csv.cellTooLong"])
    #expect(cells(cell) == [["2", "1234"]])
  }

  @Test func `a hundred findings are listed and the rest is counted`() {
    let table = read("a,b\n" + String(repeating: "1\n", count: 250))
    let findings = table.findings.all
    #expect(findings.count == 101)
    #expect(findings.last?.message.arguments == ["150"])
    #expect(findings.last?.severity == .error)
  }

  @Test func `columns are asked for by name, in any order`() throws {
    var table = read("b,x-own,a\n2,z,1\n")
    table.checkColumns(required: ["a", "b"], isExtra: { $0.hasPrefix("x-") })
    #expect(table.findings.summary == [])
    let row = try #require(table.rows.first)
    #expect(table.cell("a", of: row)?.text == "1")
    #expect(table.cell("a", of: row)?.position == SourcePosition(line: 2, column: 5))
    #expect(table.cell("c", of: row) == nil)
  }

  @Test func `a misspelt column is answered with the missing one`() {
    var table = read("store,remoteId\n")
    table.checkColumns(required: ["store", "remoteID"])
    #expect(table.findings.summary == ["1:1 csv.column.missing", "1:7 csv.column.unknown"])
    #expect(table.findings.all.last?.fix == Message("did.you.mean", "remoteID"))
  }
}
