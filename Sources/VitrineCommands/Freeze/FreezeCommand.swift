import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine freeze --to SELECTOR --reason TEXT`: nothing of these stores leaves, but mandatory messages.
struct FreezeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "freeze", abstract: Help.command("freeze"))
  }

  @Option(name: .customLong("to"), help: Help.option("freeze.to", "SELECTOR")) var selector: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let stores = try Selector.argument(selector)
    try await Live.run(global) { live in
      let output = try await live.perform(FreezeStores(selector: stores, reason: reason))
      let console = live.console
      if console.isJSON {
        return try console.print([
          "frozen": .integer(Int64(output.frozen)),
          "alreadyFrozen": .integer(Int64(output.alreadyFrozen)),
          "waiting": .integer(Int64(output.waiting)),
        ])
      }
      try console.print(
        console.text("freeze.done", output.frozen, output.alreadyFrozen, output.waiting))
      console.say("freeze.next", stores.canonical)
    }
  }
}
