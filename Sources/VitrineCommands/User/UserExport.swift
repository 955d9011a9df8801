import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine user export ID --out FILE`.
struct UserExport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Help.command("user.export"))
  }

  @Argument(help: Help.option("user.id")) var id: String
  @Option(help: Help.option("out", "FILE")) var out: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let file = try PrivateFile(Invocation.current.resolve(out))
      do {
        let output = try await live.perform(ExportUser(user: id))
        try file.write(Array((output.document + "\n").utf8))
        if live.console.isJSON {
          return try live.console.print([
            "id": .string(output.id.rawValue), "file": .string(out),
            "records": .integer(Int64(output.records)),
          ])
        }
        live.console.say("user.exported", output.id, out, output.records)
      } catch {
        file.discard()
        throw error
      }
    }
  }
}

/// `vitrine user erase ID`.
struct UserErase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "erase", abstract: Help.command("user.erase"))
  }

  @Argument(help: Help.option("user.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let output = try await live.door.erase(
        EraseUser(user: id, reason: reason), as: live.credential())
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(output.id.rawValue), "erased": .integer(Int64(output.erased)),
        ])
      }
      live.console.say("user.erased", output.id, output.erased)
    }
  }
}
