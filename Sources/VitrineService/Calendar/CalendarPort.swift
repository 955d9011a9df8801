import VitrineCore

/// The editorial calendar, as use cases read it: files are another room's business.
///
/// Asked in `prepare` only, never in a transaction.
package struct CalendarPort: Sendable {
  /// The calendar, checked against a register; throws `invalid` with all that is wrong with its files.
  package var calendar: @Sendable (CalendarSetting) async throws -> EditorialCalendar
  /// The templates of the library by their ids, those without an error.
  package var templates: @Sendable () async throws -> [String: MessageSource]
  /// A digest of the rules and limits as they stand in the files.
  package var rulesDigest: @Sendable () async throws -> String
  /// What was rendered before, by a digest of everything that it rests on; nil where nothing was kept.
  package var cached: @Sendable (String) -> [UInt8]?
  /// Keeps what was rendered; that it cannot be kept is no error, it is only slower.
  package var cache: @Sendable (String, [UInt8]) -> Void
  /// Lets go of what has been kept longest, where that is too much.
  package var tidy: @Sendable () -> Void

  /// Makes a port.
  package init(
    calendar: @escaping @Sendable (CalendarSetting) async throws -> EditorialCalendar,
    templates: @escaping @Sendable () async throws -> [String: MessageSource],
    rulesDigest: @escaping @Sendable () async throws -> String = { "" },
    cached: @escaping @Sendable (String) -> [UInt8]? = { _ in nil },
    cache: @escaping @Sendable (String, [UInt8]) -> Void = { _, _ in },
    tidy: @escaping @Sendable () -> Void = {}
  ) {
    self.calendar = calendar
    self.templates = templates
    self.rulesDigest = rulesDigest
    self.cached = cached
    self.cache = cache
    self.tidy = tidy
  }

  /// A desk without calendars.
  package static let none = CalendarPort(calendar: { _ in .empty }, templates: { [:] })
}

/// What the files of the calendar are checked against.
package struct CalendarSetting: Sendable {
  /// The zones in which local hours must exist.
  package let zones: [String]
  /// The values that selectors may name; nil where the register is not known.
  package let vocabulary: SelectorVocabulary?
  /// Today where the organisation is.
  package let today: CivilDate

  /// Makes a setting.
  package init(zones: [String], vocabulary: SelectorVocabulary?, today: CivilDate) {
    self.zones = zones
    self.vocabulary = vocabulary
    self.today = today
  }

  /// The setting of a register.
  package init(_ register: Register, today: CivilDate) {
    self.init(
      zones: Set(register.stores.map(\.timeZone)).sorted(),
      vocabulary: register.stores.isEmpty ? nil : register.vocabulary,
      today: today)
  }
}

extension Desk {
  /// The calendar as it stands in the files, checked against a register.
  func calendar(_ register: Register) async throws -> EditorialCalendar {
    try await calendars.calendar(CalendarSetting(register, today: today))
  }

  /// Today where the organisation is.
  package var today: CivilDate { CivilDate(at: time.now(), zone: rules.timeZone) }
}
