import VitrineCore
import VitrineTestSupport

/// Makes rules of every part that there is.
struct RandomRule {
  var random: SeededGenerator

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func numbers(_ most: Int, _ count: Int, negative: Int = 0) -> String {
    var numbers: Set<Int> = []
    for _ in 0..<Int.random(in: 1...count, using: &random) {
      let number = Int.random(in: 1...most, using: &random)
      numbers.insert(chance(negative) ? -number : number)
    }
    return numbers.sorted().map(String.init).joined(separator: ",")
  }

  mutating func next() throws -> (String, LocalTime) {
    let frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
    let frequency = frequencies[Int.random(in: 0...3, using: &random)]
    var parts = ["FREQ=\(frequency)"]
    if chance(40) {
      let most = ["DAILY": 20, "WEEKLY": 6, "MONTHLY": 5, "YEARLY": 2][frequency] ?? 1
      parts.append("INTERVAL=\(Int.random(in: 1...most, using: &random))")
    }
    var by = 0
    if chance(25) { parts.append("BYMONTH=\(numbers(12, 6))"); by += 1 }
    var hasWeeks = false
    if frequency == "YEARLY", by == 0 {
      if chance(35) {
        parts.append("BYWEEKNO=\(numbers(53, 5, negative: 40))")
        (by, hasWeeks) = (by + 1, true)
      } else if chance(40) {
        parts.append("BYYEARDAY=\(numbers(366, 8, negative: 40))")
        by += 1
      }
    }
    if frequency != "WEEKLY", by == 0, chance(40) {
      parts.append("BYMONTHDAY=\(numbers(31, 6, negative: 40))")
      by += 1
    }
    if by == 0 || chance(15), chance(70) {
      parts.append("BYDAY=\(weekdays(frequency, hasWeeks))")
      by += 1
    }
    if chance(20) { parts.append("BYHOUR=\(numbers(23, 3))"); by += 1 }
    if chance(15) { parts.append("BYMINUTE=\(numbers(59, 2))"); by += 1 }
    if by > 0, chance(25) { parts.append("BYSETPOS=\(numbers(4, 3, negative: 40))") }
    if chance(30) { parts.append("WKST=\(Self.names[Int.random(in: 0...6, using: &random)])") }
    let days = Int.random(in: 20_454...21_900, using: &random)
    let day = CivilDate(daysSince1970: days)
    let minutes = Int.random(in: 0..<1440, using: &random)
    guard let start = LocalTime(date: day, minutes: minutes) else { throw NoStart() }
    if chance(25) {
      parts.append("COUNT=\(Int.random(in: 1...60, using: &random))")
    } else if chance(35) {
      let end = start.advanced(byMinutes: Int.random(in: 1...1_500_000, using: &random)) ?? start
      parts.append("UNTIL=\(RecurrenceRule.End.time(end))")
    }
    return (parts.joined(separator: ";"), start)
  }

  private mutating func weekdays(_ frequency: String, _ hasWeeks: Bool) -> String {
    let isOrdinal =
      (frequency == "MONTHLY" || frequency == "YEARLY") && !hasWeeks && chance(60)
    var days: Set<String> = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let name = Self.names[Int.random(in: 0...6, using: &random)]
      let ordinals = [1, 2, 3, 4, -1, -2]
      days.insert(
        isOrdinal ? "\(ordinals[Int.random(in: 0...5, using: &random)])\(name)" : name)
    }
    return days.sorted().joined(separator: ",")
  }

  private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private struct NoStart: Error {}
}
