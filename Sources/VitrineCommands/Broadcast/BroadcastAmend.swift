import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine broadcast amend ID FILE.md --reason`: corrects the text on the pages that have it already.
struct BroadcastAmend: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "amend", abstract: Help.command("broadcast.amend"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Argument(help: Help.option("broadcast.newFile")) var file: String
  @Option(name: .customLong("set"), help: Help.option("broadcast.set", "FIELD=VALUE"))
  var values: [String] = []
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let fields = values.isEmpty ? nil : try MessageOptions.fields(values)
    try await Live.run(global) { live in
      let source = try MessageSource.read(file, live)
      let output = try await live.perform(
        AmendBroadcast(id: BroadcastID(id), source: source, values: fields, reason: reason))
      let more: [String: JSON] = [
        "pages": .integer(Int64(output.pages)), "shown": .integer(Int64(output.shown)),
      ]
      try StepView(console: live.console).show(output.step, more)
      guard !live.console.isJSON else { return }
      live.console.say("amend.done", output.pages, output.shown)
      live.console.say(output.step.state == .approved ? "amend.launch" : "amend.approve", id)
    }
  }
}
