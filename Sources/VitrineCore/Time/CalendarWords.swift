/// The names of days and months, as people type and read them.
package enum CalendarWords {
  /// The days of the week from Monday, folded, in French and English.
  static let weekdays = zip(FieldFormat.weekdays, englishWeekdays).map { [$0.folded, $1.folded] }

  /// The months from January, folded, in French and English.
  static let months = zip(FieldFormat.months, englishMonths).map { [$0.folded, $1.folded] }

  private static let englishWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The index of the only entry that a folded word names, by three letters of it or more.
  static func index(of word: String, in names: [[String]]) -> Int? {
    if let exact = names.firstIndex(where: { $0.contains(word) }) { return exact }
    guard word.utf8.count >= 3 else { return nil }
    let found = names.indices.filter { index in
      names[index].contains { $0.utf8.starts(with: word.utf8) }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The weekday as it is read, from Monday as 0.
  package static func weekday(_ index: Int, _ language: Language) -> String {
    language == .fr ? FieldFormat.weekdays[index] : englishWeekdays[index]
  }

  /// The month as it is read, from 1.
  package static func month(_ number: Int, _ language: Language) -> String {
    language == .fr ? FieldFormat.months[number - 1] : englishMonths[number - 1]
  }
}

extension CivilDate {
  /// The day of the week, from Monday as 0; 1970-01-01 was a Thursday.
  package var weekdayFromMonday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }
}
