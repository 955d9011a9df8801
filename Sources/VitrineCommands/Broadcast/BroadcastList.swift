import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine broadcast list`.
struct BroadcastList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("broadcast.list"))
  }

  @Option(help: Help.option("limit", "N")) var limit = 50
  @Flag(help: Help.option("broadcast.mine")) var mine = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if mine { return try await showMine() }
    guard (1...10_000).contains(limit) else {
      throw Fault(.usage, Message("console.range", "--limit", 1, 10_000))
    }
    try await Live.run(global) { live in
      let items = try await live.ask(ListBroadcasts(limit: limit))
      let console = live.console
      if console.isJSON { return try console.print(JSON.list(items.map(\.json))) }
      var table = Table(
        console.text("column.id"), console.text("column.state"), console.text("column.created"),
        console.text("column.title"))
      for item in items {
        table.add(
          item.id.rawValue, console.text("state.\(item.state.rawValue)"),
          item.created.description, item.title)
      }
      try console.print(table, empty: "broadcast.empty")
    }
  }

  /// What waits for the person who asks: a broadcast, and what it needs of them.
  private func showMine() async throws {
    try await Live.run(global) { live in
      let items = try await live.ask(MyBroadcasts())
      let console = live.console
      if console.isJSON { return try console.print(JSON.list(items.map(\.json))) }
      var table = Table(
        console.text("column.id"), console.text("column.state"), console.text("column.need"),
        console.text("column.title"))
      for item in items {
        let need = [
          console.text("need.\(item.need.rawValue)"),
          item.pagesAsking > 0 ? console.text("need.pages", item.pagesAsking) : nil,
          item.second.map { console.text("second.\($0.rawValue)") },
        ].compactMap(\.self).joined(separator: "; ")
        table.add(
          item.broadcast.id.rawValue, console.text("state.\(item.broadcast.state.rawValue)"), need,
          item.broadcast.title)
      }
      try console.print(table, empty: "broadcast.nothingMine")
    }
  }
}

extension MyBroadcasts.Item {
  /// A broadcast and what it needs, as scripts read it.
  var json: JSON {
    guard case .object(var members) = broadcast.json else { return broadcast.json }
    members["need"] = .string(need.rawValue)
    members["pagesAsking"] = .integer(Int64(pagesAsking))
    members["secondApproval"] = second.map { .string($0.rawValue) } ?? .null
    return .object(members)
  }
}

extension StoredBroadcast {
  /// A broadcast as scripts read it in lists.
  var json: JSON {
    [
      "id": .string(id.rawValue), "title": .string(title), "state": .string(state.rawValue),
      "digest": .string(digest), "revision": .integer(Int64(revision)),
      "urgent": .bool(isUrgent), "selector": .string(selector),
      "author": .string(author.rawValue), "created": .string(created.description),
      "approvalsNeeded": .integer(Int64(approvalsNeeded)),
      "releaseAt": releaseAt.map { .string($0.description) } ?? .null,
      "validUntil": validUntil.map { .string($0.description) } ?? .null,
    ]
  }
}

/// `vitrine broadcast show ID`: what an approver reads before saying yes.
struct BroadcastShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("broadcast.show"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let status = try await live.ask(BroadcastStatus(id: BroadcastID(id), withPages: true))
      let reasons = try await live.ask(BroadcastReasons(id: BroadcastID(id)))
      let why = ReasonView(reasons: reasons, console: live.console)
      let console = live.console
      let texts = status.pages.filter { !$0.content.text.isEmpty }
      if console.isJSON {
        guard case .object(var members) = status.broadcast.json else { return }
        members["targeted"] = .integer(Int64(status.targeted))
        members["approvers"] = .array(status.approvers.map { .string($0.rawValue) })
        members["pagesAsking"] = .integer(Int64(status.pagesAsking))
        members["secondApproval"] = status.second.map { .string($0.rawValue) } ?? .null
        members["posts"] = .array(
          texts.map {
            [
              "store": .string($0.store.rawValue), "network": .string($0.network.rawValue),
              "text": .string($0.content.text),
              "link": $0.content.link.map(JSON.string) ?? .null,
            ]
          })
        members.merge(why.json) { $1 }
        return try console.print(.object(members))
      }
      try StatusView(status: status, console: console).show()
      let broadcast = status.broadcast
      for line in why.lines(broadcast.state) { try console.print(line) }
      try console.print(console.text("broadcast.targets", broadcast.selector))
      if let at = broadcast.releaseAt { try console.print(console.text("broadcast.opens", at)) }
      if let end = broadcast.validUntil { try console.print(console.text("broadcast.ends", end)) }
      if let first = texts.first {
        try console.print(console.text("plan.sample", first.store))
        for line in first.content.text.split(separator: "\n", omittingEmptySubsequences: false) {
          try console.print("  │ \(line)")
        }
        if let link = first.content.link { try console.print("  │ \(link)") }
      }
      try console.print(
        console.text(
          "broadcast.approvals", status.approvers.count, status.broadcast.approvalsNeeded))
      if status.pagesAsking > 0 {
        try console.print(console.text("broadcast.askingPages", status.pagesAsking, id))
      }
      try console.print(console.text("plan.digest", status.broadcast.digest))
    }
  }
}
