import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// What programs of others read in our calendars.
struct ICalendarReaderTests {
  private static let count = 500

  @Test(
    .enabled("VITRINE_TEST_PYTHON names no Python with icalendar and its companions") {
      let companions = ["recurring_ical_events", "vobject"]
      for name in companions where await !Python.has(name) { return false }
      return true
    },
    .temporaryFolder, .timeLimit(.minutes(30)))
  func `three libraries of others find every event of random calendars`() async throws {
    let folder = try TemporaryFolder.url()
    var calendars = RandomICalendar(seed: 20_310_307)
    let encoder = JSONEncoder()
    for number in 0..<Self.count {
      let next = try calendars.next()
      let name = String(number)
      try Data(next.document.bytes).write(to: folder.appending(path: "\(name).ics"))
      try encoder.encode(next.expected).write(to: folder.appending(path: "\(name).json"))
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "check-icalendar.py").path
    let (status, output) = try await Python.run([script, folder.path])
    #expect(status == 0, "\(output)")
    #expect(output == "\(Self.count) compared\n")
  }
}
