extension RecurrenceRule {
  /// The longest text that is read, in bytes.
  package static let longestText = 500

  private static let names = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY",
    "BYDAY", "BYHOUR", "BYMINUTE", "BYSETPOS", "WKST",
  ]

  /// Reads a rule; throws with the first thing that is wrong and its place.
  package static func parse(_ text: String) throws(RecurrenceError) -> RecurrenceRule {
    let bytes = Array(text.utf8)
    guard bytes.count <= longestText else {
      throw RecurrenceError(
        message: Message("recurrence.long", bytes.count, longestText), offset: 0)
    }
    var parts: [String: RecurrencePart] = [:]
    var offset = 0
    for piece in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let part = try RecurrencePart(piece, at: offset, among: names)
      guard parts.updateValue(part, forKey: part.name) == nil else {
        throw RecurrenceError(message: Message("recurrence.twice", part.name), offset: offset)
      }
      offset += piece.count + 1
    }
    guard let frequency = parts["FREQ"] else {
      throw RecurrenceError(message: Message("recurrence.noFrequency"), offset: 0)
    }
    guard let known = Frequency(rawValue: frequency.value) else {
      let isOften = ["HOURLY", "MINUTELY", "SECONDLY"].contains(frequency.value)
      throw frequency.error(
        isOften
          ? Message("recurrence.often", frequency.value)
          : Message("recurrence.frequency", TerminalText.excerpt(frequency.value)))
    }
    var rule = RecurrenceRule(known)
    if let part = parts["INTERVAL"] { rule.interval = try part.number(1...1000) }
    if let part = parts["COUNT"] { rule.count = try part.number(1...10_000) }
    if let part = parts["UNTIL"] {
      guard rule.count == nil else { throw part.error(Message("recurrence.countAndUntil")) }
      rule.until = try part.end()
    }
    if let part = parts["BYMONTH"] { rule.months = try part.numbers(1...12, isSigned: false) }
    if let part = parts["BYWEEKNO"] { rule.weeks = try part.numbers(1...53) }
    if let part = parts["BYYEARDAY"] { rule.yearDays = try part.numbers(1...366) }
    if let part = parts["BYMONTHDAY"] { rule.monthDays = try part.numbers(1...31) }
    if let part = parts["BYDAY"] { rule.weekdays = try part.weekdays() }
    if let part = parts["BYHOUR"] { rule.hours = try part.numbers(0...23, isSigned: false) }
    if let part = parts["BYMINUTE"] { rule.minutes = try part.numbers(0...59, isSigned: false) }
    if let part = parts["BYSETPOS"] { rule.positions = try part.numbers(1...366) }
    if let part = parts["WKST"] { rule.weekStart = try part.weekday().day }
    try rule.checkCombination(parts)
    return rule
  }

  /// What RFC 5545 does not let stand together.
  private func checkCombination(_ parts: [String: RecurrencePart]) throws(RecurrenceError) {
    func refuse(_ name: String, unless isAllowed: Bool) throws(RecurrenceError) {
      guard let part = parts[name], !isAllowed else { return }
      throw part.error(Message("recurrence.combination", name, frequency.rawValue))
    }
    try refuse("BYWEEKNO", unless: frequency == .yearly)
    try refuse("BYYEARDAY", unless: frequency == .yearly)
    try refuse("BYMONTHDAY", unless: frequency != .weekly)
    if let part = parts["BYDAY"], weekdays.contains(where: { $0.ordinal != 0 }) {
      let limit = frequency == .monthly ? 5 : 53
      guard frequency == .monthly || frequency == .yearly, weeks.isEmpty,
        weekdays.allSatisfy({ abs($0.ordinal) <= limit })
      else { throw part.error(Message("recurrence.ordinal", frequency.rawValue)) }
      // Every Monday and the first Tuesday are two rules: what both together mean, programs disagree about.
      guard weekdays.allSatisfy({ $0.ordinal != 0 }) else {
        throw part.error(Message("recurrence.mixed"))
      }
    }
    if let part = parts["BYSETPOS"],
      parts.keys.allSatisfy({ !$0.hasPrefix("BY") || $0 == "BYSETPOS" })
    {
      throw part.error(Message("recurrence.positionAlone"))
    }
  }
}
