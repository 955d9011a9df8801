/// Hours that some stores have on some days instead of their usual ones.
///
/// A Sunday that the mayor allows, an evening that ends early, a stocktaking: a line of
/// `calendars/hours.yaml`.
package struct HoursException: Hashable, Sendable {
  /// The most days that a line may reach over, so that nobody's hours are overruled for good.
  package static let longest = 366

  /// The first day.
  package var from: CivilDate
  /// The last day, which is one of them.
  package var until: CivilDate
  /// The days of the week that are meant; `nil` for all of them.
  package var weekdays: [OpeningHours.Day]?
  /// The stores that are meant.
  package var stores: Selector
  /// When they are open; empty for closed.
  package var spans: [OpeningHours.Span]
  /// Why, and by whose permission where one is needed.
  package var reason: String
  /// Where the selector stands in the file, or the line when it has none.
  package var place: SourcePosition?

  /// Makes an exception; of one day when no last day is given.
  package init(
    from: CivilDate, until: CivilDate? = nil, weekdays: [OpeningHours.Day]? = nil,
    stores: Selector = .all, spans: [OpeningHours.Span], reason: String,
    place: SourcePosition? = nil
  ) {
    self.from = from
    self.until = until ?? from
    self.weekdays = weekdays
    self.stores = stores
    self.spans = spans
    self.reason = reason
    self.place = place
  }

  /// How many days lie from the first to the last, whatever day of the week; none when they are
  /// the wrong way round.
  package var length: Int { max(0, until.daysSince1970 - from.daysSince1970 + 1) }

  /// The days on which it holds, counted from 1970, in order.
  package var days: [Int] {
    let all = from.daysSince1970..<from.daysSince1970 + length
    guard let weekdays else { return Array(all) }
    return all.filter { weekdays.contains(OpeningHours.Day(daysSince1970: $0)) }
  }
}
