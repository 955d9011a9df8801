import ArgumentParser
import Foundation
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine broadcast receipt ID --out DIR`: every targeted page accounted for, to keep.
struct BroadcastReceipt: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "receipt", abstract: Help.command("broadcast.receipt"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("out.folder", "DIR")) var out: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let folder = Invocation.current.resolve(out)
    try await Live.run(global) { live in
      let status = try await live.ask(BroadcastStatus(id: BroadcastID(id), withPages: true))
      let console = live.console
      let view = StatusView(status: status, console: console)
      try OutputFile.makeEmptyFolder(folder)
      try OutputFile.write(
        Array((view.json.text + "\n").utf8), to: folder.appendingPathComponent("receipt.json"))
      try OutputFile.write(
        Self.csv(status, console.language), to: folder.appendingPathComponent("pages.csv"))
      if console.isJSON { return try console.print(["folder": .string(folder.path)]) }
      try view.show()
      console.say("receipt.written", folder.path)
    }
  }

  /// The pages as a spreadsheet reads them, with formulas made harmless.
  private static func csv(_ status: BroadcastStatus.Output, _ language: Language) -> [UInt8] {
    let header = [
      "store", "network", "state", "postID", "permalink", "publishedAt", "reason", "fix", "who",
    ]
    let rows = status.pages.map { page in
      [
        page.store.rawValue, page.network.rawValue, page.state.rawValue,
        page.remoteID?.rawValue ?? "", page.permalink ?? "", page.published?.description ?? "",
        page.trouble?.reason.text(in: language) ?? "", page.trouble?.fix.text(in: language) ?? "",
        page.trouble?.who.text(in: language) ?? "",
      ]
    }
    var writer = CSVWriter()
    writer.write(header)
    for row in rows { writer.write(row) }
    return writer.bytes
  }
}
