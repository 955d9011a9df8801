import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineContent

/// Calendars that nobody plans with: they are refused before they cost anything.
@Suite(.timeLimit(.minutes(30)))
struct CalendarSizeTests {
  private func refusal(_ fill: (FileHandle) throws -> Void) throws -> Fault? {
    let folder = try Folder()
    try folder.write("", to: "calendars/a.yaml")
    let file = folder.url.appending(path: "calendars/a.yaml")
    let handle = try FileHandle(forWritingTo: file)
    try fill(handle)
    try handle.close()
    return fault {
      _ = try CalendarLibrary.load(Workspace(folder: folder.url), CalendarFileTests.knowledge)
    }
  }

  @Test func `a file of 200 MB is refused by its size`() throws {
    let clock = ContinuousClock()
    var found: Fault?
    let took = try clock.measure {
      found = try refusal { try $0.truncate(atOffset: 200_000_000) }
    }
    #expect(found?.message.code == "file.too-large")
    #expect(took < .seconds(10))
  }

  @Test func `a million entries, and a line of 50 MB, are refused by their size`() throws {
    let entries = try refusal {
      try $0.write(contentsOf: Data("entries:\n".utf8))
      let line = Data(String(repeating: "  - id: a\n", count: 10_000).utf8)
      for _ in 0..<100 { try $0.write(contentsOf: line) }
    }
    #expect(entries?.message.code == "file.too-large")
    let line = try refusal { try $0.write(contentsOf: Data(repeating: 0x61, count: 50_000_000)) }
    #expect(line?.message.code == "file.too-large")
  }

  @Test func `more entries than a retailer can have are refused with the first too many`() throws {
    let lines = (0...CalendarLibrary.mostEntries).map {
      "  - {id: e\($0), template: voeux, binding: optional, at: 'local:2027-01-01T09:00'}\n"
    }
    let folder = try Folder()
    let half = lines.count / 2
    try folder.write("entries:\n" + lines[..<half].joined(), to: "calendars/a.yaml")
    try folder.write("entries:\n" + lines[half...].joined(), to: "calendars/b.yaml")
    let found = fault {
      _ = try CalendarLibrary.load(Workspace(folder: folder.url), CalendarFileTests.knowledge)
    }
    #expect(found?.findings.map(\.message.code) == ["calendar.tooMany"])
    #expect(found?.findings.first?.file == "calendars/b.yaml")
    #expect(found?.findings.first?.line == lines.count - half + 1)
  }
}
