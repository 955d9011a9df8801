extension PeriodScan {
  /// A date as written; without a year it is the one nearest to the publication.
  struct WrittenDate {
    var day: Int
    var month: Int?
    var year: Int?
    /// The place behind it.
    var end: Int
  }

  static let months = [
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12, "janv": 1, "fevr": 2,
    "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  /// Monday is 0.
  static let weekdays = [
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
  ]

  /// Monday is 0; 1970-01-01 was a Thursday.
  static func weekday(of date: CivilDate) -> Int { (date.daysSince1970 % 7 + 10) % 7 }

  /// A date with its month; « samedi 28 » is the one nearest to the publication.
  func date(at index: Int) -> WrittenDate? {
    guard var date = partialDate(at: index) else { return nil }
    if date.month == nil {
      guard Self.weekdays[token(index)?.text ?? ""] != nil, !isMeasured(date.end),
        let nearest = nearest(day: date.day)
      else { return nil }
      date.month = nearest.month
      date.year = nearest.year
    }
    return date
  }

  /// Whether a number before this place counts something: « le jeudi, 14 € le panier ».
  private func isMeasured(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    let units = ["h", "heure", "euro", "eur", "kg", "g", "cl", "l", "an", "place", "piece", "pers"]
    return token.kind != .word || units.contains { token.text == $0 || token.text == $0 + "s" }
  }

  /// `[weekday] D [er] [month [year]]`, or `D/M[/Y]`.
  func partialDate(at index: Int) -> WrittenDate? {
    var place = index
    if Self.weekdays[token(place)?.text ?? ""] != nil { place += 1 }
    guard let day = token(place)?.small, token(place)?.kind == .number, (1...31).contains(day)
    else { return nil }
    place += 1
    if token(place)?.isSign("/") == true {
      guard let month = token(place + 1)?.small, (1...12).contains(month) else { return nil }
      var date = WrittenDate(day: day, month: month, end: place + 2)
      if token(date.end)?.isSign("/") == true, let year = year(date.end + 1) {
        date.year = year
        date.end += 2
      }
      return date
    }
    if token(place)?.isWord("er") == true { place += 1 }
    var date = WrittenDate(day: day, end: place)
    if let month = Self.months[token(place)?.text ?? ""] {
      date.month = month
      date.end += 1
      if let year = year(date.end) {
        date.year = year
        date.end += 1
      }
    }
    return date
  }

  private func year(_ index: Int) -> Int? {
    guard let token = token(index), let year = token.yearNumber else { return nil }
    return year
  }

  /// The day that a date means; `nil` for the 31st of a shorter month.
  func day(_ date: WrittenDate) -> CivilDate? {
    guard let month = date.month else { return nil }
    if let year = date.year { return CivilDate(year: year, month: month, day: date.day) }
    return nearest(day: date.day, month: month)
  }

  /// That day of the month before, of this one or of the next, whichever is nearest.
  private func nearest(day: Int) -> CivilDate? {
    (-1...1).compactMap { shift in
      let months = today.year * 12 + today.month - 1 + shift
      return CivilDate(year: months / 12, month: months % 12 + 1, day: day)
    }
    .min { distance($0) < distance($1) }
  }

  private func distance(_ date: CivilDate) -> Int {
    abs(date.daysSince1970 - today.daysSince1970)
  }

  /// That day of the year before, of this one or of the next, whichever is nearest.
  func nearest(day: Int, month: Int) -> CivilDate? {
    (today.year - 1...today.year + 1)
      .compactMap { CivilDate(year: $0, month: month, day: day) }
      .min { distance($0) < distance($1) }
  }
}

extension RuleToken {
  /// The number as a year of our time, in four digits or in two.
  var yearNumber: Int? {
    guard let value, value % 1_000_000 == 0 else { return nil }
    switch value / 1_000_000 {
    case let year where (2000...2099).contains(year): return year
    case let year where (20...99).contains(year) && text.utf8.count == 2: return 2000 + year
    default: return nil
    }
  }
}
