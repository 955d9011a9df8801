import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The calendar as head office and a store type and read it.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CalendarCommandTests {
  /// Writes a file of the calendar with two entries of March 2031, one of them on Sunday the 30th.
  private func write(_ desk: Desk, stores: String = "all") throws {
    try desk.dailyTemplate()
    let folder = desk.workspace.appending(path: "calendars")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = """
      entries:
        - id: pain
          template: produit
          values: {produit: Le pain}
          stores: \(stores)
          binding: default
          at: local:2031-03-07T09:00
          repeat: FREQ=WEEKLY;BYDAY=FR;COUNT=3
        - id: direct
          title: Le direct, "en cuisine"
          at: local:2031-03-30T18:30
          zone: Europe/Paris
          chain:
            - id: annonce
              at: J-1 10:00
              template: produit
              values: {produit: Le direct}
              binding: optional
            - id: equipes
              at: H-2
              task: Prévenir les équipes; et la presse
              owner: communication

      """
    try Data(text.utf8).write(to: folder.appending(path: "mars.yaml"))
  }

  private let march = ["--from", "2031-03-01", "--to", "2031-03-31"]

  @Test func `a plan on paper is applied as it was read, and shown in its month`() async throws {
    try await withDesk { desk in
      try write(desk)
      let checked = await desk.speak(["calendar", "check"], as: .editor)
      #expect(
        checked.exitCode == 0 && checked.all.contains("2 entries in 1 file"), "\(checked.all)")
      let planned = try await desk.succeed(
        ["calendar", "plan", "--out", "plan.json"] + march, as: .editor)
      let pages = try #require(planned["summary"]?["create"]?.number)
      #expect(pages > 0 && pages % 3 == 0)
      let applied = try await desk.succeed(["calendar", "apply", "plan.json"], as: .editor)
      #expect(applied["created"] == .integer(pages))
      #expect(applied["digest"]?.text?.isEmpty == false)
      let again = try await desk.succeed(["calendar", "apply"] + march, as: .editor)
      #expect(again["created"] == 0 && again["plan"] == .null, "\(again)")
      let stale = await desk.speak(["calendar", "apply", "plan.json", "--json"], as: .editor)
      #expect(stale.exitCode == 75 && stale.code == "stale", "\(stale.all)")

      let id = try #require(applied["plan"]?.text)
      let own = await desk.speak(["calendar", "approve", id], as: .editor)
      #expect(own.exitCode == 77, "\(own.all)")
      let step = try await desk.succeed(["calendar", "approve", id], as: .approver)
      #expect(step["scheduled"] == .integer(pages) && step["state"] == "approved")

      let month = await desk.speak(["calendar", "show", "--month", "2031-03"], as: .editor)
      #expect(month.exitCode == 0, "\(month.all)")
      for line in [
        "March 2031", "Friday 7", "  • 09:00  Le produit du jour", "Saturday 29", "  ○ 10:00  ",
        "  – 16:30  ",
      ] {
        #expect(month.output.contains(line), "\(line) in \(month.output)")
      }
    }
  }

  @Test func `a store sees its own part, declines, and is told when that is too late`() async throws
  {
    try await withDesk { desk in
      try write(desk)
      let applied = try await desk.succeed(["calendar", "apply"] + march, as: .editor)
      try await desk.succeed(
        ["calendar", "approve", try #require(applied["plan"]?.text)], as: .approver)
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let shown = try await marc.succeed(
        "calendar", "show", "--store", "FR-0001", "--month", "2031-03")
      let keys = shown["items"]?.items.compactMap { $0["entry"]?.text } ?? []
      #expect(keys.filter { $0.hasPrefix("pain@") }.count == 3, "\(keys)")
      let silent = await marc.speak("calendar", "decline", "pain@2031-03-14", "--json")
      #expect(silent.exitCode == 64, "\(silent.all)")
      let declined = try await marc.succeed(
        "calendar", "decline", "pain@2031-03-14", "--reason", "four en panne")
      #expect(declined["withdrawn"]?.items.count == 1)
      let unknown = await marc.speak(
        "calendar", "decline", "pain@2031-03-15", "--reason", "four en panne", "--json")
      #expect(unknown.exitCode == 66, "\(unknown.all)")
      let after = try await marc.succeed(
        "calendar", "show", "--store", "FR-0001", "--month", "2031-03")
      let item = after["items"]?.items.first { $0["entry"] == "pain@2031-03-14" }
      #expect(item?["declined"] == true)
    }
  }

  @Test(
    .enabled("VITRINE_TEST_PYTHON names no Python with icalendar and its companions") {
      await Python.has("recurring_ical_events")
    })
  func `another calendar reads in an export what show says`() async throws {
    try await withDesk { desk in
      try write(desk)
      let exported = try await desk.succeed(
        ["calendar", "export", "--ics", "mars.ics", "--store", "FR-0001"] + march, as: .editor)
      #expect(exported["events"] == 5)
      let script = """
        import datetime, sys, icalendar, recurring_ical_events
        data = open(sys.argv[1], "rb").read()
        days = datetime.date(2031, 3, 1), datetime.date(2031, 4, 1)
        for event in sorted(
            recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(*days),
            key=lambda event: event["DTSTART"].dt):
          print(event["DTSTART"].dt.isoformat(), event["SUMMARY"], event["STATUS"])
        """
      let read = try await Python.run(
        ["-c", script, desk.folder.appending(path: "mars.ics").path])
      #expect(read.status == 0)
      #expect(
        read.output == """
          2031-03-07T09:00:00+01:00 Le produit du jour CONFIRMED
          2031-03-14T09:00:00+01:00 Le produit du jour CONFIRMED
          2031-03-21T09:00:00+01:00 Le produit du jour CONFIRMED
          2031-03-29T10:00:00+01:00 Le direct, "en cuisine" TENTATIVE
          2031-03-30T16:30:00+02:00 Prévenir les équipes; et la presse CONFIRMED

          """)
    }
  }
}
