extension OpeningHours {
  /// Reads the times of one day, `09:00-12:30,14:00-19:00`, or `off` for none.
  ///
  /// They take the form that they have behind the days of a week; what is wrong is thrown with its
  /// column.
  package static func times(_ text: String) throws(OpeningHoursError) -> [Span] {
    // Days, and a second rule behind a semicolon, are right in a week and wrong here.
    let begins = text.utf8.first { $0 != 0x20 }
    let hasDays = begins.map { (0x41...0x5A).contains($0) } ?? true
    guard !hasDays, !text.utf8.contains(UInt8(ascii: ";")) else {
      throw OpeningHoursError(message: Message("hours.time", TerminalText.excerpt(text)), column: 1)
    }
    let day = "\(Day.monday.rawValue) "
    do throws(OpeningHoursError) {
      return try parse(day + text).spans(on: .monday) ?? []
    } catch {
      let column = max(1, error.column - day.utf8.count)
      throw OpeningHoursError(message: error.message, column: column)
    }
  }
}

extension OpeningHours.Day {
  /// The day of the week of a day that is counted from 1970-01-01, a Thursday.
  package init(daysSince1970 days: Int) { self = Self.week[((days + 3) % 7 + 7) % 7] }

  /// The day of the week that somebody meant with another word for it: `Di`, `dim`, `Sunday`, `su`.
  ///
  /// French abbreviations come first, since `Ma` and `Me` are no English; `Sa` is both.
  package init?(meaning word: String) {
    let word = word.folded
    let french = ["lu", "ma", "me", "je", "ve", "sa", "di"]
    let index =
      french.firstIndex(of: word)
      ?? Self.week.firstIndex { $0.rawValue.folded == word }
      ?? CalendarWords.index(of: word, in: CalendarWords.weekdays)
    guard let index else { return nil }
    self = Self.week[index]
  }
}
