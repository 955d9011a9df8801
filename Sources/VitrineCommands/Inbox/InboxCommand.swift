import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine inbox`: what the person is told, newest first; nothing is marked unless it is asked for.
struct InboxCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "inbox", abstract: Help.command("inbox"))
  }

  @Flag(help: Help.option("inbox.all")) var all = false
  @Option(help: Help.option("inbox.read", "ID")) var read: String?
  @Option(help: Help.option("limit", "N")) var limit: Int?
  @Option(help: Help.option("inbox.cursor", "C")) var cursor: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if let limit, !(1...1_000).contains(limit) {
      throw Fault(.usage, Message("console.range", "--limit", 1, 1_000))
    }
    let place = try cursor.map(Self.place)
    try await Live.run(global) { live in
      if let read { return try await mark(read, live) }
      let inbox = try await live.ask(
        ReadInbox(includesRead: all, behind: place, limit: limit ?? 100))
      try InboxView(inbox: inbox, console: live.console).show()
    }
  }

  private func mark(_ name: String, _ live: Live) async throws {
    let output = try await live.perform(MarkNotices(name: name == "all" ? nil : name))
    if live.console.isJSON {
      return try live.console.print(["read": .integer(Int64(output.read))])
    }
    try live.console.print(live.console.text("notice.marked", output.read))
  }

  /// A cursor is the time in milliseconds and the id of the last notice that was shown.
  static func place(_ text: String) throws -> NoticePlace {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts.first, let last = parts.last,
      (1...15).contains(first.utf8.count), first.utf8.allSatisfy({ (48...57).contains($0) }),
      let time = Int64(first), last.utf8.starts(with: "n_".utf8), last.utf8.count <= 64
    else {
      throw Fault(
        .usage, Message("notice.badCursor", TerminalText.excerpt(text)),
        hint: Message("notice.badCursor.hint"), subject: "--cursor")
    }
    return NoticePlace(time: Timestamp(clamping: time), id: String(last))
  }
}

/// Shows notices: every one to a program, and one line for those of one cause to a person.
struct InboxView {
  let inbox: ReadInbox.Output
  let console: Console

  func show() throws {
    let next = inbox.next.map { "\($0.time.milliseconds).\($0.id)" }
    if console.isJSON {
      let items = inbox.items.map { stored -> JSON in
        guard case .object(var members) = stored.notice.json(in: console.language) else {
          return .null
        }
        members["isRead"] = .bool(stored.read != nil)
        return .object(members)
      }
      return try console.print(JSON.list(items, next: next))
    }
    guard !inbox.items.isEmpty else { return console.say("notice.none") }
    for bundle in bundles() {
      guard let first = bundle.first else { continue }
      let name = bundle.count == 1 ? first.id.rawValue : first.broadcast?.rawValue
      let place = [first.time.description, name].compactMap(\.self).joined(separator: "  ")
      try console.print(place)
      try console.print("  " + Notice.text(of: bundle, in: console.language))
      if let fix = first.fix { try console.print("  → " + fix.text(in: console.language)) }
    }
    if let next { console.say("notice.more", next) }
  }

  /// The notices by bundle, in the order of the newest of each; read ones stand apart.
  private func bundles() -> [[Notice]] {
    var places: [String: Int] = [:]
    var bundles: [[Notice]] = []
    for stored in inbox.items {
      let key = "\(stored.read != nil)|\(stored.notice.bundle)"
      if let place = places[key] {
        bundles[place].append(stored.notice)
      } else {
        places[key] = bundles.count
        bundles.append([stored.notice])
      }
    }
    return bundles
  }
}
