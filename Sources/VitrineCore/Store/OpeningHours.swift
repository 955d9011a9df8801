/// When a store is open in a usual week: `Mo-Sa 08:30-21:00; Su 09:00-12:30`.
///
/// The form is the small part of OpenStreetMap's `opening_hours` that shops need: rules split by
/// `;`, each with days (`Mo`, `Mo-Sa`, `Mo,We`, and `PH` for public holidays) and times
/// (`08:30-12:30,14:00-19:00`) or `off`; a later rule replaces an earlier one for its days. Also
/// `24/7`. Dated exceptions are in a file of their own.
package struct OpeningHours: Hashable, Sendable, CustomStringConvertible {
  /// A day of the usual week, or a public holiday.
  package enum Day: String, CaseIterable, Codable, Hashable, Sendable {
    /// Monday.
    case monday = "Mo"
    /// Tuesday.
    case tuesday = "Tu"
    /// Wednesday.
    case wednesday = "We"
    /// Thursday.
    case thursday = "Th"
    /// Friday.
    case friday = "Fr"
    /// Saturday.
    case saturday = "Sa"
    /// Sunday.
    case sunday = "Su"
    /// A public holiday, whatever day it falls on.
    case publicHoliday = "PH"

    /// The seven days, from Monday.
    package static let week: [Day] = allCases.dropLast()
  }

  /// A time of being open, in minutes from midnight.
  package struct Span: Hashable, Sendable {
    /// The minute of opening, 0 to 1439.
    package let opens: Int
    /// The minute of closing, up to 1440; after midnight it goes on from there (26:00 is 1560).
    package let closes: Int
  }

  /// The text as written, with its spacing put in order.
  package let description: String
  private let spans: [Day: [Span]]

  init(description: String, spans: [Day: [Span]]) {
    self.description = description
    self.spans = spans
  }

  /// The times of a day, in order; empty when the store is closed, `nil` when the text does not say.
  package func spans(on day: Day) -> [Span]? { spans[day] }
}

extension OpeningHours: Codable {
  /// Reads the text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(OpeningHoursError) {
      self = try OpeningHours.parse(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message.code)
    }
  }

  /// Writes the text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
