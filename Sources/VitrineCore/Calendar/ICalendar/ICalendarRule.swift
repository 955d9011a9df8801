/// The rule of a series as it stands beside a start (RFC 5545 3.8.5.3).
struct ICalendarRule {
  /// The value of the property.
  let text: String

  /// Takes a rule in Vitrine's spelling; nil for a text that is none, so that it cannot say more.
  init?(_ rule: String, on clock: ICalendarClock) {
    var parts: [String] = []
    var hasFrequency = false
    for part in rule.split(separator: ";", omittingEmptySubsequences: false) {
      guard Self.isPlain(part.utf8) else { return nil }
      hasFrequency = hasFrequency || part.utf8.starts(with: "FREQ=".utf8)
      guard part.utf8.starts(with: "UNTIL=".utf8) else {
        parts.append(String(part))
        continue
      }
      guard let end = Self.end(part.utf8.dropFirst(6), on: clock) else { return nil }
      parts.append("UNTIL=\(end)")
    }
    guard hasFrequency else { return nil }
    text = parts.joined(separator: ";")
  }

  /// The end of the series; a day counts with all its hours, and a `Z` says no more than the clock's
  /// own time, as everywhere in Vitrine.
  private static func end(_ value: Substring.UTF8View, on clock: ICalendarClock) -> String? {
    var reader = DigitReader(String(Substring(value)).utf8)
    guard let year = reader.number(4), let month = reader.number(2), let day = reader.number(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if reader.isAtEnd {
      return LocalTime(date: date, minutes: 1439).map { clock.end($0, seconds: 59) }
    }
    guard reader.skip("T"), let hour = reader.number(2), let minute = reader.number(2),
      let second = reader.number(2), second < 60,
      let time = LocalTime(date: date, minutes: hour * 60 + minute)
    else { return nil }
    _ = reader.skip("Z")
    return reader.isAtEnd ? clock.end(time, seconds: second) : nil
  }

  /// A name, an equals sign, and letters, digits, signs and commas.
  private static func isPlain(_ part: Substring.UTF8View) -> Bool {
    guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let name = part[..<equals]
    let value = part[part.index(after: equals)...]
    return !name.isEmpty && !value.isEmpty && name.allSatisfy { (0x41...0x5A).contains($0) }
      && value.allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2C, 0x2D].contains($0)
      }
  }
}
