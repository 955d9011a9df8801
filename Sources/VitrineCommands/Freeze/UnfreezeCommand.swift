import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine unfreeze --to SELECTOR --reason TEXT`: ends a freeze, and lists what had its hour meanwhile.
struct UnfreezeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "unfreeze", abstract: Help.command("unfreeze"))
  }

  @Option(name: .customLong("to"), help: Help.option("freeze.to", "SELECTOR")) var selector: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let stores = try Selector.argument(selector)
    try await Live.run(global) { live in
      let output = try await live.perform(UnfreezeStores(selector: stores, reason: reason))
      let console = live.console
      if console.isJSON { return try console.print(output.json) }
      try console.print(
        console.text("freeze.lifted", output.unfrozen, output.notFrozen, output.waiting))
      if !output.held.isEmpty {
        console.say("freeze.held", output.held.count)
        var table = Table(
          console.text("column.id"), console.text("column.store"), console.text("column.network"),
          console.text("column.when"))
        for post in output.held {
          table.add(
            post.id.rawValue, post.store.rawValue, post.network.rawValue,
            post.at?.description ?? "–")
        }
        try console.print(table, empty: "posts.empty")
      }
      if output.missed > 0 { console.say("freeze.missed", output.missed) }
    }
  }
}

extension UnfreezeStores.Output {
  /// The end of a freeze as scripts read it.
  fileprivate var json: JSON {
    [
      "unfrozen": .integer(Int64(unfrozen)), "notFrozen": .integer(Int64(notFrozen)),
      "held": .array(
        held.map {
          [
            "id": .string($0.id.rawValue), "store": .string($0.store.rawValue),
            "network": .string($0.network.rawValue),
            "at": $0.at.map { .string($0.description) } ?? .null,
            "entry": $0.entry.map(JSON.string) ?? .null,
          ]
        }),
      "missed": .integer(Int64(missed)), "waiting": .integer(Int64(waiting)),
    ]
  }
}
