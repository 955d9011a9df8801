import ArgumentParser
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine library`: the templates and messages of head office.
struct LibraryCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "library", abstract: Help.command("library"),
      subcommands: [
        LibraryCheck.self, LibraryList.self, LibraryShow.self, LibraryPreview.self,
        LibraryNew.self, LibraryImpact.self, LibraryRebase.self,
      ])
  }
}

/// `vitrine library new ID`.
struct LibraryNew: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: Help.command("library.new"))
  }

  @Argument(help: Help.option("library.newID")) var id: String
  @Option(help: Help.option("library.title", "TITLE")) var title: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let (workspace, configuration) = try global.workspace(Invocation.current)
    let console = global.console(desk: configuration.language)
    let path = try Library.begin(
      id, title: title ?? id, in: workspace, language: console.language)
    if console.isJSON { return try console.print(["id": .string(id), "path": .string(path)]) }
    try console.print(console.text("library.begun", path))
    console.say("library.begun-next")
  }
}

extension GlobalOptions {
  /// The workspace and its settings, for commands that need no database and nobody signed in.
  func workspace(_ invocation: Invocation) throws -> (Workspace, Configuration) {
    let workspace = try Workspace.find(
      from: start(invocation), environment: workspace == nil ? invocation.environment : [:])
    let (configuration, warnings) = try ConfigurationFile.load(
      workspace.folder, environment: invocation.environment)
    let console = console(desk: configuration.language)
    for warning in warnings { console.warn(warning) }
    return (workspace, configuration)
  }
}

extension Workspace {
  /// The retail rules by which the library's commands judge a text, as grave as the retailer wants them.
  func ruleBook(_ configuration: Configuration) throws -> RuleBook {
    try RuleLibrary.load(self, severities: configuration.ruleSeverities)
  }
}
