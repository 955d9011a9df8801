/// The periods that a text names, as `docs/rules.md` lists them.
struct PeriodScan {
  /// Days of an offer or of an event; an end that the text leaves open is `nil`.
  struct Period {
    var from: CivilDate?
    var until: CivilDate?
    /// The tokens that say so.
    let range: Range<Int>
  }

  private(set) var found: [Period] = []
  let text: TokenizedText
  let today: CivilDate
  var sentence = 0..<0

  /// Reads a text that is published on a day: dates without a year are near to it.
  init(_ text: TokenizedText, today: CivilDate) {
    self.text = text
    self.today = today
    for sentence in text.sentences {
      self.sentence = sentence
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        if let period = period(at: index) {
          add(period)
          index = max(index + 1, period.range.upperBound)
        } else {
          index += 1
        }
      }
    }
  }

  /// Adds a period; « dès vendredi et jusqu'au 1er décembre » is one.
  private mutating func add(_ period: Period) {
    if let last = found.last, last.until == nil, period.from == nil, let from = last.from,
      let until = period.until, from <= until, last.range.lowerBound >= sentence.lowerBound,
      period.range.lowerBound - last.range.upperBound <= 8
    {
      found[found.count - 1] = Period(
        from: from, until: until, range: last.range.lowerBound..<period.range.upperBound)
    } else {
      found.append(period)
    }
  }

  func token(_ index: Int) -> RuleToken? {
    sentence.contains(index) ? text.tokens[index] : nil
  }

  func isWord(_ index: Int, _ words: String...) -> Bool {
    token(index)?.isOne(of: words) == true
  }

  private func period(at index: Int) -> Period? {
    switch token(index)?.text {
    case "du", "de", "d": return fromTo(index + 1, from: index)
    case "jusqu", "jusque":
      if isWord(index + 1, "au"), let date = date(at: index + 2) {
        return Period(from: nil, until: day(date), range: index..<date.end)
      }
      return vagueEnd(index)
    case "partir", "compter":
      return isWord(index + 1, "du", "de") ? beginning(index + 2, from: index) : nil
    case "des": return beginning(isWord(index + 1, "le") ? index + 2 : index + 1, from: index)
    case "les": return list(index)
    case "tout": return wholeMonth(index)
    case "demain":
      let tomorrow = day(inDays: 1)
      return Period(from: tomorrow, until: tomorrow, range: index..<index + 1)
    case "en": return laterMonth(index)
    case "semaine", "mois": return next(index)
    case "pendant", "durant": return duration(index)
    case "avant", "depuis":
      // A deadline and a beginning long past are no days of an offer.
      guard let date = date(at: isWord(index + 1, "le") ? index + 2 : index + 1) else {
        return nil
      }
      return Period(from: today, until: nil, range: index..<date.end)
    case "le":
      guard let date = date(at: index + 1) else { return nil }
      return Period(from: day(date), until: day(date), range: index..<date.end)
    default:
      if let period = fromTo(index, from: index) { return period }
      guard let date = date(at: index) else { return nextWeekday(index) }
      return Period(from: day(date), until: day(date), range: index..<date.end)
    }
  }

  /// What begins on a date, or on the next of a weekday: « dès le 5 décembre », « dès lundi ».
  private func beginning(_ index: Int, from start: Int) -> Period? {
    if let date = date(at: index) {
      return Period(from: day(date), until: nil, range: start..<date.end)
    }
    guard let weekday = Self.weekdays[token(index)?.text ?? ""] else { return nil }
    return Period(from: upcoming(weekday), until: nil, range: start..<index + 1)
  }

  /// « du 24 au 29 novembre », « du mardi 24 novembre au 6 décembre ».
  private func fromTo(_ index: Int, from place: Int) -> Period? {
    guard let first = partialDate(at: index), isWord(first.end, "au", "a"),
      let last = date(at: first.end + 1)
    else { return nil }
    let until = day(last)
    var start = first
    start.month = first.month ?? last.month
    start.year = first.year ?? last.year
    var from = day(start)
    if let begin = from, let until, begin > until, first.year == nil {
      from = CivilDate(year: begin.year - 1, month: begin.month, day: begin.day)
    }
    return Period(from: from, until: until, range: place..<last.end)
  }

  /// « les 27 et 28 novembre », « les vendredi 27 et samedi 28 novembre ».
  private func list(_ index: Int) -> Period? {
    guard var last = partialDate(at: index + 1) else { return nil }
    let firstDay = last.day
    var count = 1
    while last.month == nil, count < 10 {
      let next = isWord(last.end, "et") ? last.end + 1 : last.end
      guard let date = partialDate(at: next) else { return nil }
      last = date
      count += 1
    }
    guard last.month != nil, let until = day(last) else { return nil }
    let from = CivilDate(year: until.year, month: until.month, day: firstDay)
    return Period(from: from.map { min($0, until) }, until: until, range: index..<last.end)
  }

  /// « tout le mois », « tout le mois de décembre ».
  private func wholeMonth(_ index: Int) -> Period? {
    guard isWord(index + 1, "le"), isWord(index + 2, "mois") else { return nil }
    var end = index + 3
    var month = today.month
    if isWord(end, "de", "d"), let named = Self.months[token(end + 1)?.text ?? ""] {
      month = named
      end += 2
    }
    guard let first = nearest(day: 1, month: month) else { return nil }
    let from = month == today.month ? max(first, today) : first
    return Period(from: from, until: lastDay(of: first), range: index..<end)
  }
}
