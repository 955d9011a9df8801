/// What is wrong with a text of opening hours.
package struct OpeningHoursError: Error, Hashable, Sendable {
  /// What is wrong, with the part of the text that is.
  package let message: Message
  /// The column in the text, from 1.
  package let column: Int
}

extension OpeningHours {
  /// Reads opening hours; the first thing that is wrong is thrown with its column.
  package static func parse(_ text: String) throws(OpeningHoursError) -> OpeningHours {
    var spans: [Day: [Span]] = [:]
    var rules: [String] = []
    guard text.utf8.count <= 1000 else {
      throw OpeningHoursError(message: Message("hours.long", 1000), column: 1)
    }
    for piece in Piece(text).split(at: ";") {
      let rule = piece.trimmed
      // A `;` at the end closes the last rule.
      if rule.isEmpty, !rules.isEmpty, piece.isLast { continue }
      if rule.text == "24/7" {
        for day in Day.allCases { spans[day] = [Span(opens: 0, closes: 1440)] }
        rules.append(rule.text)
        continue
      }
      let words = rule.split(at: " ").filter { !$0.isEmpty }
      guard words.count >= 2 else { throw rule.fault("hours.rule") }
      // "Mo, We" and "08:30-12:30, 14:00-19:00" are as good as without the space.
      let dayWords = words.prefix { $0.text.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false }
      let timeWords = words.dropFirst(dayWords.count)
      guard let firstDay = dayWords.first else { throw rule.fault("hours.day") }
      guard let firstTime = timeWords.first else { throw rule.fault("hours.time") }
      let days = try parseDays(Piece(joining: dayWords, at: firstDay.column))
      let times = Piece(joining: timeWords, at: firstTime.column)
      let open = try parseTimes(times)
      for day in days { spans[day] = open }
      rules.append("\(dayWords.map(\.text).joined()) \(times.text)")
    }
    return OpeningHours(description: rules.joined(separator: "; "), spans: spans)
  }

  private static func parseDays(_ text: Piece) throws(OpeningHoursError) -> [Day] {
    var days: [Day] = []
    for part in text.split(at: ",") {
      let ends = part.split(at: "-")
      guard ends.count <= 2, let first = Day(rawValue: ends[0].text) else {
        throw part.fault("hours.day")
      }
      guard ends.count == 2 else {
        days.append(first)
        continue
      }
      guard let last = Day(rawValue: ends[1].text), let from = Day.week.firstIndex(of: first),
        let to = Day.week.firstIndex(of: last)
      else { throw part.fault("hours.day") }
      // "Sa-Mo" goes over the end of the week.
      days += from <= to ? Array(Day.week[from...to]) : Array(Day.week[from...] + Day.week[...to])
    }
    return days
  }

  private static func parseTimes(_ text: Piece) throws(OpeningHoursError) -> [Span] {
    if text.text == "off" || text.text == "closed" { return [] }
    var spans: [Span] = []
    for part in text.split(at: ",") {
      let ends = part.split(at: "-")
      guard ends.count == 2, let opens = minutes(ends[0].text), opens < 1440,
        let closes = minutes(ends[1].text)
      else { throw part.fault("hours.time") }
      let end = closes <= opens ? closes + 1440 : closes
      if let last = spans.last, opens < last.closes { throw part.fault("hours.overlap") }
      spans.append(Span(opens: opens, closes: end))
    }
    return spans
  }

  /// `08:30` in minutes, up to `26:00` as OpenStreetMap allows for the small hours.
  private static func minutes(_ text: String) -> Int? {
    var reader = DigitReader(text.utf8)
    guard let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
      reader.isAtEnd, minute < 60, hour < 26 || (hour == 26 && minute == 0)
    else { return nil }
    return hour * 60 + minute
  }
}

/// A part of a text that knows its column.
private struct Piece {
  let text: String
  let column: Int
  var isLast = true

  init(_ text: String, column: Int = 1, isLast: Bool = true) {
    self.text = text
    self.column = column
    self.isLast = isLast
  }

  init(joining pieces: some Sequence<Piece>, at column: Int) {
    self.init(pieces.map(\.text).joined(), column: column)
  }

  var isEmpty: Bool { text.utf8.isEmpty }

  var trimmed: Piece {
    let blanks = text.unicodeScalars.prefix { $0 == " " }.count
    return Piece(text.trimmingSpaces, column: column + blanks, isLast: isLast)
  }

  func split(at separator: Unicode.Scalar) -> [Piece] {
    var start = column
    let parts = text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
    return parts.enumerated().map { offset, part in
      defer { start += part.count + 1 }
      return Piece(String(part), column: start, isLast: offset == parts.count - 1)
    }
  }

  func fault(_ code: String) -> OpeningHoursError {
    OpeningHoursError(message: Message(code, TerminalText.excerpt(text)), column: column)
  }
}
