/// What a person types at a question, turned into the value that its field keeps.
///
/// A file is written for the program and is read strictly (`FieldValue`); an answer is typed by a
/// person, who writes `4,99 €`, `28/11` or `samedi`. What could be read in two ways is refused with
/// both readings, since a guess about a price would be published.
package enum FieldAnswer {
  /// Why an answer is not taken: a sentence for who typed it.
  package struct Refusal: Error, Hashable, Sendable {
    /// What is wrong, and what to write instead.
    package let message: Message

    /// Makes a refusal of a sentence.
    package init(_ message: Message) { self.message = message }
  }

  /// What stands for "nothing" where a field may stay empty: also its default is not taken then.
  package static let nothing = "-"

  /// How long a text may be when its field gives no `max` (docs/templates.md).
  package static let longestText = 500

  /// The value of an answer: empty when the field stays empty.
  ///
  /// `today` is the day where the store is: what `samedi` and `28/11` count from. The language is
  /// that of the values inside a refusal; what is understood is the same in every language. A path
  /// is only taken out of its quotes here, for `FieldValue.fits` is about the library's own pictures.
  package static func value(
    of typed: String, for field: MessageField, today: CivilDate, language: Language
  ) throws(Refusal) -> String {
    let answer = trimmed(typed)
    if answer.isEmpty {
      if let standard = field.standard, !standard.isEmpty { return standard }
      if field.isRequired { throw Refusal(Message("answer.required")) }
      return ""
    }
    if answer == nothing, !field.isRequired { return "" }
    switch field.kind {
    case .image: return TypedPath.path(in: typed)
    case .text: return try text(answer, field)
    case .choice: return try choice(try plain(answer), of: field.choices)
    case .number:
      let value = try number(try plain(answer))
      try check(value, field, language)
      return value
    case .price:
      let value = try price(try plain(answer))
      try check(value, field, language)
      return value
    case .date:
      let value = try date(try plain(answer), today: today, language: language).description
      try check(value, field, language)
      return value
    }
  }

  /// One line of text as a person types it anywhere: trimmed, in NFC, without controls.
  package static func line(_ typed: String, longest: Int) throws(Refusal) -> String {
    let text = try plain(trimmed(typed))
    guard text.count <= longest else {
      throw Refusal(Message("answer.long", longest, text.count, text.count - longest))
    }
    return text
  }

  /// What is typed as far as it can be understood by now: trimmed and in NFC, whatever stands in it.
  package static func line(of typed: String) -> String { trimmed(typed).nfc }

  private static func text(_ answer: String, _ field: MessageField) throws(Refusal) -> String {
    let longest = field.maximum.flatMap(whole) ?? longestText
    let text = try line(answer, longest: longest)
    if let least = field.minimum.flatMap(whole), text.count < least {
      throw Refusal(Message("answer.short", least, text.count))
    }
    return text
  }

  /// Whether the value lies between the limits of its field, which are of its own type.
  private static func check(
    _ value: String, _ field: MessageField, _ language: Language
  ) throws(Refusal) {
    let isDate = field.kind == .date
    if let least = field.minimum, FieldValue.isAfter(least, value, of: field.kind) {
      let limit = shown(least, field.kind, language)
      throw Refusal(isDate ? Message("answer.before", limit) : Message("answer.least", limit))
    }
    if let most = field.maximum, FieldValue.isAfter(value, most, of: field.kind) {
      let limit = shown(most, field.kind, language)
      throw Refusal(isDate ? Message("answer.after", limit) : Message("answer.most", limit))
    }
  }

  private static func plain(_ answer: String) throws(Refusal) -> String {
    let text = answer.nfc
    if text.utf8.contains(where: { $0 < 0x20 }) || TextCheck.findings(in: text).hasErrors {
      throw Refusal(Message("answer.control"))
    }
    return text
  }

  /// The limit of a text's length; the reader of templates has checked that it is one.
  private static func whole(_ limit: String) -> Int? { Int(limit) }

  /// The text without blanks of any kind, nor a mark of byte order, at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.value == 0xFEFF
    }
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
