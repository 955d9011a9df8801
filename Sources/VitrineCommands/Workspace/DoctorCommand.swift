import ArgumentParser
import Foundation
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine doctor`: looks at everything that a broadcast tonight depends on.
struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "doctor", abstract: Help.command("doctor"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let checks = try await live.ask(ExamineDesk())
      let console = live.console
      if console.isJSON {
        try console.print([
          "checks": .array(
            checks.map {
              [
                "name": .string($0.name), "status": .string($0.status.rawValue),
                "detail": .string($0.detail.text(in: console.language)),
              ]
            })
        ])
      } else {
        for check in checks {
          let mark = console.text("doctor.\(check.status.rawValue)")
          try console.print("\(mark)  \(check.detail.text(in: console.language))")
        }
      }
      if checks.contains(where: { $0.status == .failed }) { throw ExitCode(1) }
    }
  }
}
