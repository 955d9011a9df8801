import VitrineCore
import VitrineStorage

/// Renders occurrences of the calendar for the stores that they are for.
///
/// What was rendered for an earlier plan is taken from the cache as long as the template, the values, the
/// rules and the store are the same.
struct CalendarSheetMaker: Sendable {
  let desk: Desk
  let register: Register
  let audience: CalendarAudience
  let templates: [String: MessageSource]
  let book: RuleBook
  let media: MediaLimits
  /// A digest of rules and limits.
  private let rulesDigest: String
  /// What the register says of each store, as a number.
  private let fingerprints: [StoreCode: UInt64]
  /// What an instant without a time of its own means.
  let now: Timestamp

  init(_ desk: Desk, _ register: Register, _ calendar: EditorialCalendar) async throws {
    self.desk = desk
    self.register = register
    audience = CalendarAudience(register, calendar)
    templates = try await desk.calendars.templates()
    book = try await desk.content.ruleBook()
    media = try await desk.content.mediaLimits()
    rulesDigest = try await desk.calendars.rulesDigest()
    fingerprints = Dictionary(
      register.stores.map { ($0.code, $0.fingerprint) }, uniquingKeysWith: { $1 })
    now = desk.time.now()
  }

  /// The template of an occurrence, or what is wrong with it.
  func source(of occurrence: CalendarOccurrence) throws -> MessageSource {
    guard let id = occurrence.step.template, let source = templates[id] else {
      throw Fault(
        .notFound,
        Message("posts.noTemplate", TerminalText.excerpt(occurrence.step.template ?? "")),
        subject: occurrence.key)
    }
    return source
  }

  /// What each store gets of an occurrence that binds, as digests.
  func sheet(_ occurrence: CalendarOccurrence) async throws -> CalendarSheet {
    let source = try source(of: occurrence)
    let (members, absences) = audience.members(of: occurrence, source)
    var batch = try await CalendarRendering(occurrence, source, self)
    let name = batch.cacheName(rulesDigest)
    var cache = CalendarSheetCache(desk.calendars.cached(name))
    var rows: [CalendarSheet.Row] = []
    var kept: [(CalendarSheetCache.Key, CalendarSheet.Verdict)] = []
    for member in members where member.binding != .optional {
      for (index, network) in member.networks.enumerated() {
        let shift = member.time.time.date.daysSince1970 - occurrence.time.time.date.daysSince1970
        let key = CalendarSheetCache.Key(
          store: fingerprints[member.store.code] ?? 0, shift: UInt8(clamping: shift),
          network: UInt8(clamping: batch.number(of: network, index)))
        let verdict: CalendarSheet.Verdict
        if let known = cache[key] {
          verdict = known
        } else {
          verdict = try batch.verdict(member, network)
          cache.keep(verdict, for: key)
        }
        kept.append((key, verdict))
        rows.append(
          CalendarSheet.Row(
            store: member.store.code, zone: member.store.timeZone, network: network,
            binding: member.binding, time: member.time, verdict: verdict))
      }
    }
    if cache.isChanged { desk.calendars.cache(name, CalendarSheetCache.bytes(kept)) }
    return CalendarSheet(rows: rows, absences: absences, occurrence: occurrence)
  }
}

extension Store {
  /// A number that changes with anything that the register says of the store.
  fileprivate var fingerprint: UInt64 {
    let text = columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return Hash(of: Array(text.joined(separator: "\u{1F}").utf8)).bytes.prefix(8)
      .reduce(0) { $0 << 8 | UInt64($1) }
  }
}
