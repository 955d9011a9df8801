import ArgumentParser
import Foundation
import VitrineCore
import VitrineService

/// `vitrine audit export`: everything that an outsider needs to verify without us, or one file for
/// other programs.
struct AuditExport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Help.command("audit.export"))
  }

  @Option(help: Help.option("audit.export.out", "PATH")) var out: String
  @Option(help: Help.option("audit.export.format", "FORMAT")) var format: RecordForm?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let place = Invocation.current.resolve(out)
    try await Live.run(global) { live in
      let count: Int
      if let format {
        count = try await ExportRecords(place, form: format).write(
          live.door, as: live.credential())
      } else {
        count = try await ExportFolder(place).write(live.door, as: live.credential())
      }
      if live.console.isJSON {
        return try live.console.print([
          "records": .integer(Int64(count)),
          format == nil ? "folder" : "file": .string(place.path),
        ])
      }
      live.console.say(format == nil ? "audit.exported" : "audit.exported.file", count, place.path)
    }
  }
}

extension RecordForm: ExpressibleByArgument {}
