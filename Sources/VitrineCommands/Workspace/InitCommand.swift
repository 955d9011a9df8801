import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine init`: makes a workspace with its first administrator.
struct InitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "init", abstract: Help.command("init"))
  }

  @Argument(help: Help.option("init.folder")) var folder: String?
  @Option(help: Help.option("init.admin", "NAME")) var admin: String
  @Option(help: Help.option("init.organisation", "NAME")) var organisation: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let invocation = Invocation.current
    let target = invocation.resolve(folder ?? global.workspace ?? ".")
    let language = global.language ?? Help.language
    try Self.write(target, organisation ?? target.lastPathComponent, language)
    var options = global
    options.workspace = target.path
    // Reads the file back first, so that a bad name is refused before any key is made.
    let (configuration, _) = try ConfigurationFile.load(target)
    let workspace = Workspace(folder: target)
    // Asked before any key is made: keys of a second `init` would open nothing of the first.
    try await Live.run(options) { try await Initialise.checkEmpty($0.desk) }
    try KeyFolder(workspace.resolve(configuration.keysFolder)).create(
      origin: configuration.auditOrigin, random: .system)
    try await Live.run(options) { live in
      let made = try await Initialise(name: admin).run(live.desk)
      if live.console.isJSON {
        return try live.console.print([
          "workspace": .string(target.path), "admin": ["id": .string(made.admin.rawValue)],
          "token": .string(made.token.exposed),
        ])
      }
      try live.console.print(live.console.text("init.done", target.path, made.admin))
      try live.console.print(live.console.text("token.once"))
      try live.console.print(made.token.exposed)
    }
  }

  /// Writes `vitrine.yaml` where there is none; one that is there is used as it is.
  private static func write(_ folder: URL, _ organisation: String, _ language: Language) throws {
    let file = folder.appendingPathComponent(ConfigurationFile.name)
    guard !FileManager.default.fileExists(atPath: file.path) else { return }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let text = ConfigurationFile.template(organisation: organisation, language: language)
      try Data(text.utf8).write(to: file, options: .withoutOverwriting)
      // Ignored from inside, so that a .gitignore of the person's own need not be touched.
      let state = folder.appendingPathComponent(".vitrine", isDirectory: true)
      try FileManager.default.createDirectory(
        at: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data("*\n".utf8).write(to: state.appendingPathComponent(".gitignore"))
    } catch let error as CocoaError {
      throw Fault(.io, Message("init.write", file.path, error.code.rawValue), subject: file.path)
    }
  }
}
