/// From when until when a message may be shown.
package struct MessageValidity: Hashable, Codable, Sendable {
  /// The first moment; `nil` means at once.
  package let from: Moment?
  /// The first moment after the end; `nil` means no end.
  package let until: Moment?

  /// Makes a validity; no bound at all unless said otherwise.
  package init(from: Moment? = nil, until: Moment? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether the end is known not to lie after the beginning.
  ///
  /// A date and an instant are not compared: that needs the time zone of the organisation.
  package var isEmpty: Bool {
    guard let from, let until else { return false }
    if let first = from.date, let last = until.date { return last <= first }
    if let first = from.instant, let last = until.instant { return last <= first }
    return false
  }

  /// A moment as it was written: a date (midnight at the organisation) or an instant.
  ///
  /// Kept as text, since which instant a midnight is depends on the time zone of `vitrine.yaml`
  /// and on the zone data of the day on which it is asked.
  package struct Moment: Hashable, Codable, Sendable {
    /// How the moment was written.
    package enum Kind: String, Codable, Sendable {
      /// A day, `2026-11-22`: its midnight where the organisation is.
      case date
      /// RFC 3339 with an offset, `2026-11-22T08:00:00+01:00`.
      case instant
    }

    /// Which of the two it is.
    package let kind: Kind
    /// The text as written.
    package let text: String

    /// Reads a date or an RFC 3339 instant; `nil` for anything else, and for a day that is none.
    package init?(_ text: String) {
      if Self.date(text) != nil {
        kind = .date
      } else if Timestamp(text) != nil {
        kind = .instant
      } else {
        return nil
      }
      self.text = text
    }

    /// The day, when it is a date.
    package var date: CivilDate? { kind == .date ? Self.date(text) : nil }

    /// The instant, when it is one.
    package var instant: Timestamp? { kind == .instant ? Timestamp(text) : nil }

    /// The instant, with the midnight of a date supplied by whoever knows the time zone.
    package func instant(midnight: (CivilDate) throws -> Timestamp) rethrows -> Timestamp? {
      if let date { return try midnight(date) }
      return instant
    }

    private static func date(_ text: String) -> CivilDate? {
      var reader = DigitReader(text.utf8)
      guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
        reader.skip("-"), let day = reader.number(2), reader.isAtEnd
      else { return nil }
      return CivilDate(year: year, month: month, day: day)
    }
  }
}
