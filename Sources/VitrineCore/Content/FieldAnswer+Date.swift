extension FieldAnswer {
  /// A day as people write it: `28/11`, `28/11/2026`, `2026-11-28`, `28 novembre`, `1er décembre`,
  /// `samedi`, `samedi 28 novembre`, `aujourd'hui`, `demain`, `après-demain`, and the English words.
  ///
  /// Without a year it is the next such day, today included; a weekday beside a date must be its own.
  static func date(
    _ typed: String, today: CivilDate, language: Language
  ) throws(Refusal) -> CivilDate {
    let refusal = Refusal(Message("answer.date", TerminalText.excerpt(typed)))
    // Longer answers are no dates, and splitting them would only cost time.
    guard typed.utf8.count <= 64 else { throw refusal }
    // Folding makes blanks and dashes one, so that words and figures part alike.
    var words = typed.folded.split { "-/., ".contains($0) }.map(String.init)
    if words.first == "le" { words.removeFirst() }
    if let days = relative(words) { return CivilDate(daysSince1970: today.daysSince1970 + days) }
    let weekday = words.first.flatMap { CalendarWords.index(of: $0, in: CalendarWords.weekdays) }
    if let weekday {
      words.removeFirst()
      if words.isEmpty {
        let wait = (weekday - today.weekdayFromMonday + 7) % 7
        return CivilDate(daysSince1970: today.daysSince1970 + wait)
      }
    }
    guard let parts = Parts(words) else { throw refusal }
    guard let date = parts.date(from: today) else {
      throw Refusal(Message("answer.noDay", TerminalText.excerpt(typed)))
    }
    if let weekday, weekday != date.weekdayFromMonday {
      let actual = CalendarWords.weekday(date.weekdayFromMonday, language)
      throw Refusal(Message("answer.weekday", dayAndMonth(date, language), actual))
    }
    return date
  }

  private static func relative(_ words: [String]) -> Int? {
    switch words {
    case ["aujourd'hui"], ["aujourdhui"], ["today"]: 0
    case ["demain"], ["tomorrow"]: 1
    case ["apres", "demain"]: 2
    default: nil
    }
  }

  /// Day, month and perhaps a year, not yet known to exist together.
  private struct Parts {
    let day: Int
    let month: Int
    let year: Int?

    init?(_ words: [String]) {
      var words = words
      if words.count == 3, words[0].utf8.count == 4 { words.reverse() }
      guard words.count == 2 || words.count == 3,
        let day = Self.digits(
          words[0].hasSuffix("er") ? String(words[0].dropLast(2)) : words[0], 1...2),
        let month = Self.digits(words[1], 1...2)
          ?? CalendarWords.index(of: words[1], in: CalendarWords.months).map({ $0 + 1 })
      else { return nil }
      self.day = day
      self.month = month
      guard words.count == 3 else {
        year = nil
        return
      }
      if let short = Self.digits(words[2], 2...2) {
        year = 2000 + short
      } else if let long = Self.digits(words[2], 4...4) {
        year = long
      } else {
        return nil
      }
    }

    /// The date, or the next one without a year: the longest wait for a 29 February is eight years.
    func date(from today: CivilDate) -> CivilDate? {
      if let year { return CivilDate(year: year, month: month, day: day) }
      for year in today.year...(today.year + 8) {
        if let date = CivilDate(year: year, month: month, day: day), date >= today { return date }
      }
      return nil
    }

    private static func digits(_ word: String, _ lengths: ClosedRange<Int>) -> Int? {
      guard lengths.contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) })
      else { return nil }
      return Int(word)
    }
  }
}
