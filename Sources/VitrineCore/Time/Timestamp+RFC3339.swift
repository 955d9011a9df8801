extension Timestamp: Codable, CustomStringConvertible, LosslessStringConvertible {
  /// Reads RFC 3339 strictly: `2026-11-22T08:00:00Z`, with an optional fraction and offset.
  ///
  /// Refuses what does not exist (30 February, hour 24, second 60, offset beyond 23:59) and a time
  /// without an offset: which clock is meant would be a guess.
  package init?(_ text: String) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), reader.skip("T") || reader.skip("t"),
      let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
      reader.skip(":"), let second = reader.number(2),
      let civil = CivilDate(year: year, month: month, day: day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    let fraction = reader.milliseconds()
    guard let fraction, let offset = reader.offsetMinutes(), reader.isAtEnd else { return nil }
    let seconds = Int64(civil.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    let milliseconds = (seconds - Int64(offset) * 60) * 1000 + Int64(fraction)
    guard (0...Self.latest.milliseconds).contains(milliseconds) else { return nil }
    self.init(clamping: milliseconds)
  }

  /// RFC 3339 in UTC with milliseconds: `2026-11-22T08:00:00.000Z`.
  package var description: String {
    let day = Int(milliseconds / 86_400_000)
    let rest = Int(milliseconds % 86_400_000)
    let date = CivilDate(daysSince1970: day)
    let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
    return "\(date)T\(time.joined(separator: ":")).\(padded(rest % 1000, 3))Z"
  }

  /// Reads the RFC 3339 string.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Timestamp(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an RFC 3339 instant")
    }
    self = value
  }

  /// Writes the RFC 3339 string.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
