import VitrineCore
import VitrineService
import VitrineStorage

/// A plan of the calendar: what is new, what changes, what goes, and what stays away.
struct CalendarPlanView {
  let plan: CalendarPlan
  let console: Console

  /// The plan as scripts read it; the keys are a contract.
  var json: JSON {
    let language = console.language
    return [
      "summary": [
        "create": .integer(Int64(plan.created)), "update": .integer(Int64(plan.updated)),
        "withdraw": .integer(Int64(plan.withdrawn)),
        "unchanged": .integer(Int64(plan.unchanged)),
      ],
      "changes": .array(
        plan.changes.map { change in
          [
            "entry": .string(change.key), "title": .string(change.title),
            "action": .string(change.action.rawValue), "kind": .string(change.kind.rawValue),
            "at": .string(change.at), "create": .integer(Int64(change.count(.create))),
            "update": .integer(Int64(change.count(.update))),
            "withdraw": .integer(Int64(change.count(.withdraw))),
            "reason": change.reason.map { .string($0.text(in: language)) } ?? .null,
            "broadcast": change.broadcast.map { .string($0.rawValue) } ?? .null,
          ]
        }),
      "asks": .array(
        plan.asks.map { ask in
          [
            "entry": .string(ask.key), "zones": .array(ask.zones.map(JSON.string)),
            "stores": .integer(Int64(ask.stores)),
          ]
        }),
      "away": .array(
        plan.away.map { away in
          [
            "entry": .string(away.key), "store": .string(away.store.rawValue),
            "cause": .string(away.cause.rawValue),
            "reason": .string(away.reason.text(in: language)),
          ]
        }),
      "crowded": .array(
        plan.crowded.map { crowd in
          [
            "day": .string(crowd.day.description), "stores": .integer(Int64(crowd.stores)),
            "entries": .array(crowd.keys.map(JSON.string)),
          ]
        }),
      "blocked": .array(
        plan.blocked.map { block in
          [
            "entry": .string(block.key), "broadcast": .string(block.broadcast.rawValue),
            "reason": .string(block.reason.text(in: language)),
          ]
        }),
      "past": .integer(Int64(plan.past)), "suggestions": .integer(Int64(plan.suggestions)),
      "from": .string(plan.from.description), "to": .string(plan.through.description),
      "digest": .string(plan.digest),
    ]
  }

  /// The plan as people read it.
  func show() throws {
    var table = Table(
      "", console.text("column.entry"), console.text("column.kind"), console.text("column.at"),
      console.text("column.posts"), console.text("column.reason"))
    for change in plan.changes {
      table.add(
        mark(change), change.key, console.text("calendar.kind.\(change.kind.rawValue)"),
        change.time?.shown(in: console.language) ?? change.at, count(change),
        change.reason?.text(in: console.language) ?? "")
    }
    try console.print(
      console.text("calendar.summary", plan.created, plan.updated, plan.withdrawn, plan.unchanged))
    if !table.rows.isEmpty { try console.print(table, empty: "list.empty") }
    for block in plan.blocked {
      try console.print("! \(block.key): \(block.reason.text(in: console.language))")
    }
    for ask in plan.asks {
      try console.print(
        console.text("calendar.ask", ask.key, ask.zones.joined(separator: ", "), ask.stores))
    }
    if !plan.asks.isEmpty { try console.print(console.text("calendar.asks.hint")) }
    for crowd in plan.crowded {
      try console.print(
        console.text(
          "calendar.crowded", crowd.day, crowd.stores, crowd.keys.joined(separator: ", ")))
    }
    try showAway()
    try console.print(
      console.text("calendar.rest", plan.suggestions, plan.past, plan.from, plan.through))
    try console.print(console.text("plan.digest", plan.digest))
  }

  /// What stays away, each reason once, with the stores that it is about.
  private func showAway() throws {
    var order: [String] = []
    var stores: [String: [String]] = [:]
    for away in plan.away where away.cause != .past {
      let head = "\(away.key): \(console.text("calendar.away.\(away.cause.rawValue)"))"
      let line =
        away.cause == .refused ? "\(head): \(away.reason.text(in: console.language))" : head
      if stores[line] == nil { order.append(line) }
      stores[line, default: []].append(away.store.rawValue)
    }
    for line in order {
      let names = stores[line] ?? []
      let shown = names.prefix(6).joined(separator: ", ")
      try console.print(
        "  \(line) (\(names.count): \(shown)\(names.count > 6 ? ", …" : ""))")
    }
  }

  private func mark(_ change: CalendarChange) -> String {
    switch change.action {
    case .create: "+"
    case .update: "~"
    case .withdraw: "-"
    }
  }

  private func count(_ change: CalendarChange) -> String {
    CalendarChange.Action.allCases.compactMap { action in
      let count = change.count(action)
      guard count > 0 else { return nil }
      return ["+", "~", "-"][CalendarChange.Action.allCases.firstIndex(of: action) ?? 0]
        + "\(count)"
    }.joined(separator: " ")
  }
}

extension CalendarTime {
  /// The time as people read it: `ven. 7 mars 2031, 09:00 (magasin)`.
  func shown(in language: Language) -> String {
    let weekday = CalendarWords.weekday(time.date.weekdayFromMonday, language)
    let month = CalendarWords.month(time.date.month, language)
    let short = String(weekday.prefix(3))
    let clock = time.description.suffix(5)
    let zone =
      switch self.clock {
      case .store: Message("calendar.clock.store").text(in: language)
      case .zone(let zone): zone
      }
    return Message(
      "calendar.time", short, time.date.day, month, time.date.year, String(clock), zone
    ).text(in: language)
  }
}
