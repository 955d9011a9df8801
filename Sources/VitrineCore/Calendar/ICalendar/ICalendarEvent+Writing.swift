extension ICalendarEvent {
  /// Writes the VEVENT.
  func write(to writer: inout ICalendarWriter, offset: @escaping ZoneOffset) {
    let clock = ICalendarClock(of: start, offset: offset)
    writer.write(component: "VEVENT") { writer in
      writer.write("UID", text: uid)
      writer.write("DTSTAMP", stamp.iCalendar)
      write("DTSTART", [first], to: &writer)
      if durationMinutes > 0 { writer.write("DURATION", "PT\(durationMinutes)M") }
      if let rule = rule.flatMap({ ICalendarRule($0, on: clock) }) {
        writer.write("RRULE", rule.text)
        // One line for each: readers have been seen to take the first of a list only.
        for time in Set(excluded).sorted() { write("EXDATE", [time], to: &writer) }
      }
      writer.write("SUMMARY", text: summary)
      if !description.isEmpty { writer.write("DESCRIPTION", text: description) }
      if !categories.isEmpty {
        writer.write("CATEGORIES", categories.map(ICalendarText.escaped).joined(separator: ","))
      }
      if let url { writer.write("URL", ICalendarText.uri(url)) }
      writer.write("STATUS", status.rawValue)
      writer.write("SEQUENCE", String(max(0, sequence)))
      writer.write("TRANSP", "TRANSPARENT")
    }
  }

  private var first: LocalTime {
    switch start {
    case .floating(let time), .zoned(let time, _): time
    case .utc(let instant): LocalTime(secondsSince1970: instant.milliseconds / 1000)
    }
  }

  private func write(_ name: String, _ times: [LocalTime], to writer: inout ICalendarWriter) {
    for time in times {
      switch start {
      case .floating: writer.write(name, time.iCalendar())
      case .zoned(_, let zone): writer.write(name, [("TZID", zone)], time.iCalendar())
      case .utc(let instant):
        writer.write(name, time.iCalendar(seconds: Int(instant.milliseconds / 1000 % 60)) + "Z")
      }
    }
  }
}
