import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Our expansion against that of python-dateutil, which shares no line with it.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct RecurrenceAgainstDateutilTests {
  private static let count = 2_000
  private static let years = 6

  @Test(
    .enabled("VITRINE_TEST_PYTHON names no Python with python-dateutil") {
      await Python.has("dateutil")
    })
  func `2,000 random rules give the same times`() async throws {
    var random = SeededGenerator(seed: 5545)
    var lines: [String] = []
    var filled = 0
    while lines.count < Self.count {
      var maker = RandomRule(random: random)
      let (text, start) = try maker.next()
      random = maker.random
      let rule = try RecurrenceRule.parse(text)
      #expect(try RecurrenceRule.parse(rule.description) == rule)
      let end = try #require(start.advanced(byDays: 365 * Self.years))
      let times = rule.occurrences(from: start, through: end).prefix(100).map(\.description)
      if !times.isEmpty { filled += 1 }
      lines.append("\(text) \(start) \(end) \(times.isEmpty ? "-" : times.joined(separator: ","))")
    }
    #expect(filled >= Self.count * 3 / 4, "most rules give something: \(filled)")
    let file = try TemporaryFolder.url().appending(path: "rules.txt")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "check-recurrence.py").path
    let (status, output) = try await Python.run([script, file.path])
    #expect(status == 0, "\(output)")
    #expect(output == "\(Self.count) compared\n")
  }
}
