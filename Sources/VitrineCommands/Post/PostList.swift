import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine post list`: the posts of stores, newest first.
struct PostList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("post.list"))
  }

  @Option(help: Help.option("post.ofStore", "CODE")) var store: String?
  @Option(help: Help.option("post.state", "STATE")) var state: String?
  @Flag(help: Help.option("post.mine")) var mine = false
  @Flag(help: Help.option("post.waiting")) var waiting = false
  @Option(help: Help.option("post.from", "DATE")) var from: String?
  @Option(help: Help.option("post.until", "DATE")) var to: String?
  @Option(help: Help.option("limit", "N")) var limit = 50
  @Option(help: Help.option("post.cursor", "C")) var cursor: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard (1...10_000).contains(limit) else {
      throw Fault(.usage, Message("console.range", "--limit", 1, 10_000))
    }
    let state: PostState? = try state.map {
      try RecordFilterOptions.word($0, "posts.badState", "--state")
    }
    let cursor = try cursor.map { text in
      guard let cursor = PostCursor(text) else {
        throw Fault(
          .usage, Message("posts.badCursor", TerminalText.excerpt(text)), subject: "--cursor")
      }
      return cursor
    }
    if waiting {
      guard store == nil, state == nil, !mine, from == nil, to == nil, cursor == nil else {
        throw Fault(.usage, Message("posts.waitingAlone"), subject: "--waiting")
      }
      return try await showWaiting()
    }
    try await Live.run(global) { live in
      var filter = PostFilter()
      filter.stores = store.map { [StoreCode($0.nfc)] }
      filter.state = state
      filter.from = try from.map { try live.instant($0, "--from") }
      filter.to = try to.map { try live.instant($0, "--to") }
      let list = try await live.ask(
        ListPosts(filter: filter, mine: mine, cursor: cursor, limit: limit))
      let console = live.console
      let view = PostView(console: console)
      if console.isJSON {
        return try console.print(
          JSON.list(list.items.map(view.json), next: list.next?.description))
      }
      try console.print(view.table(list.items), empty: "posts.empty")
      if let next = list.next { console.say("posts.more", next) }
    }
  }

  /// What waits for the person who asks: a post, and what it needs of them.
  private func showWaiting() async throws {
    try await Live.run(global) { live in
      let items = try await live.ask(MyPosts())
      let console = live.console
      let view = PostView(console: console)
      if console.isJSON {
        return try console.print(
          JSON.list(
            items.map { item in
              var members = view.members(item.post)
              members["need"] = .string(item.need.rawValue)
              return .object(members)
            }))
      }
      var table = Table(
        console.text("column.id"), console.text("column.store"), console.text("column.network"),
        console.text("column.need"), console.text("column.text"))
      for item in items {
        table.add(
          item.post.id.rawValue, item.post.store.rawValue, item.post.network.rawValue,
          console.text("post.need.\(item.need.rawValue)"), item.post.firstLine)
      }
      try console.print(table, empty: "posts.nothingWaits")
    }
  }
}

extension Live {
  /// A date (midnight at the organisation) or an instant, as a flag says it.
  func instant(_ text: String, _ option: String) throws -> Timestamp {
    let zone = configuration.organisation.timeZone
    guard let moment = MessageValidity.Moment(text),
      let instant = try moment.instant(midnight: { try $0.beginning(in: zone) })
    else {
      throw Fault(
        .usage, Message("posts.badDate", TerminalText.excerpt(text)),
        hint: Message("posts.badDate.hint"), subject: option)
    }
    return instant
  }
}
