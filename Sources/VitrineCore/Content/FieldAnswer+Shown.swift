extension FieldAnswer {
  /// The value of a field as the person reads it back: `1 200,5`, `4,99 €`, `samedi 28 novembre 2026`.
  ///
  /// For the screen only, always with the year; what is published is written by the template's own
  /// rendering. A value that is not of its type is shown as it is.
  package static func shown(
    _ value: String, _ kind: MessageField.Kind, _ language: Language
  ) -> String {
    switch kind {
    case .text, .choice, .image: value
    case .number: decimal(value, language) ?? value
    case .price:
      decimal(value, language).map { language == .fr ? "\($0)\u{A0}€" : "€\($0)" } ?? value
    case .date: MessageValidity.Moment(value)?.date.map { day($0, language) } ?? value
    }
  }

  private static func decimal(_ value: String, _ language: Language) -> String? {
    guard FieldValue.millionths(value) != nil else { return nil }
    let isNegative = value.utf8.first == UInt8(ascii: "-")
    let parts = value.utf8.dropFirst(isNegative ? 1 : 0).split(separator: UInt8(ascii: "."))
    guard let units = parts.first else { return nil }
    let whole = Catalogue.grouped(String(decoding: units, as: UTF8.self), language)
    let fraction = parts.dropFirst().first.map {
      (language == .fr ? "," : ".") + String(decoding: $0, as: UTF8.self)
    }
    return (isNegative ? "-" : "") + whole + (fraction ?? "")
  }

  private static func day(_ date: CivilDate, _ language: Language) -> String {
    let weekday = CalendarWords.weekday(date.weekdayFromMonday, language)
    return "\(weekday) \(dayAndMonth(date, language)) \(date.year)"
  }

  /// `1er décembre`, `28 November`.
  static func dayAndMonth(_ date: CivilDate, _ language: Language) -> String {
    let day = date.day == 1 && language == .fr ? "1er" : "\(date.day)"
    return "\(day) \(CalendarWords.month(date.month, language))"
  }
}
