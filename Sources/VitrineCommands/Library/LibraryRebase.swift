import ArgumentParser
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine library impact ID`: the posts that carry an older text of a template.
struct LibraryImpact: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "impact", abstract: Help.command("library.impact"))
  }

  @Argument(help: Help.option("library.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let desk = try await LibraryDesk(live)
      let (_, source) = try desk.library.existing(id)
      let report = try await live.ask(TemplateImpact(template: id, digest: source.digest))
      try ImpactView(report: report, console: live.console).show()
    }
  }
}

/// `vitrine library rebase ID [--dry-run]`: brings the posts of stores to a corrected template.
struct LibraryRebase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "rebase", abstract: Help.command("library.rebase"))
  }

  @Argument(help: Help.option("library.id")) var id: String
  @Flag(help: Help.option("library.dryRun")) var dryRun = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      // Stores read what they must decide in the language of the desk, whoever corrects.
      let report = try await live.perform(
        RebaseTemplate(
          template: id, onlyCheck: dryRun,
          language: live.configuration.language ?? live.console.language))
      try RebaseView(report: report, console: live.console, isRehearsal: dryRun).show()
    }
  }
}
