/// How values are published, in French: `4,99 €`, `1 200`, `samedi 28 novembre`.
///
/// Values stay in files and in the database as the program writes them (`4.99`, `2026-11-28`), so
/// that a change of typography voids no approval of values.
package enum FieldFormat {
  /// The words for a value of a field; what is no such value comes back as it is.
  ///
  /// Days are said without the year when it is that of `day`, the day of the publication.
  package static func published(
    _ value: String, _ kind: MessageField.Kind, on day: CivilDate
  ) -> String {
    switch kind {
    case .text, .choice, .image: return value.trimmingBlanks
    case .number: return FieldValue.millionths(value).map(number) ?? value
    case .price: return FieldValue.millionths(value).map(price) ?? value
    case .date:
      guard let date = MessageValidity.Moment(value)?.date else { return value }
      return self.date(date, on: day)
    }
  }

  /// A number from millionths: `1 200`, `2,5`; narrow no-break spaces between thousands (CLDR).
  package static func number(_ millionths: Int) -> String {
    var rest = digits(millionths.magnitude % 1_000_000, 6)
    while rest.hasSuffix("0") { rest.removeLast() }
    return whole(millionths) + (rest.isEmpty ? "" : "," + rest)
  }

  /// An amount of euros from millionths: `4,99 €`, and `5 €` without cents; a no-break space.
  package static func price(_ millionths: Int) -> String {
    let cents = millionths.magnitude % 1_000_000 / 10_000
    return whole(millionths) + (cents == 0 ? "" : "," + digits(cents, 2)) + "\u{A0}€"
  }

  /// A day in words: `samedi 28 novembre`, `mardi 1er décembre`, `vendredi 1er janvier 2027`.
  package static func date(_ date: CivilDate, on day: CivilDate) -> String {
    // 1 January 1970 was a Thursday.
    let weekday = ((date.daysSince1970 + 3) % 7 + 7) % 7
    let number = date.day == 1 ? "1er" : "\(date.day)"
    let words = "\(weekdays[weekday]) \(number) \(months[date.month - 1])"
    return date.year == day.year ? words : "\(words) \(date.year)"
  }

  /// The days of the week, from Monday.
  package static let weekdays = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// The months, from January.
  package static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  private static func whole(_ millionths: Int) -> String {
    let units = Catalogue.grouped(String(millionths.magnitude / 1_000_000), .fr)
    return millionths < 0 ? "-" + units : units
  }

  private static func digits(_ value: UInt, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
