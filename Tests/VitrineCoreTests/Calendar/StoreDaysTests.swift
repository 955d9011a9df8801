import Testing

@testable import VitrineCore

struct StoreDaysTests {
  private static let rennes = store("FR-0001", "35", "Mo-Sa 08:30-20:00; Su 09:00-12:30")
  private static let colmar = store("FR-0002", "68", "Mo-Su 09:00-19:00; PH off")
  private static let cayenne = store("FR-0003", "973", "Mo-Sa 08:00-20:00; PH 08:00-12:00")
  private static let unknown = store("FR-0004", "973", nil)
  private static let all = [rennes, colmar, cayenne, unknown]

  private static func store(_ code: String, _ department: String, _ hours: String?) -> Store {
    Store(
      code: StoreCode(code), name: code, format: .supermarket, city: "x", department: department,
      region: "x", hours: hours.flatMap { try? OpeningHours.parse($0) })
  }

  private static func department(_ number: String) -> Selector {
    Selector(.term(.department, number))
  }

  private static let holidays = HolidayCalendar(days: [
    .init(date: day("2027-05-01"), name: "Fête du Travail", isClosed: true),
    .init(date: day("2027-05-06"), name: "Ascension"),
    .init(date: day("2027-06-10"), name: "Abolition", stores: department("973")),
    .init(date: day("2027-12-26"), name: "Saint-Étienne", stores: department("68")),
  ])

  private func text(_ spans: [OpeningHours.Span]?) -> String? {
    spans.map { $0.map { "\($0.opens / 60)-\($0.closes / 60)" }.joined(separator: ",") }
  }

