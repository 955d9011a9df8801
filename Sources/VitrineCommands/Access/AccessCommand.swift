import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine access`: who may do what, and why.
struct AccessCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "access", abstract: Help.command("access"),
      subcommands: [
        AccessCheck.self, AccessExplain.self, AccessAsOf.self, AccessReviewCommand.self,
      ])
  }
}

/// `vitrine access check`: yes or no, with the grant or the rule.
struct AccessCheck: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Help.command("access.check"))
  }

  @OptionGroup var asked: AccessOptions
  @Option(help: Help.option("access.at", "INSTANT")) var at: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws { try await asked.answer(global, at: at, explains: false) }
}

/// `vitrine access explain`: the same in a sentence, with what it would take.
struct AccessExplain: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "explain", abstract: Help.command("access.explain"))
  }

  @OptionGroup var asked: AccessOptions
  @Option(help: Help.option("access.at", "INSTANT")) var at: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws { try await asked.answer(global, at: at, explains: true) }
}

/// `vitrine access as-of`: the same for an instant that has passed.
struct AccessAsOf: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "as-of", abstract: Help.command("access.asOf"))
  }

  @OptionGroup var asked: AccessOptions
  @Option(help: Help.option("access.at", "INSTANT")) var at: String
  @OptionGroup var global: GlobalOptions

  func run() async throws { try await asked.answer(global, at: at, explains: true) }
}
