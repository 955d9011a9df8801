import ArgumentParser
import Foundation
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine calendar export --ics FILE [--store CODE]`: iCalendar for other calendars.
struct CalendarExport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Help.command("calendar.export"))
  }

  @Option(help: Help.option("calendar.ics", "FILE")) var ics: String
  @Option(help: Help.option("post.store", "CODE")) var store: String?
  @OptionGroup var window: CalendarWindow
  @OptionGroup var global: GlobalOptions

  /// How far an export reaches unless somebody says otherwise, in days: as far as head office plans.
  private static let usualDays = 400

  func run() async throws {
    try await Live.run(global) { live in
      let today = live.desk.today
      let first = try TypedValues.day(window.from, "--from") ?? today
      let last =
        try TypedValues.day(window.to, "--to")
        ?? CivilDate(daysSince1970: first.daysSince1970 + Self.usualDays)
      let shown = try await ShowCalendar(
        from: first, through: last, store: store.map { StoreCode($0.nfc) }
      ).run(live.door, as: live.credential())
      let organisation = live.configuration.organisation.name
      let document = ICalendarDocument(
        name: shown.store.map { "\(organisation) · \($0.name)" } ?? organisation,
        events: shown.items.map { $0.event(shown.store, organisation, live) },
        offset: { zone, instant in
          let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
          return TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0
        })
      let url = live.console.invocation.resolve(ics)
      do {
        try Data(document.bytes).write(to: url, options: .atomic)
      } catch {
        throw Fault(.io, Message("console.cannotWrite", url.path), subject: url.path)
      }
      if live.console.isJSON {
        return try live.console.print([
          "file": .string(url.path), "events": .integer(Int64(shown.items.count)),
        ])
      }
      try live.console.print(
        live.console.text("calendar.exported", shown.items.count, url.lastPathComponent))
    }
  }
}

extension ShowCalendar.Item {
  /// The item as other calendars show it: one event for each time, named as the calendar names it.
  ///
  /// For everybody an hour of stores is a floating time, which RFC 5545 has for exactly that; for one
  /// store it is what it is in that store's zone.
  func event(_ store: Store?, _ organisation: String, _ live: Live) -> ICalendarEvent {
    let start: ICalendarEvent.Start =
      switch time.clock {
      case .store: store.map { .zoned(time.time, zone: $0.timeZone) } ?? .floating(time.time)
      case .zone(let zone):
        zone == "UTC"
          ? (try? time.instant(in: zone)).map { .utc($0) } ?? .floating(time.time)
          : .zoned(time.time, zone: zone)
      }
    var lines = [live.console.text("calendar.binding.\(binding.rawValue)")]
    var summary = title
    var isSuggestion = binding == .optional
    if case .task(let task, let owner) = occurrence.step.work {
      lines = [task, live.console.text("calendar.owner", owner)]
      summary = title == task ? title : "\(title) : \(task)"
      isSuggestion = false
    } else {
      lines.append(live.console.text("calendar.forStores", stores))
    }
    return ICalendarEvent(
      uid: "\(occurrence.key)@\(Self.host(organisation)).vitrine",
      stamp: live.desk.time.now(), start: start, summary: summary,
      description: lines.joined(separator: "\n"), categories: [binding.rawValue],
      status: isSuggestion ? .tentative : .confirmed)
  }

  /// The organisation as a part of an id: letters and digits of ASCII.
  private static func host(_ organisation: String) -> String {
    let kept = organisation.lowercased().utf8.filter {
      (97...122).contains($0) || (48...57).contains($0)
    }
    return kept.isEmpty ? "desk" : String(decoding: kept, as: UTF8.self)
  }
}
