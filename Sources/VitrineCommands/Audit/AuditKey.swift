import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine audit key`: the key by which outsiders verify.
struct AuditKey: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "key", abstract: Help.command("audit.key"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      guard let signer = live.desk.signer else {
        throw Fault(
          .configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
      }
      let key = try signer.verifier().vkey
      if live.console.isJSON { return try live.console.print(["vkey": .string(key)]) }
      try live.console.print(key)
    }
  }
}
