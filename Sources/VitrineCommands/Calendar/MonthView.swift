import VitrineCore

/// A month as a terminal shows it: seven boxed columns from Monday, or a list where there is no room.
struct MonthView {
  /// Something that is due on a day.
  struct Item {
    /// What it is, which people see by its mark too, without any colour.
    enum Kind: CaseIterable {
      case mandatory, standard, optional, task
    }

    let date: CivilDate
    /// `09:00`.
    let time: String
    let title: String
    let kind: Kind
    /// Where it stands, in a short word.
    let state: String?
  }

  let year: Int
  let month: Int
  let items: [Item]
  let holidays: [CivilDate: String]
  let today: CivilDate?
  /// The columns of the terminal; nil where it is none.
  let width: Int?
  let language: Language
  let hasColor: Bool

  /// The least width that seven columns need.
  private static let narrowest = 78
  /// How many things of one day a box shows.
  private static let mostOfDay = 4

  /// The lines, safe to print.
  func lines() -> [String] {
    let body: [String]
    if let width, width >= Self.narrowest { body = boxes(min(width, 160)) } else { body = list() }
    let title = "\(CalendarWords.month(month, language)) \(year)"
    return [paint(title, "1")] + body + [legend]
  }

  private var days: [CivilDate] {
    (1...31).compactMap { CivilDate(year: year, month: month, day: $0) }
  }

  private func due(on day: CivilDate) -> [Item] {
    items.filter { $0.date == day }.sorted { ($0.time, $0.title) < ($1.time, $1.title) }
  }

  // MARK: Boxes

  private func boxes(_ width: Int) -> [String] {
    let inner = (width - 8) / 7
    let bar = String(repeating: "─", count: inner)
    func rule(_ left: String, _ middle: String, _ right: String) -> String {
      left + Array(repeating: bar, count: 7).joined(separator: middle) + right
    }
    let heads = (0..<7).map { fitted(String(CalendarWords.weekday($0, language).prefix(3)), inner) }
    var lines = [rule("┌", "┬", "┐"), "│\(heads.joined(separator: "│"))│"]
    var week: [CivilDate?] = []
    func close() {
      while week.count < 7 { week.append(nil) }
      lines.append(rule("├", "┼", "┤"))
      lines += rows(of: week, inner)
      week = []
    }
    if let first = days.first {
      week = Array(repeating: nil, count: first.weekdayFromMonday)
    }
    for day in days {
      week.append(day)
      if week.count == 7 { close() }
    }
    if !week.isEmpty { close() }
    return lines + [rule("└", "┴", "┘")]
  }

  private func rows(of week: [CivilDate?], _ inner: Int) -> [String] {
    let cells = week.map { $0.map { cell($0, inner) } ?? [] }
    let height = max(2, cells.map(\.count).max() ?? 0)
    return (0..<height).map { row in
      let parts = cells.map { $0.indices.contains(row) ? $0[row] : fitted("", inner) }
      return "│\(parts.joined(separator: "│"))│"
    }
  }

  private func cell(_ day: CivilDate, _ inner: Int) -> [String] {
    let number = day == today ? "[\(day.day)]" : " \(day.day)"
    let head = holidays[day].map { "\(number) \($0)" } ?? number
    let due = due(on: day)
    var lines = [paint(fitted(head, inner), day == today ? "7" : holidays[day] == nil ? "" : "2")]
    for item in due.prefix(Self.mostOfDay) {
      lines.append(
        paint(fitted("\(mark(item.kind))\(item.time) \(item.title)", inner), color(item.kind)))
    }
    if due.count > Self.mostOfDay {
      lines.append(fitted(" +\(due.count - Self.mostOfDay)", inner))
    }
    return lines
  }

  // MARK: List

  private func list() -> [String] {
    var lines: [String] = []
    for day in days {
      let due = due(on: day)
      guard !due.isEmpty || holidays[day] != nil else { continue }
      let weekday = CalendarWords.weekday(day.weekdayFromMonday, language)
      let holiday = holidays[day].map { " · \(TerminalText.escapedLine($0))" } ?? ""
      lines.append("\(weekday) \(day.day)\(holiday)")
      for item in due {
        let state = item.state.map { " (\($0))" } ?? ""
        let title = TerminalText.escapedLine(item.title)
        let line = "  \(mark(item.kind)) \(item.time)  \(title)\(state)"
        let isLong = TerminalText.displayWidth(line) > width ?? .max
        lines.append(
          paint(isLong ? TerminalText.fitted(line, to: width ?? 0) : line, color(item.kind)))
      }
    }
    return lines.isEmpty ? [Message("calendar.month.empty").text(in: language)] : lines
  }

  // MARK: Marks

  private var legend: String {
    Item.Kind.allCases.map { kind in
      "\(mark(kind)) \(Message("calendar.legend.\(kind)").text(in: language))"
    }.joined(separator: "   ")
  }

  private func mark(_ kind: Item.Kind) -> String {
    switch kind {
    case .mandatory: "!"
    case .standard: "•"
    case .optional: "○"
    case .task: "–"
    }
  }

  private func color(_ kind: Item.Kind) -> String {
    switch kind {
    case .mandatory: "1;31"
    case .standard: "32"
    case .optional: "36"
    case .task: "2"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    hasColor && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// A text cut or filled to a number of columns; whatever data brings, it controls no terminal.
  private func fitted(_ text: String, _ columns: Int) -> String {
    let safe = TerminalText.fitted(TerminalText.escapedLine(text), to: columns)
    return safe
      + String(repeating: " ", count: max(0, columns - TerminalText.displayWidth(safe)))
  }
}
