/// A calendar as a file for other programs (RFC 5545, with the names of RFC 7986).
///
/// The same calendar gives the same bytes, whatever machine writes them, if its zones are the same.
package struct ICalendarDocument: Sendable {
  /// What the calendar is called in the reader's list.
  package var name: String
  /// The events in the order in which they are written.
  package var events: [ICalendarEvent]
  private let offset: ZoneOffset

  /// Makes a calendar; the function knows how far the clock of a zone is ahead of UTC.
  package init(
    name: String, events: [ICalendarEvent], offset: @escaping ZoneOffset
  ) {
    self.name = name
    self.events = events
    self.offset = offset
  }

  /// The file.
  package var bytes: [UInt8] {
    var writer = ICalendarWriter()
    writer.write(component: "VCALENDAR") { writer in
      writer.write("VERSION", "2.0")
      writer.write("PRODID", text: "-//Vitrine//Vitrine//FR")
      writer.write("CALSCALE", "GREGORIAN")
      writer.write("METHOD", "PUBLISH")
      writer.write("NAME", text: name)
      // Apple, Google and Microsoft read this one; the other became a standard later.
      writer.write("X-WR-CALNAME", text: name)
      for zone in zones { zone.write(to: &writer) }
      for event in events { event.write(to: &writer) }
    }
    return writer.bytes
  }

  /// The zones that events name, each once, from the year of its first event.
  private var zones: [ICalendarZone] {
    var years: [String: Int] = [:]
    for event in events {
      guard case .zoned(let time, let zone) = event.start else { continue }
      years[zone] = min(years[zone] ?? time.date.year, time.date.year)
    }
    return years.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ICalendarZone($0.key, firstYear: $0.value, offset: offset) }
  }
}
