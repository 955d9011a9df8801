import ArgumentParser
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine library list`.
struct LibraryList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("library.list"))
  }

  @Option(help: Help.option("library.category", "CATEGORY")) var category: String?
  @Option(help: Help.option("network", "NETWORK")) var network: String?
  @Option(help: Help.option("library.store", "CODE")) var store: String?
  @Option(
    name: [.customLong("word"), .customLong("search")], help: Help.option("library.word", "WORDS"))
  var word: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let desk = try await LibraryDesk(live)
      let knowledge = desk.knowledge
      let filter = LibraryFilter(
        words: word, category: category,
        network: try network.map { try Self.network($0, knowledge.limits.networks) },
        store: try store.map { try desk.store($0).store })
      let items = desk.library.entries(filter)
      let console = live.console
      if console.isJSON {
        let now = desk.now
        let list = items.map { entry, source in
          source.summary(entry, desk.standing(of: source, at: now))
        }
        return try console.print(JSON.list(list))
      }
      var table = Table(
        console.text("column.id"), console.text("column.category"), console.text("column.valid"),
        console.text("column.title"))
      for (_, source) in items {
        let standing = desk.standing(of: source, at: desk.now)
        table.add(
          source.id, source.category ?? "–", console.text("library.standing.\(standing.rawValue)"),
          source.title)
      }
      try console.print(table, empty: "library.empty")
      let broken = desk.library.entries.count(where: \.hasErrors)
      if broken > 0 { console.say("library.broken", broken) }
    }
  }

  /// A network that files may name.
  static func network(_ name: String, _ known: [Network]) throws -> Network {
    let network = Network(rawValue: name)
    guard known.contains(network) else {
      throw Fault(
        .usage,
        Message(
          "message.network", TerminalText.excerpt(name),
          known.map(\.rawValue).joined(separator: ", ")),
        hint: EditDistance.suggestion(for: name, among: known.map(\.rawValue))
          .map { Message("did.you.mean", $0) }, subject: "--network")
    }
    return network
  }
}

/// `vitrine library show ID`.
struct LibraryShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("library.show"))
  }

  @Argument(help: Help.option("library.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let desk = try await LibraryDesk(live)
      let (entry, source) = try desk.library.existing(id)
      if live.console.isJSON {
        return try live.console.print(
          source.details(entry, desk.standing(of: source, at: desk.now)))
      }
      try LibraryShowView(source: source, console: live.console).show()
    }
  }
}

/// The library and the register as one person sees them, at one moment.
struct LibraryDesk {
  let library: Library
  let knowledge: MessageKnowledge
  let stores: [ReadLibraryStores.Item]
  let now: Timestamp
  /// The day where the organisation is, by which the dates of `valid` are meant.
  let today: CivilDate

  /// Asks the door first: who may not read the library learns nothing of its files.
  init(_ live: Live) async throws {
    stores = try await live.ask(ReadLibraryStores())
    knowledge = try MessageKnowledge.load(live.workspace)
    library = try Library.load(live.workspace, knowledge: knowledge)
    now = live.desk.time.now()
    today = CivilDate(at: now, zone: live.configuration.organisation.timeZone)
  }

  /// Whether a template may be used at that moment.
  func standing(of source: MessageSource, at now: Timestamp) -> MessageValidity.Standing {
    source.validity.standing(now: now, today: today)
  }

  /// A store that the person may see.
  func store(_ code: String) throws -> ReadLibraryStores.Item {
    if let item = stores.first(where: { $0.store.code.rawValue == code }) { return item }
    let meant = EditDistance.suggestion(for: code, among: stores.map(\.store.code.rawValue))
    throw Fault(
      .notFound, Message("stores.unknown", TerminalText.excerpt(code)),
      hint: meant.map { Message("did.you.mean", $0) }, subject: code)
  }

  /// The store that was named, or the only one for which the person works.
  func store(named code: String?) throws -> ReadLibraryStores.Item {
    if let code { return try store(code) }
    guard stores.count == 1, let only = stores.first else {
      throw Fault(.usage, Message("library.noStore"), subject: "--store")
    }
    return only
  }
}
