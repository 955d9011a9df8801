/// Periods without a date: « jusqu'à lundi », « la semaine prochaine », « pendant dix jours ».
extension PeriodScan {
  /// « jusqu'à lundi », « jusqu'à fin décembre », « jusqu'à la fin du mois », « jusqu'à Noël ».
  func vagueEnd(_ index: Int) -> Period? {
    guard isWord(index + 1, "a") else { return nil }
    if let weekday = Self.weekdays[token(index + 2)?.text ?? ""] {
      let ahead = (weekday - Self.weekday(of: today) + 7) % 7
      return Period(from: nil, until: day(inDays: ahead), range: index..<index + 3)
    }
    if isWord(index + 2, "noel") {
      return Period(from: nil, until: nearest(day: 25, month: 12), range: index..<index + 3)
    }
    let end = isWord(index + 2, "la") ? index + 3 : index + 2
    guard isWord(end, "fin") else { return nil }
    if isWord(end + 1, "du"), isWord(end + 2, "mois") {
      return Period(from: nil, until: lastDay(of: today), range: index..<end + 3)
    }
    let place = isWord(end + 1, "de", "d") ? end + 2 : end + 1
    guard let month = Self.months[token(place)?.text ?? ""],
      let first = nearest(day: 1, month: month)
    else { return nil }
    return Period(from: nil, until: lastDay(of: first), range: index..<place + 1)
  }

  /// « lundi prochain ».
  func nextWeekday(_ index: Int) -> Period? {
    guard let weekday = Self.weekdays[token(index)?.text ?? ""], isWord(index + 1, "prochain")
    else {
      return nil
    }
    let day = upcoming(weekday)
    return Period(from: day, until: day, range: index..<index + 2)
  }

  /// « la semaine prochaine », from its Monday; « le mois prochain », from its first day.
  func next(_ index: Int) -> Period? {
    if isWord(index, "semaine"), isWord(index + 1, "prochaine") {
      return Period(from: upcoming(0), until: nil, range: index..<index + 2)
    }
    guard isWord(index, "mois"), isWord(index + 1, "prochain") else { return nil }
    let first = lastDay(of: today).map { CivilDate(daysSince1970: $0.daysSince1970 + 1) }
    return Period(from: first, until: nil, range: index..<index + 2)
  }

  /// « en décembre », when that month is still to come.
  func laterMonth(_ index: Int) -> Period? {
    guard let month = Self.months[token(index + 1)?.text ?? ""], month != today.month,
      let first = nearest(day: 1, month: month), first > today
    else { return nil }
    return Period(from: first, until: lastDay(of: first), range: index..<index + 2)
  }

  /// « pendant dix jours », « pendant 2 semaines », counted from the day of publication.
  func duration(_ index: Int) -> Period? {
    guard let count = token(index + 1)?.small, (1...60).contains(count) else { return nil }
    let days: Int
    if isWord(index + 2, "jour", "jours") {
      days = count
    } else if isWord(index + 2, "semaine", "semaines") {
      days = count * 7
    } else {
      return nil
    }
    return Period(from: nil, until: day(inDays: days - 1), range: index..<index + 3)
  }

  /// The next such day, not today.
  func upcoming(_ weekday: Int) -> CivilDate {
    day(inDays: (weekday - Self.weekday(of: today) + 6) % 7 + 1)
  }

  func day(inDays days: Int) -> CivilDate {
    CivilDate(daysSince1970: today.daysSince1970 + days)
  }

  /// The last day of a day's month.
  func lastDay(of date: CivilDate) -> CivilDate? {
    (28...31).reversed().compactMap {
      CivilDate(year: date.year, month: date.month, day: $0)
    }.first
  }
}
