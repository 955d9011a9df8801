/// A moment in milliseconds since 1970, with the two spellings that the sandbox writes.
struct Instant: Sendable, Hashable, Comparable {
  var milliseconds: Int64

  var seconds: Int64 { milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000 }

  static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  func advanced(byMilliseconds delta: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    return Instant(milliseconds: overflow ? (delta > 0 ? .max : .min) : sum)
  }

  /// The network's own spelling, `2019-05-17T16:24:04+0000`: no colon in the offset, never a `Z`.
  var graphText: String { text(ending: "+0000") }

  /// RFC 3339 in UTC, for the sandbox's own pages.
  var rfc3339: String { text(ending: "Z") }

  private func text(ending: String) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let (year, month, day) = Self.civil(fromDays: days)
    let rest = seconds - days * 86_400
    var bytes: [UInt8] = []
    func append(_ value: Int64, _ width: Int, _ end: UInt8?) {
      let digits = String(value).utf8
      for _ in 0..<max(0, width - digits.count) { bytes.append(0x30) }
      bytes.append(contentsOf: digits)
      if let end { bytes.append(end) }
    }
    append(year, 4, 0x2D)
    append(month, 2, 0x2D)
    append(day, 2, 0x54)
    append(rest / 3600, 2, 0x3A)
    append(rest / 60 % 60, 2, 0x3A)
    append(rest % 60, 2, nil)
    bytes.append(contentsOf: ending.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The proleptic Gregorian date of a day number, counted from 1970-01-01.
  private static func civil(fromDays days: Int64) -> (Int64, Int64, Int64) {
    // Shifted so that years begin in March: the leap day is then the last day of a year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads Unix seconds, or ISO 8601 with `Z` or an offset; nil for anything else.
  ///
  /// The real network also takes free text such as "tomorrow noon"; nobody should send that.
  init?(parameter text: String) {
    if let seconds = Int64(text) {
      let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
      guard !overflow else { return nil }
      self.init(milliseconds: milliseconds)
      return
    }
    let bytes = Array(text.utf8)
    func field(_ start: Int, _ count: Int) -> Int64? {
      guard start + count <= bytes.count else { return nil }
      var value: Int64 = 0
      for byte in bytes[start..<(start + count)] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A, bytes[16] == 0x3A, let year = field(0, 4), let month = field(5, 2),
      let day = field(8, 2), let hour = field(11, 2), let minute = field(14, 2),
      let second = field(17, 2), (1...12).contains(month), (1...31).contains(day), hour < 24,
      minute < 60, second < 60
    else { return nil }
    let dayNumber = Self.days(year: year, month: month, day: day)
    guard Self.civil(fromDays: dayNumber) == (year, month, day) else { return nil }
    var offset: Int64 = 0
    if bytes[19] != 0x5A || bytes.count != 20 {
      let digits = bytes[20...].filter { $0 != 0x3A }
      guard bytes[19] == 0x2B || bytes[19] == 0x2D, digits.count == 4,
        let value = Int64(String(decoding: digits, as: UTF8.self))
      else { return nil }
      offset = (value / 100 * 3600 + value % 100 * 60) * (bytes[19] == 0x2B ? 1 : -1)
    }
    let seconds = dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
    self.init(milliseconds: seconds * 1000)
  }

  init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }
}
