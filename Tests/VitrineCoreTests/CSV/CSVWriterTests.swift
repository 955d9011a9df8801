import Testing
import VitrineTestSupport

@testable import VitrineCore

struct CSVWriterTests {
  private func written(_ cells: [String], guarding: CSVWriter.Guard = .formulas) -> String {
    var writer = CSVWriter(guarding: guarding)
    writer.write(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain\r\n"), ("a,b", "\"a,b\"\r\n"), ("a\"b", "\"a\"\"b\"\r\n"),
    ("a\nb", "\"a\nb\"\r\n"),
    ("", "\"\"\r\n"), (" ", "\" \"\r\n"),
  ])
  func `quotes stand where they are needed`(_ cell: String, _ expected: String) {
    #expect(written([cell]) == expected)
  }

  @Test(arguments: [
    "=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "=\u{301}1",
  ])
  func `a cell that a spreadsheet would run gets an apostrophe`(_ cell: String) throws {
    let line = written(["x", cell])
    let table = CSVReader.read(Array("a,b\r\n".utf8) + Array(line.utf8))
    let read = try #require(table.rows.first?.cells.last?.text)
    #expect(read.utf8.first == UInt8(ascii: "'"))
    #expect(Array(read.utf8.dropFirst()) == Array(cell.utf8))
  }

  @Test(arguments: ["a=b", "'=1", "3-1", "é", "＝1"])
  func `other cells stay as they are`(_ cell: String) {
    #expect(written([cell]) == "\(cell)\r\n")
  }

  @Test(arguments: 0..<200)
  func `what was written is read back`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "a", "é", "\"", ",", "\r\n", "\r", "\n", " ", "\t", "=", "🧀", "e\u{301}", ";", "",
    ]
    let width = Int.random(in: 1...5, using: &random)
    let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      (0..<width).map { _ in
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
    }
    var writer = CSVWriter(guarding: .nothing)
    writer.write((0..<width).map { "c\($0)" })
    for row in rows { writer.write(row) }
    let table = CSVReader.read(writer.bytes)
    #expect(table.findings.summary == [])
    #expect(
      table.rows.map { $0.cells.map { Array($0.text.utf8) } }
        == rows.map { $0.map { Array($0.utf8) } })
  }
}
