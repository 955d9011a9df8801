import Testing
import VitrineTestSupport

@testable import VitrineCore

/// Readers of people's files, fed with what looks a little like such files.
struct RandomInputTests {
  private func text(_ alphabet: String, _ random: inout SeededGenerator) -> [UInt8] {
    let bytes = Array(alphabet.utf8) + [0xC3, 0xFF, 0x00]
    return (0..<Int.random(in: 0...60, using: &random)).map { _ in
      bytes.randomElement(using: &random) ?? 0
    }
  }

  @Test(arguments: 0..<20)
  func `no reader traps, and an error has a place inside the text`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let table = CSVReader.read(text("a,\"\n\r;= é", &random))
      #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })

      let source = String(decoding: text("{}%#\\ab. \n\r", &random), as: UTF8.self)
      let findings = TextTemplate.parse(source, declared: ["a", "ab"]).findings.all
      let lines = source.utf8.count { $0 == 0x0A || $0 == 0x0D } + 1
      #expect(findings.allSatisfy { (1...lines).contains($0.line ?? 0) })

      let selector = String(decoding: text("tag:all&|!()\" *é", &random), as: UTF8.self)
      do throws(SelectorError) {
        let read = try Selector.parse(selector)
        #expect((try? Selector.parse(read.canonical)) == read)
      } catch {
        #expect((1...selector.unicodeScalars.count + 1).contains(error.column))
      }
    }
  }

  @Test func `a line of braces or brackets is read in one pass`() {
    let braces = String(repeating: "{{a", count: 100_000)
    #expect(
      TextTemplate.parse(braces, declared: ["a"]).findings.summary == ["1:1 template.unclosed"])
    let marks = String(repeating: "*a ", count: 100_000)
    #expect(PlainTextCheck.findings(in: marks).summary == [])
  }
}
