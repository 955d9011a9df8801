extension FieldAnswer {
  /// The value of a field as the person reads it back: `1 200,5`, `4,99 €`, `samedi 28 novembre 2026`.
  ///
  /// For the screen only, always with the year; what is published is written by the template's own
  /// rendering. A value that is not of its type is shown as it is.
  package static func shown(
    _ value: String, _ kind: MessageField.Kind, _ language: Language
  ) -> String {
    switch kind {
    case .text, .choice, .image: return value
    case .number:
      guard let millionths = FieldValue.millionths(value) else { return value }
      return language == .fr ? FieldFormat.number(millionths) : english(value)
    case .price:
      guard let millionths = FieldValue.millionths(value) else { return value }
      return language == .fr ? FieldFormat.price(millionths) : "€" + english(value)
    case .date: return MessageValidity.Moment(value)?.date.map { day($0, language) } ?? value
    }
  }

  private static func english(_ value: String) -> String {
    let units = value.prefix { $0 != "." }
    let isNegative = units.first == "-"
    let whole = Catalogue.grouped(String(units.dropFirst(isNegative ? 1 : 0)), .en)
    return (isNegative ? "-" : "") + whole + value.dropFirst(units.count)
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
