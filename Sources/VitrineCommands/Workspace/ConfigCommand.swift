import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore

/// `vitrine config`: what `vitrine.yaml` says, and changing it.
struct ConfigCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "config", abstract: Help.command("config"),
      subcommands: [Show.self, Set.self])
  }

  /// `vitrine config show`.
  struct Show: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "show", abstract: Help.command("config.show"))
    }

    @Flag(help: Help.option("config.origin")) var origin = false
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let invocation = Invocation.current
      let workspace = try Workspace.find(
        from: global.start(invocation),
        environment: global.workspace == nil ? invocation.environment : [:])
      let (configuration, warnings) = try ConfigurationFile.load(
        workspace.folder, environment: invocation.environment)
      let console = global.console(desk: configuration.language)
      for warning in warnings { console.warn(warning) }
      var members: [String: JSON] = [:]
      var table = Table(
        console.text("column.key"), console.text("column.value"), console.text("column.origin"))
      for key in ConfigurationKey.allCases {
        guard let value = configuration.shown(key) else { continue }
        let from = Self.text(configuration.origin(of: key), console)
        members[key.rawValue] =
          origin ? ["value": .string(value), "origin": .string(from)] : .string(value)
        table.add(key.rawValue, value, origin ? from : "")
      }
      if console.isJSON { return try console.print(.object(members)) }
      try console.print(table, empty: "list.empty")
    }

    private static func text(_ origin: Configuration.Origin, _ console: Console) -> String {
      switch origin {
      case .standard: console.text("config.standard")
      case .file(let line): "vitrine.yaml:\(line)"
      case .environment(let name): name
      }
    }
  }

  /// `vitrine config set KEY VALUE`.
  struct Set: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "set", abstract: Help.command("config.set"))
    }

    @Argument(help: Help.option("config.key")) var key: String
    @Argument(help: Help.option("config.value")) var value: String
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let invocation = Invocation.current
      let workspace = try Workspace.find(
        from: global.start(invocation),
        environment: global.workspace == nil ? invocation.environment : [:])
      let file = workspace.folder.appendingPathComponent(ConfigurationFile.name)
      let bytes = try RegularFile.read(file.path, limit: ConfigurationFile.sizeLimit)
      let text = try ConfigurationFile.set(
        String(decoding: bytes, as: UTF8.self), key, value)
      do {
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        let fresh = file.appendingPathExtension("new")
        guard
          FileManager.default.createFile(
            atPath: fresh.path, contents: Data(text.utf8),
            attributes: [.posixPermissions: mode ?? 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        // Not Foundation's replaceItemAt: on Linux it removed the file and then failed.
        guard rename(fresh.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
      } catch {
        throw Fault(.io, Message("init.write", file.path, 0), subject: file.path)
      }
      let console = global.console()
      if console.isJSON {
        return try console.print(["key": .string(key), "value": .string(value)])
      }
      console.say("config.done", key, value)
    }
  }
}
