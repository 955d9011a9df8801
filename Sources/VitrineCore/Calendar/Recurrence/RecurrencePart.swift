/// One part of a rule, `BYDAY=1FR`, and where it stands.
struct RecurrencePart {
  let name: String
  let value: String
  private let offset: Int

  /// Takes a piece of the rule apart; its name must be one of those that a rule can have.
  init(_ piece: ArraySlice<UInt8>, at offset: Int, among names: [String]) throws(RecurrenceError) {
    let text = String(decoding: piece, as: UTF8.self)
    guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else {
      let message =
        piece.starts(with: "RRULE:".utf8)
        ? Message("recurrence.prefix") : Message("recurrence.form", TerminalText.excerpt(text))
      throw RecurrenceError(message: message, offset: offset)
    }
    name = String(decoding: piece[..<equals], as: UTF8.self)
    value = String(decoding: piece[piece.index(after: equals)...], as: UTF8.self)
    self.offset = offset + equals - piece.startIndex + 1
    guard names.contains(name) else {
      let shown = TerminalText.excerpt(name)
      let message =
        name.utf8.starts(with: "RRULE:".utf8)
        ? Message("recurrence.prefix")
        : name == "BYSECOND"
          ? Message("recurrence.often", name)
          : EditDistance.suggestion(for: name.uppercased(), among: names).map {
            Message("recurrence.name.suggestion", shown, $0)
          } ?? Message("recurrence.name", shown, names.joined(separator: ", "))
      throw RecurrenceError(message: message, offset: offset)
    }
  }

  func error(_ message: Message) -> RecurrenceError {
    RecurrenceError(message: message, offset: offset)
  }

  private func unfit(_ text: String, _ wanted: String) -> RecurrenceError {
    error(Message("recurrence.value", name, TerminalText.excerpt(text), wanted))
  }

  /// A number without a sign.
  func number(_ range: ClosedRange<Int>) throws(RecurrenceError) -> Int {
    guard let number = Self.digits(value.utf8[...]), range.contains(number) else {
      throw unfit(value, "\(range.lowerBound)–\(range.upperBound)")
    }
    return number
  }

  /// Numbers, each once; where they may be signed, -1 is the last.
  func numbers(
    _ range: ClosedRange<Int>, isSigned: Bool = true
  ) throws(RecurrenceError) -> [Int] {
    var numbers: [Int] = []
    for item in value.split(separator: ",", omittingEmptySubsequences: false) {
      let sign = item.utf8.first
      let isNegative = isSigned && sign == UInt8(ascii: "-")
      let isMarked = isNegative || isSigned && sign == UInt8(ascii: "+")
      guard let number = Self.digits(isMarked ? item.utf8.dropFirst() : item.utf8[...]),
        range.contains(number)
      else {
        let most = "\(range.lowerBound)–\(range.upperBound)"
        throw unfit(String(item), isSigned ? "\(most), -1…-\(range.upperBound)" : most)
      }
      let signed = isNegative ? -number : number
      if !numbers.contains(signed) { numbers.append(signed) }
    }
    return numbers
  }

  /// Weekdays, with an ordinal where it says one.
  func weekdays() throws(RecurrenceError) -> [RecurrenceRule.Weekday] {
    var days: [RecurrenceRule.Weekday] = []
    for item in value.split(separator: ",", omittingEmptySubsequences: false) {
      let day = try weekday(String(item))
      if !days.contains(day) { days.append(day) }
    }
    return days
  }

  /// A weekday alone.
  func weekday() throws(RecurrenceError) -> RecurrenceRule.Weekday {
    let day = try weekday(value)
    guard day.ordinal == 0 else { throw unfit(value, "MO, TU, WE, TH, FR, SA, SU") }
    return day
  }

  private func weekday(_ text: String) throws(RecurrenceError) -> RecurrenceRule.Weekday {
    let bytes = Array(text.utf8)
    let name = String(decoding: bytes.suffix(2), as: UTF8.self)
    var head = bytes.dropLast(2)
    let isNegative = head.first == UInt8(ascii: "-")
    if isNegative || head.first == UInt8(ascii: "+") { head = head.dropFirst() }
    guard let day = RecurrenceRule.weekdayNames.firstIndex(of: name) else {
      throw unfit(text, "MO, TU, WE, TH, FR, SA, SU, 1FR, -1SU")
    }
    if bytes.count == 2 { return RecurrenceRule.Weekday(day: day, ordinal: 0) }
    guard let number = Self.digits(head), (1...53).contains(number) else {
      throw unfit(text, "MO, TU, WE, TH, FR, SA, SU, 1FR, -1SU")
    }
    return RecurrenceRule.Weekday(day: day, ordinal: isNegative ? -number : number)
  }

  /// `20271231`, `20271231T180000`, or the same with a `Z`.
  func end() throws(RecurrenceError) -> RecurrenceRule.End {
    var reader = DigitReader(value.utf8)
    guard let year = reader.number(4), let month = reader.number(2), let day = reader.number(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { throw unfit(value, "20271231, 20271231T180000") }
    if reader.isAtEnd { return .day(date) }
    guard reader.skip("T"), let hour = reader.number(2), let minute = reader.number(2),
      let second = reader.number(2), hour < 24, minute < 60, second < 60,
      let time = LocalTime(date: date, minutes: hour * 60 + minute)
    else { throw unfit(value, "20271231, 20271231T180000") }
    let isUTC = reader.skip("Z")
    guard reader.isAtEnd else { throw unfit(value, "20271231, 20271231T180000") }
    return isUTC ? .utc(time) : .time(time)
  }

  private static func digits(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...5).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
