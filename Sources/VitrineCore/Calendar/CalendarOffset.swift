/// A place in time around an anchor: `J-7 09:00`, `J`, `H-2`, `M+45`.
///
/// `J` is the day of the anchor (*jour J*). With an hour it is that hour of the day; without, the
/// hour of the anchor.
package enum CalendarOffset: Hashable, Sendable, CustomStringConvertible {
  /// So many days later, at an hour of its own in minutes from midnight if it says one.
  case days(Int, hour: Int?)
  /// So many minutes later.
  case minutes(Int)

  /// Whether it lies behind its anchor for certain.
  package var isLater: Bool {
    switch self {
    case .days(let days, _): days > 0
    case .minutes(let minutes): minutes > 0
    }
  }

  /// How far from its anchor anything may lie, in days.
  package static let reach = 366

  /// Reads an offset; `nil` for anything else, and for what lies more than a year away.
  package init?(_ text: String) {
    var reader = OffsetReader(text.utf8)
    guard let unit = reader.unit() else { return nil }
    let sign = reader.sign()
    let count = sign == nil ? 0 : reader.number()
    guard let count else { return nil }
    let delta = sign == .minus ? -count : count
    switch unit {
    case .days:
      guard count <= Self.reach else { return nil }
      if reader.isAtEnd {
        self = .days(delta, hour: nil)
      } else if let hour = reader.hour(), reader.isAtEnd {
        self = .days(delta, hour: hour)
      } else {
        return nil
      }
    case .minutes(let length):
      guard sign != nil, reader.isAtEnd, count * length <= Self.reach * 1440 else { return nil }
      self = .minutes(delta * length)
    }
  }

  /// The time at that place; `nil` outside of the years 1970 to 9999.
  package func applied(to anchor: LocalTime) -> LocalTime? {
    switch self {
    case .days(let days, let hour):
      guard let moved = anchor.advanced(byDays: days) else { return nil }
      return hour.map { LocalTime(date: moved.date, minutes: $0) } ?? moved
    case .minutes(let minutes): return anchor.advanced(byMinutes: minutes)
    }
  }

  /// The offset as it is written.
  package var description: String {
    switch self {
    case .days(let days, let hour):
      let day = days == 0 ? "J" : days > 0 ? "J+\(days)" : "J\(days)"
      return hour.map { "\(day) \(padded($0 / 60, 2)):\(padded($0 % 60, 2))" } ?? day
    case .minutes(let minutes):
      let (unit, count) = minutes % 60 == 0 ? ("H", minutes / 60) : ("M", minutes)
      return count < 0 ? "\(unit)\(count)" : "\(unit)+\(count)"
    }
  }
}

/// The letters of an offset, one after the other.
private struct OffsetReader {
  enum Unit { case days, minutes(Int) }
  enum Sign { case plus, minus }

  private var rest: Substring.UTF8View

  init(_ text: String.UTF8View) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func unit() -> Unit? {
    switch rest.popFirst() {
    case UInt8(ascii: "J"): .days
    case UInt8(ascii: "H"): .minutes(60)
    case UInt8(ascii: "M"): .minutes(1)
    default: nil
    }
  }

  mutating func sign() -> Sign? {
    let sign: Sign? =
      rest.first == UInt8(ascii: "+") ? .plus : rest.first == UInt8(ascii: "-") ? .minus : nil
    if sign != nil { rest = rest.dropFirst() }
    return sign
  }

  /// A whole number of at most six digits.
  mutating func number() -> Int? {
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...6).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// ` HH:MM`, in minutes from midnight.
  mutating func hour() -> Int? {
    guard rest.popFirst() == UInt8(ascii: " ") else { return nil }
    var reader = DigitReader(String(Substring(rest)).utf8)
    guard let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
      reader.isAtEnd, hour < 24, minute < 60
    else { return nil }
    rest = rest.dropFirst(rest.count)
    return hour * 60 + minute
  }
}
