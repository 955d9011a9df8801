import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine broadcast status ID`.
struct BroadcastStatusCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: Help.command("broadcast.status"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Flag(help: Help.option("broadcast.pages")) var pages = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let status = try await live.ask(
        BroadcastStatus(id: BroadcastID(id), withPages: pages || !global.json))
      try StatusView(status: status, console: live.console).show()
    }
  }
}

/// The numbers of a broadcast, and the pages that need somebody.
struct StatusView {
  let status: BroadcastStatus.Output
  let console: Console

  func show() throws {
    if console.isJSON { return try console.print(json) }
    let broadcast = status.broadcast
    try console.print(
      "\(broadcast.title) (\(broadcast.id)) – \(console.text("state.\(broadcast.state.rawValue)"))")
    if let launcher = status.launcher, let launched = broadcast.launched {
      try console.print(console.text("status.launched", launcher, launched))
    }
    if let second = status.second {
      try console.print(console.text("status.second.\(second.rawValue)"))
    }
    if broadcast.state == .paused, let why = Self.why(broadcast.pauseReason) {
      try console.print(why.text(in: console.language))
    }
    for silence in status.silences { console.say(silence.message) }
    func count(_ state: PublicDeliveryState) -> Int { status.counts[state] ?? 0 }
    try console.print(
      console.text(
        "status.sum", status.targeted, count(.published), count(.refused), count(.held),
        count(.failed), count(.unknown), count(.pending), count(.cancelled), count(.takenDown)))
    let pins = status.pages.filter { $0.pin != nil }
    if let until = pins.first?.pin?.until {
      try console.print(
        console.text("status.pins", pins.count { $0.isPinned == true }, pins.count, until))
    }
    if let seen = status.verified {
      try console.print(
        console.text(
          "status.verified", seen.at, seen.same, seen.altered, seen.missing, seen.unclear))
    }
    var table = Table(
      console.text("column.store"), console.text("column.network"), console.text("column.state"),
      console.text("column.reason"), console.text("column.fix"), console.text("column.who"))
    for page in status.pages {
      // What is public and has something to be said of it stands here too.
      guard let trouble = page.trouble, page.state != .cancelled else { continue }
      table.add(
        page.store.rawValue, page.network.rawValue,
        console.text("delivery.\(page.state.rawValue)"),
        trouble.reason.text(in: console.language), trouble.fix.text(in: console.language),
        trouble.who.text(in: console.language))
    }
    if !table.rows.isEmpty { try console.print(table, empty: "list.empty") }
  }

  /// Why it paused by itself, in words; nil where a person did it.
  private static func why(_ reason: String?) -> Message? {
    let words = (reason ?? "").split(separator: " ").map(String.init)
    let count = words.count > 1 ? words[1] : "–"
    return switch words.first {
    case "canary": Message("limits.paused.canary", count)
    case "wave": Message("limits.paused.wave", count)
    case "spam": Message("limits.paused.spam")
    default: nil
    }
  }

  private static func json(_ seen: StoredVerification) -> JSON {
    [
      "at": .string(seen.at.description), "same": .integer(Int64(seen.same)),
      "altered": .integer(Int64(seen.altered)), "missing": .integer(Int64(seen.missing)),
      "unclear": .integer(Int64(seen.unclear)),
    ]
  }

  /// The status as scripts read it; the keys are a contract.
  var json: JSON {
    let broadcast = status.broadcast
    var members: [String: JSON] = [
      "id": .string(broadcast.id.rawValue), "state": .string(broadcast.state.rawValue),
      "title": .string(broadcast.title), "digest": .string(broadcast.digest),
      "revision": .integer(Int64(broadcast.revision)),
      "targeted": .integer(Int64(status.targeted)),
      "startedAt": broadcast.started.map { .string($0.description) } ?? .null,
      "finishedAt": broadcast.finished.map { .string($0.description) } ?? .null,
      "launchedAt": broadcast.launched.map { .string($0.description) } ?? .null,
      "launchedBy": broadcast.launchedBy.map { .string($0.rawValue) } ?? .null,
      "pagesAsking": .integer(Int64(status.pagesAsking)),
      "secondApproval": status.second.map { .string($0.rawValue) } ?? .null,
      "verified": status.verified.map(Self.json) ?? .null,
      "pauseReason": broadcast.pauseReason.map(JSON.string) ?? .null,
      "silentNetworks": .array(
        status.silences.map {
          [
            "network": .string($0.network.rawValue), "since": .string($0.since.description),
            "next": .string($0.next.description),
          ]
        }),
    ]
    for state in PublicDeliveryState.allCases {
      members[state.rawValue] = .integer(Int64(status.counts[state] ?? 0))
    }
    if !status.pages.isEmpty {
      members["pages"] = .array(status.pages.map { $0.json(console.language) })
    }
    return .object(members)
  }
}

extension BroadcastStatus.Page {
  /// A page as scripts read it; the keys are a contract.
  func json(_ language: Language) -> JSON {
    func words(_ part: KeyPath<Trouble, Message>) -> JSON {
      trouble.map { .string($0[keyPath: part].text(in: language)) } ?? .null
    }
    return [
      "store": .string(store.rawValue), "network": .string(network.rawValue),
      "post": .string(post.rawValue), "page": page.map { .string($0.rawValue) } ?? .null,
      "state": .string(state.rawValue),
      "postID": remoteID.map { .string($0.rawValue) } ?? .null,
      "permalink": permalink.map(JSON.string) ?? .null,
      "publishedAt": published.map { .string($0.description) } ?? .null,
      "reason": words(\.reason), "fix": words(\.fix), "who": words(\.who),
      "possibleOrphanDraft": .bool(mayHaveOrphan),
      "pinned": isPinned.map(JSON.bool) ?? .null,
      "pinUntil": pin.map { .string($0.until.description) } ?? .null,
      "earlierTextSeconds": earlier.map { .integer($0.seconds) } ?? .null,
      "showsEarlierText": .bool(earlier?.isThere ?? false),
    ]
  }
}
