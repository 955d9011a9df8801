extension ICalendarEvent {
  /// Writes the VEVENT.
  func write(to writer: inout ICalendarWriter) {
    writer.write(component: "VEVENT") { writer in
      writer.write("UID", text: uid)
      writer.write("DTSTAMP", stamp.iCalendar)
      switch start {
      case .floating(let time): writer.write("DTSTART", time.iCalendar())
      case .zoned(let time, let zone): writer.write("DTSTART", [("TZID", zone)], time.iCalendar())
      case .utc(let instant): writer.write("DTSTART", instant.iCalendar)
      }
      if durationMinutes > 0 { writer.write("DURATION", "PT\(durationMinutes)M") }
      writer.write("SUMMARY", text: summary)
      if !description.isEmpty { writer.write("DESCRIPTION", text: description) }
      if !categories.isEmpty {
        writer.write("CATEGORIES", categories.map(ICalendarText.escaped).joined(separator: ","))
      }
      writer.write("STATUS", status.rawValue)
      writer.write("TRANSP", "TRANSPARENT")
    }
  }
}