  @Test(
    arguments: [
      // The usual week, a Friday and a Sunday.
      ("2027-05-07", ["8-20", "9-19", "8-20", nil]), ("2027-05-09", ["9-12", "9-19", nil, nil]),
      // A holiday that closes, all but those who say their hours.
      ("2027-05-01", ["", "", "8-12", ""]),
      // One that does not: usual hours for those who give none.
      ("2027-05-06", ["8-20", "", "8-12", nil]),
      // Holidays of some places.
      ("2027-06-10", ["8-20", "9-19", "8-12", nil]), ("2027-12-26", ["9-12", "", nil, nil]),
    ] as [(String, [String?])])
  func `a holiday has the hours of PH, and without them those of the week unless it closes`(
    _ date: String, _ expected: [String?]
  ) {
    let days = StoreDays(stores: Self.all, holidays: Self.holidays)
    #expect(Self.all.map { text(days.spans(of: $0, on: day(date))) } == expected)
    #expect(
      Self.all.map { days.isOpen($0, on: day(date)) } == expected.map { $0?.isEmpty != true })
  }

  @Test func `a holiday has a name where it is one`() {
    let days = StoreDays(stores: Self.all, holidays: Self.holidays)
    let named = Self.all.map { days.holiday(of: $0.code, on: day("2027-06-10")) }
    #expect(named == [nil, nil, "Abolition", "Abolition"])
    #expect(days.holiday(of: Self.rennes.code, on: day("2027-05-01")) == "Fête du Travail")
    #expect(days.holiday(of: Self.rennes.code, on: day("2027-05-02")) == nil)
    #expect(days.holiday(of: StoreCode("FR-9999"), on: day("2027-05-01")) == nil)
  }

  @Test func `two holidays on one day close if one does, and the later gives the name`() {
    // Ascension fell on 1 May in 2008.
    let days = StoreDays(
      stores: Self.all,
      holidays: HolidayCalendar(days: [
        .init(date: day("2008-05-01"), name: "Fête du Travail", isClosed: true),
        .init(date: day("2008-05-01"), name: "Ascension"),
      ]))
    #expect(days.holiday(of: Self.rennes.code, on: day("2008-05-01")) == "Ascension")
    #expect(!days.isOpen(Self.rennes, on: day("2008-05-01")))
  }

  @Test func `the last exception that holds replaces week, holidays and other exceptions`() throws {
    let morning = try OpeningHours.times("09:00-12:00")
    let long = try OpeningHours.times("07:00-22:00")
    let days = StoreDays(
      stores: Self.all, holidays: Self.holidays,
      exceptions: [
        HoursException(
          from: day("2027-05-01"), until: day("2027-05-09"), spans: morning, reason: "a"),
        HoursException(
          from: day("2027-05-01"), until: day("2027-05-09"), weekdays: [.saturday, .sunday],
          stores: Self.department("35"), spans: long, reason: "b"),
        HoursException(
          from: day("2027-05-09"), stores: .store(StoreCode("FR-0002")), spans: [], reason: "c"),
      ])
    let found = ["2027-05-01", "2027-05-07", "2027-05-09", "2027-05-10"].map { date in
      Self.all.map { text(days.spans(of: $0, on: day(date))) }
    }
    #expect(
      found == [
        ["7-22", "9-12", "9-12", "9-12"], ["9-12", "9-12", "9-12", "9-12"],
        ["7-22", "", "9-12", "9-12"], ["8-20", "9-19", "8-20", nil],
      ])
    #expect(!days.isOpen(Self.colmar, on: day("2027-05-09")))
  }

  @Test func `a selector may ask for the networks of a store`() {
    let days = StoreDays(
      stores: Self.all,
      exceptions: [
        HoursException(
          from: day("2027-05-03"), stores: Selector(.term(.network, "facebook")), spans: [],
          reason: "a")
      ], networks: [StoreCode("FR-0002"): [.facebook]])
    let open = Self.all.map { days.isOpen($0, on: day("2027-05-03")) }
    #expect(open == [true, false, true, true])
  }

  @Test(arguments: [
    ("2027-03-31", false), ("2027-04-01", true), ("2027-09-30", true), ("2027-10-01", false),
  ])
  func `a store is closed before its first day and from its last on`(_ date: String, _ open: Bool) {
    var store = Self.rennes
    (store.opensOn, store.closesOn) = (day("2027-04-01"), day("2027-10-01"))
    let always = HoursException(
      from: day("2027-01-01"), until: day("2027-12-31"),
      spans: [OpeningHours.Span(opens: 0, closes: 1440)], reason: "a")
    for exceptions in [[], [always]] {
      let days = StoreDays(stores: [store], exceptions: exceptions)
      #expect(days.isOpen(store, on: day(date)) == open)
      #expect((days.spans(of: store, on: day(date)) == []) == !open)
    }
  }

  @Test(
    arguments: [
      // A Friday; closed from Saturday 24 April to Sunday 9 May.
      ("2027-04-23", 14, "2027-04-23"), ("2027-04-24", 14, nil), ("2027-04-25", 14, nil),
      ("2027-04-26", 14, "2027-05-10"), ("2027-04-26", 13, nil), ("2027-05-09", 1, "2027-05-10"),
      ("2027-05-09", 0, nil), ("2027-05-10", 0, "2027-05-10"), ("2027-05-10", -3, "2027-05-10"),
    ] as [(String, Int, String?)])
  func `the next open day is the day itself or one in reach`(
    _ from: String, _ within: Int, _ expected: String?
  ) {
    let days = StoreDays(
      stores: Self.all,
      exceptions: [
        HoursException(from: day("2027-04-24"), until: day("2027-05-09"), spans: [], reason: "a")
      ])
    let next = days.nextOpenDay(Self.rennes, from: day(from), within: within)
    #expect(next?.description == expected)
  }

  @Test func `the calendar ends with its last day`() {
    var store = Self.rennes
    store.closesOn = day("2027-01-01")
    let days = StoreDays(stores: [store])
    #expect(days.nextOpenDay(store, from: .last) == nil)
    #expect(days.nextOpenDay(Self.cayenne, from: .last) == .last)
  }

  @Test func `of a store that the register does not have only the week is known`() {
    let days = StoreDays(stores: [Self.colmar], holidays: Self.holidays)
    #expect(text(days.spans(of: Self.rennes, on: day("2027-05-01"))) == "8-20")
    #expect(days.spans(of: Self.unknown, on: day("2027-05-01")) == nil)
  }

  @Test func `a line for each store costs no more than its days`() {
    let stores = (0..<400).map { Self.store("FR-\($0)", "35", "Mo-Sa 08:30-20:00") }
    let exceptions = stores.map {
      HoursException(
        from: day("2027-12-01"), until: day("2027-12-31"), weekdays: [.sunday],
        stores: .store($0.code), spans: [], reason: "own")
    }
    let first = day("2027-12-01").daysSince1970
    var open = 0
    let time = ContinuousClock().measure {
      let days = StoreDays(stores: stores, holidays: Self.holidays, exceptions: exceptions)
      for number in first..<first + 31 {
        let date = CivilDate(daysSince1970: number)
        for store in stores where days.isOpen(store, on: date) { open += 1 }
      }
    }
    #expect(open == 400 * (31 - 4))
    // A fifth of a second in a debug build, most of it for 400 selectors at 400 stores.
    #expect(time < .seconds(20), "\(time)")
  }
}

/// A date that a test writes as text.
private func day(_ text: String) -> CivilDate {
  MessageValidity.Moment(text)?.date ?? .first
}
