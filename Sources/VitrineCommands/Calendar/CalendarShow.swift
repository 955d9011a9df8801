import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine calendar show [--store CODE] [--month YYYY-MM]`: a month, drawn.
struct CalendarShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("calendar.show"))
  }

  @Option(help: Help.option("post.store", "CODE")) var store: String?
  @Option(help: Help.option("calendar.month", "YYYY-MM")) var month: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let today = live.desk.today
      let first = try Self.first(of: month, today)
      let last = first.lastOfMonth
      let shown = try await ShowCalendar(
        from: first, through: last, store: store.map { StoreCode($0.nfc) }
      ).run(live.door, as: live.credential())
      let console = live.console
      if console.isJSON {
        return try console.print([
          "items": .array(shown.items.map { $0.json(console.language, shown.store) }),
          "next": .null,
          "holidays": .array(
            shown.holidays.sorted { $0.key < $1.key }.map { day, name in
              ["date": .string(day.description), "name": .string(name)]
            }),
        ])
      }
      let view = MonthView(
        year: first.year, month: first.month,
        items: shown.items.map { $0.drawn(console, shown.store) }, holidays: shown.holidays,
        today: today,
        width: console.invocation.isOutputTerminal ? console.invocation.width : nil,
        language: console.language, hasColor: console.hasColor)
      // Made of our own boxes and of text that the view has made safe; colours are ours too.
      for line in view.lines() { try console.printExactly(line + "\n") }
    }
  }

  private static func first(of month: String?, _ today: CivilDate) throws -> CivilDate {
    let text = month.map { "\($0)-01" } ?? "\(today.description.prefix(7))-01"
    guard let day = MessageValidity.Moment(text)?.date else {
      throw Fault(
        .usage, Message("calendar.badMonth", TerminalText.excerpt(month ?? "")),
        subject: "--month")
    }
    return day
  }
}

extension CivilDate {
  /// The last day of the month.
  var lastOfMonth: CivilDate {
    (28...31).compactMap { CivilDate(year: year, month: month, day: $0) }.last ?? self
  }
}

extension ShowCalendar.Item {
  /// When it is due where the store is, or on the clock that the entry names.
  func local(at store: Store?) -> LocalTime {
    guard let store, case .zone = time.clock, let instant = try? time.instant(in: store.timeZone)
    else { return time.time }
    return LocalTime(at: instant, zone: store.timeZone)
  }

  /// The item as scripts read it; the keys are a contract.
  func json(_ language: Language, _ store: Store?) -> JSON {
    let local = local(at: store)
    var object: [String: JSON] = [
      "entry": .string(occurrence.key), "title": .string(title),
      "date": .string(local.date.description), "at": .string(time.description),
      "binding": .string(binding.rawValue), "stores": .integer(Int64(stores)),
      "template": occurrence.step.template.map(JSON.string) ?? .null,
      "applied": .bool(item != nil),
      "broadcast": item?.broadcast.map { .string($0.rawValue) } ?? .null,
      "state": state.map { .string($0.rawValue) } ?? .null,
    ]
    if case .task(let task, let owner) = occurrence.step.work {
      object["task"] = .string(task)
      object["owner"] = .string(owner)
    }
    if store != nil {
      object["adapted"] = .bool(isAdapted)
      object["declined"] = .bool(isDeclined)
    }
    return .object(object)
  }

  func drawn(_ console: Console, _ store: Store?) -> MonthView.Item {
    let local = local(at: store)
    let kind: MonthView.Item.Kind =
      switch (occurrence.step.template, binding) {
      case (nil, _): .task
      case (_, .mandatory): .mandatory
      case (_, .default): .standard
      case (_, .optional): .optional
      }
    let word =
      isDeclined
      ? console.text("calendar.away.declined")
      : state.map { console.text("post.state.\($0.rawValue)") }
    return MonthView.Item(
      date: local.date, time: String(local.description.suffix(5)), title: title, kind: kind,
      state: word)
  }
}
