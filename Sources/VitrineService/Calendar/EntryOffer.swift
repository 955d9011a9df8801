import VitrineCore
import VitrineStorage

/// An occurrence of the calendar as one store sees it.
package struct EntryOffer: Sendable {
  let occurrence: CalendarOccurrence
  let store: Store
  /// Whether the store has no say in it.
  let isMandatory: Bool
  /// When it is due there.
  let time: CalendarTime
  /// Until when the store may adapt or decline it; nil for a suggestion, which stays open.
  let deadline: Timestamp?

  /// What an occurrence is to some stores.
  ///
  /// `notFound` where the calendar has none of that name, or where it is not for one of the stores.
  static func offers(
    _ key: String, _ targets: PostTargets, _ desk: Desk
  ) async throws -> [EntryOffer] {
    let register = try await desk.database.read { try Register(in: $0) }
    let calendar = try await desk.calendar(register)
    guard let occurrence = calendar.occurrence(key), let template = occurrence.step.template else {
      let meant = EditDistance.suggestion(for: key, among: calendar.names(around: desk.today))
      throw Fault(
        .notFound, Message("calendar.unknownEntry", TerminalText.excerpt(key)),
        hint: meant.map { Message("did.you.mean", $0) } ?? Message("calendar.unknownEntry.hint"),
        subject: key)
    }
    let source = try await desk.calendars.templates()[template]
    let members = CalendarAudience(register, calendar).members(of: occurrence, source).members
    let known = Dictionary(
      members.map { ($0.store.code, $0) }, uniquingKeysWith: { first, _ in first })
    return try targets.stores(in: register).map { store in
      guard let member = known[store.code] else {
        throw Fault(.notFound, Message("calendar.notFor", key, store.code), subject: key)
      }
      return try EntryOffer(occurrence, member, desk)
    }
  }

  private init(
    _ occurrence: CalendarOccurrence, _ member: CalendarAudience.Member, _ desk: Desk
  ) throws {
    self.occurrence = occurrence
    store = member.store
    isMandatory = member.binding == .mandatory
    time = member.time
    deadline = try member.binding == .default ? Self.deadline(occurrence, member, desk) : nil
  }

  /// The deadline of the calendar, and a quarter of an hour before the post is staged at the latest.
  private static func deadline(
    _ occurrence: CalendarOccurrence, _ member: CalendarAudience.Member, _ desk: Desk
  ) throws -> Timestamp {
    let zone = member.store.timeZone
    let due = try member.time.instant(in: zone)
    let latest = due.advanced(byMilliseconds: -desk.rules.stageLeadMilliseconds)
    guard let local = occurrence.step.deadline.time(of: LocalTime(at: due, zone: zone)) else {
      return latest
    }
    // An hour that the clocks skip or show twice decides nothing: then the day counts.
    let said = try? local.instant(in: zone)
    return min(try said ?? local.date.beginning(in: zone), latest)
  }

  /// Refuses what comes too late.
  func checkDeadline(_ now: Timestamp) throws {
    guard let deadline, deadline <= now else { return }
    throw Fault(
      .conflict, Message("calendar.tooLate", occurrence.key, deadline),
      hint: Message("calendar.tooLate.hint"), subject: occurrence.key)
  }
}

extension EditorialCalendar {
  /// The names of what is due within a year, for suggestions.
  func names(around today: CivilDate) -> [String] {
    occurrences(
      from: CivilDate(daysSince1970: today.daysSince1970 - 31),
      through: CivilDate(daysSince1970: today.daysSince1970 + 366)
    ).map(\.key)
  }
}
