/// The names of days and months, as people type and read them.
enum CalendarWords {
  /// The days of the week from Monday, folded, in French and English.
  static let weekdays = [
    ["lundi", "monday"], ["mardi", "tuesday"], ["mercredi", "wednesday"], ["jeudi", "thursday"],
    ["vendredi", "friday"], ["samedi", "saturday"], ["dimanche", "sunday"],
  ]

  /// The months from January, folded, in French and English.
  static let months = [
    ["janvier", "january"], ["fevrier", "february"], ["mars", "march"], ["avril", "april"],
    ["mai", "may"], ["juin", "june"], ["juillet", "july"], ["aout", "august"],
    ["septembre", "september"], ["octobre", "october"], ["novembre", "november"],
    ["decembre", "december"],
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
  static func weekday(_ index: Int, _ language: Language) -> String {
    let french = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    let english = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    return language == .fr ? french[index] : english[index]
  }

  /// The month as it is read, from 1.
  static func month(_ number: Int, _ language: Language) -> String {
    let french = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ]
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return language == .fr ? french[number - 1] : english[number - 1]
  }
}

extension CivilDate {
  /// The day of the week, from Monday as 0; 1970-01-01 was a Thursday.
  var weekdayFromMonday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }
}
