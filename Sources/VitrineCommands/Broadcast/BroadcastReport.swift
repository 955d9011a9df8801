import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine broadcast report ID --reason TEXT`: a store says that a message is wrong.
struct BroadcastReport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "report", abstract: Help.command("broadcast.report"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @Option(help: Help.option("report.store", "CODE")) var store: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let code: StoreCode
      if let store { code = StoreCode(store.nfc) } else { code = try await live.ownStore() }
      let output = try await live.perform(
        ReportBroadcast(id: BroadcastID(id), store: code, reason: reason))
      let console = live.console
      if console.isJSON {
        return try console.print([
          "id": .string(output.id.rawValue), "store": .string(output.store.rawValue),
          "told": .integer(Int64(output.told)),
        ])
      }
      try console.print(console.text("report.done", output.id, output.told))
    }
  }
}
