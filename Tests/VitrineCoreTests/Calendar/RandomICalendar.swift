import Foundation
import VitrineCore
import VitrineTestSupport

/// Calendars at random, with what every reader of their files must find in them.
struct RandomICalendar {
  /// What a reader must find of one event.
  struct Expected: Encodable {
    let uid: String
    let summary: String
    let description: String
    let categories: [String]
    let status: String
    let minutes: Int
    /// Its begin: in UTC with a `Z`, or as a clock shows it where it floats.
    let start: String
  }

  /// A file and what is in it.
  struct Case {
    let document: ICalendarDocument
    let expected: [Expected]
  }

  private static let zones = [
    "Europe/Paris", "America/Miquelon", "Indian/Reunion", "America/Cayenne", "Pacific/Noumea",
    "America/Martinique", "Indian/Mayotte", "Pacific/Tahiti", "Pacific/Wallis",
  ]
  private static let most = 10

  private var random: SeededGenerator
  private var texts: RandomICalendarText
  private var rules: RandomRule

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    texts = RandomICalendarText(seed: seed &+ 1_000_003)
    rules = RandomRule(random: SeededGenerator(seed: seed &+ 2_000_003))
  }

  /// The next calendar, of one to four entries, half of which come again by a rule.
  mutating func next() throws -> Case {
    var events: [ICalendarEvent] = []
    var expected: [Expected] = []
    for number in 0..<Int.random(in: 1...4, using: &random) {
      let (text, first) = try rules.next()
      var times = [first]
      if Bool.random(using: &random), let end = first.advanced(byDays: 1500) {
        times = Array(
          try RecurrenceRule.parse(text).occurrences(from: first, through: end).prefix(Self.most))
      }
      let clock = clock()
      let summary = texts.next()
      for time in times {
        // An hour that the clocks skip or show twice is no hour of a calendar.
        guard let start = Self.start(time, clock), let shown = Self.shown(time, clock) else {
          continue
        }
        let event = ICalendarEvent(
          uid: "\(number)@\(time)-\(texts.word())", stamp: Timestamp(clamping: 1_795_000_000_000),
          start: start, durationMinutes: Int.random(in: 1...300, using: &random),
          summary: summary, description: texts.next(),
          categories: (0..<Int.random(in: 0...3, using: &random)).map { _ in texts.word() },
          status: Bool.random(using: &random) ? .confirmed : .tentative)
        events.append(event)
        expected.append(
          Expected(
            uid: event.uid, summary: texts.read(event.summary),
            description: texts.read(event.description), categories: event.categories,
            status: event.status.rawValue, minutes: event.durationMinutes, start: shown))
      }
    }
    let document = ICalendarDocument(
      name: texts.next(), events: events, offset: TestZones.offset)
    return Case(document: document, expected: expected)
  }

  /// The zone of an entry, UTC, or nil for the clock of each store.
  private mutating func clock() -> String? {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: nil
    case 3..<5: "UTC"
    default: Self.zones.randomElement(using: &random)
    }
  }

  private static func start(_ time: LocalTime, _ clock: String?) -> ICalendarEvent.Start? {
    guard let clock else { return .floating(time) }
    guard let instant = try? time.instant(in: clock) else { return nil }
    return clock == "UTC" ? .utc(instant) : .zoned(time, zone: clock)
  }

  private static func shown(_ time: LocalTime, _ clock: String?) -> String? {
    guard let clock else { return "\(time):00" }
    return (try? time.instant(in: clock)).map { $0.description.prefix(19) + "Z" }
  }
}
