import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine store`: the register of stores.
struct StoreCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "store", abstract: Help.command("store"),
      subcommands: [StoreImport.self, StoreList.self, StoreShow.self])
  }
}

/// `vitrine store import FILE.csv`.
struct StoreImport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: Help.command("store.import"))
  }

  @Argument(help: Help.option("store.file")) var file: String
  @Flag(help: Help.option("store.check")) var check = false
  @Option(help: Help.option("store.removals", "N")) var allowRemovals = 0
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard (0...1_000_000).contains(allowRemovals) else {
      throw Fault(.usage, Message("console.range", "--allow-removals", 0, 1_000_000))
    }
    let path = Invocation.current.resolve(file).path
    let bytes = try RegularFile.read(path, limit: CSVLimits.standard.bytes)
    let register = StoreRegister.parse(
      bytes, file: file, knownTimeZones: ConfigurationFile.isTimeZone)
    try await Live.run(global) { live in
      guard !register.hasErrors else {
        if live.console.isJSON { try live.console.print(Self.json(nil, register, live.console)) }
        throw Fault(
          .invalid, Message("stores.rejected", file, register.findings.count),
          hint: Message("stores.rejected.hint"), subject: file, findings: register.findings)
      }
      let output = try await live.perform(
        ImportStores(
          stores: register.stores, allowedRemovals: allowRemovals, onlyCheck: check))
      // What waits for its launch follows the register, and asks its approvers where it changes.
      let changes = check ? [] : try await RefreshBroadcasts().run(live.desk)
      for change in changes {
        live.console.say(
          "stores.broadcastChanged", change.id, change.changed, change.added, change.left)
      }
      if live.console.isJSON {
        return try live.console.print(Self.json(output, register, live.console))
      }
      try live.console.print(
        live.console.text(
          check ? "stores.checked" : "stores.imported", output.created, output.updated,
          output.unchanged, output.removed))
      if output.absent > 0 { live.console.say("stores.absent", output.absent) }
    }
  }

  private static func json(
    _ output: ImportStores.Output?, _ register: StoreRegister, _ console: Console
  ) -> JSON {
    [
      "created": .integer(Int64(output?.created ?? 0)),
      "updated": .integer(Int64(output?.updated ?? 0)),
      "unchanged": .integer(Int64(output?.unchanged ?? 0)),
      "removed": .integer(Int64(output?.removed ?? 0)),
      "absent": .integer(Int64(output?.absent ?? 0)),
      "rejected": .array(register.findings.map(console.json)),
    ]
  }
}

/// `vitrine store list`.
struct StoreList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("store.list"))
  }

  @Option(help: Help.option("select", "SELECTOR")) var select: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let selector = try select.map(Selector.argument)
    try await Live.run(global) { live in
      let items = try await live.ask(ListStores(selector: selector))
      let console = live.console
      if console.isJSON { return try console.print(JSON.list(items.map(\.json))) }
      var table = Table(
        console.text("column.code"), console.text("column.name"), console.text("column.format"),
        console.text("column.region"), console.text("column.pages"))
      for item in items {
        table.add(
          item.store.code.rawValue, item.store.name, item.store.format.rawValue,
          item.store.region, item.pages.map(\.network.rawValue).joined(separator: ", "))
      }
      try console.print(table, empty: "stores.empty")
    }
  }
}

/// `vitrine store show CODE`.
struct StoreShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("store.show"))
  }

  @Argument(help: Help.option("store.code")) var code: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let items = try await live.ask(ListStores(selector: nil))
      guard let item = items.first(where: { $0.store.code.rawValue == code }) else {
        let meant = EditDistance.suggestion(for: code, among: items.map(\.store.code.rawValue))
        throw Fault(
          .notFound, Message("stores.unknown", TerminalText.excerpt(code)),
          hint: meant.map { Message("did.you.mean", $0) }, subject: code)
      }
      if live.console.isJSON { return try live.console.print(item.json) }
      for (name, value) in item.store.fields.sorted(by: { $0.key < $1.key }) {
        try live.console.print("\(name)  \(value)")
      }
      for page in item.pages {
        try live.console.print("page.\(page.network)  \(page.name) (\(page.state.rawValue))")
      }
    }
  }
}

extension Selector {
  /// A selector given as an option.
  static func argument(_ text: String) throws -> Selector {
    do {
      return try Selector.parse(text)
    } catch {
      throw error.fault
    }
  }
}

extension ListStores.Item {
  /// A store as scripts read it.
  var json: JSON {
    var members: [String: JSON] = [
      "code": .string(store.code.rawValue), "name": .string(store.name),
      "format": .string(store.format.rawValue), "address": .string(store.address),
      "postcode": .string(store.postcode), "city": .string(store.city),
      "department": .string(store.department), "region": .string(store.region),
      "country": .string(store.country), "timezone": .string(store.timeZone),
      "mode": .string(store.mode.rawValue), "phone": .string(store.phone),
      "tags": .array(store.tags.map(JSON.string)),
      "latitude": store.latitude.map { .string($0.description) } ?? .null,
      "longitude": store.longitude.map { .string($0.description) } ?? .null,
      "hours": store.hours.map { .string($0.description) } ?? .null,
      "opensOn": store.opensOn.map { .string($0.description) } ?? .null,
      "closesOn": store.closesOn.map { .string($0.description) } ?? .null,
      "pages": .array(pages.map(\.json)),
    ]
    for (name, value) in store.extra { members[name] = .string(value) }
    return .object(members)
  }
}

extension StoredPage {
  /// A page as scripts read it, without the language of its reason.
  var json: JSON {
    [
      "id": .string(id.rawValue), "network": .string(network.rawValue),
      "remoteID": .string(remoteID.rawValue), "name": .string(name),
      "state": .string(state.rawValue),
    ]
  }
}
