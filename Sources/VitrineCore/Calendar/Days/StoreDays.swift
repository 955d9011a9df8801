/// When each store is open, day by day: its usual week, the holidays where it is, and exceptions.
///
/// Made once for a register. Each selector is evaluated over the stores once; a plan then asks about
/// hundreds of entries at a thousand stores, so an answer costs one look-up of the store.
package struct StoreDays: Sendable {
  private let places: [StoreCode: Int]
  private let holidays: [String]
  private let exceptions: [[OpeningHours.Span]]
  /// Which holiday, which holiday that closes, and which exception counts where and when.
  private let tables: (holiday: DayTable, closing: DayTable, exception: DayTable)

  /// Lays out the days of a register.
  ///
  /// `networks` are those on which each store has a page, for selectors that ask. Of two stores with
  /// one code the later counts.
  package init(
    stores: [Store], holidays: HolidayCalendar = .empty, exceptions: [HoursException] = [],
    networks: [StoreCode: Set<Network>] = [:]
  ) {
    var places: [StoreCode: Int] = [:]
    for (place, store) in stores.enumerated() { places[store.code] = place }
    var known: [Selector: [Int]] = [:]
    func picked(_ selector: Selector) -> [Int] {
      if let found = known[selector] { return found }
      let found = stores.indices.filter {
        selector.evaluate(on: stores[$0], networks: networks[stores[$0].code] ?? [])
      }
      known[selector] = found
      return found
    }
    let days = holidays.days.map { day in
      (days: [day.date.daysSince1970], stores: picked(day.stores))
    }
    let closing = zip(holidays.days, days).map { ($0.isClosed ? $1.days : [], $1.stores) }
    let lines = exceptions.map { (days: $0.days, stores: picked($0.stores)) }
    self.places = places
    self.holidays = holidays.days.map(\.name)
    self.exceptions = exceptions.map(\.spans)
    tables = (
      DayTable(days, stores: stores.count), DayTable(closing, stores: stores.count),
      DayTable(lines, stores: stores.count)
    )
  }

  /// The name of the holiday that a store has on a day; of two the one that stands later in the file.
  ///
  /// `nil` for a store that the register does not have, too.
  package func holiday(of code: StoreCode, on date: CivilDate) -> String? {
    let day = date.daysSince1970
    guard tables.holiday.names(day), let place = places[code] else { return nil }
    return tables.holiday[day, place].map { holidays[$0] }
  }

  /// When a store is open on a day: in order, empty for closed, `nil` when nobody knows.
  ///
  /// The last exception decides. Without one, a holiday has the hours that the store gives for `PH`;
  /// if it gives none, it is closed on a holiday that closes. Every other day is one of its usual
  /// week. Before its first day and from `closesOn` on a store is closed, whatever the files say. Of
  /// a store that the register does not have only its usual week is known.
  package func spans(of store: Store, on date: CivilDate) -> [OpeningHours.Span]? {
    guard Self.isThere(store, date) else { return [] }
    let day = date.daysSince1970
    // Most days are in no file, and the store need not be looked up.
    let isNamed = tables.exception.names(day) || tables.holiday.names(day)
    if isNamed, let place = places[store.code] {
      if let line = tables.exception[day, place] { return exceptions[line] }
      if tables.holiday[day, place] != nil {
        if let spans = store.hours?.spans(on: .publicHoliday) { return spans }
        if tables.closing[day, place] != nil { return [] }
      }
    }
    return store.hours?.spans(on: OpeningHours.Day(daysSince1970: day))
  }

  /// Whether a store is open at some time of a day; one whose hours nobody knows counts as open.
  package func isOpen(_ store: Store, on date: CivilDate) -> Bool {
    spans(of: store, on: date)?.isEmpty != true
  }

  /// The first day from a day on, and at most so many days later, on which a store is open.
  ///
  /// That is the day itself if the store is open on it.
  package func nextOpenDay(
    _ store: Store, from date: CivilDate, within days: Int = 14
  ) -> CivilDate? {
    let first = date.daysSince1970
    let reach = min(max(0, days), CivilDate.last.daysSince1970 - first)
    return (first..<first + reach + 1).lazy.map(CivilDate.init(daysSince1970:))
      .first { isOpen(store, on: $0) }
  }

  private static func isThere(_ store: Store, _ date: CivilDate) -> Bool {
    if let opensOn = store.opensOn, date < opensOn { return false }
    if let closesOn = store.closesOn, closesOn <= date { return false }
    return true
  }
}
