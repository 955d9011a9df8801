import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineContent

/// The calendars that this repository ships, over the library that it ships.
@Suite(.timeLimit(.minutes(30)))
struct ShippedCalendarsTests {
  private static func read() throws -> CalendarLibrary.Reading {
    let workspace = Workspace(folder: Pages.root)
    let today = try #require(CivilDate(year: 2026, month: 11, day: 26))
    let library = try Library.load(workspace, knowledge: try MessageKnowledge.load(workspace))
    let register = StoreRegister.parse(
      Array(try Data(contentsOf: Pages.root.appending(path: "examples/stores.csv"))),
      knownTimeZones: ClockChanges.isKnown)
    let networks = try NetworkLimits.load(workspace).networks
    return try CalendarLibrary.read(
      workspace,
      CalendarKnowledge(
        library, networks: networks, zones: Set(register.stores.map(\.timeZone)).sorted(),
        vocabulary: SelectorVocabulary(stores: register.stores, networks: networks),
        today: today))
  }

  @Test func `they are right, and plan the whole of 2027`() throws {
    let reading = try Self.read()
    for finding in reading.findings { Issue.record("\(finding.text(in: .en))") }
    #expect(reading.files == 3)
    let months = Set(
      reading.calendar.occurrences(
        from: try #require(CivilDate(year: 2027, month: 1, day: 1)),
        through: try #require(CivilDate(year: 2027, month: 12, day: 31))
      ).map(\.time.time.date.month))
    #expect(months == Set(1...12))
  }

  @Test func `each binding, a chain with tasks and a series are among them`() throws {
    let entries = try Self.read().entries
    let steps = entries.flatMap(\.steps)
    #expect(Set(steps.map(\.binding)) == Set(CalendarBinding.allCases))
    #expect(entries.contains { $0.steps.count > 3 && $0.steps.contains { $0.template == nil } })
    #expect(entries.contains { $0.rule != nil })
    #expect(steps.contains { $0.whenClosed == .nextOpenDay })
  }
}
