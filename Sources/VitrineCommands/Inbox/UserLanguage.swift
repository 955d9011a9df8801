import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine user language fr`: the language in which the person is told things outside of the desk.
struct UserLanguage: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "language", abstract: Help.command("user.language"))
  }

  @Argument(help: Help.option("user.language")) var chosen: Language
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let output = try await live.perform(ChooseLanguage(language: chosen))
      if live.console.isJSON {
        return try live.console.print(["language": .string(output.language)])
      }
      try live.console.print(live.console.text("user.language", output.language))
    }
  }
}
