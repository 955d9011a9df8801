import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineSandbox

/// `vitrine sandbox`: a network of our own on this machine.
struct SandboxCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sandbox", abstract: Help.command("sandbox"), subcommands: [SandboxServe.self])
  }
}

/// `vitrine sandbox serve --stores FILE.csv`.
struct SandboxServe: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "serve", abstract: Help.command("sandbox.serve"))
  }

  @Option(help: Help.option("sandbox.stores", "FILE.csv")) var stores: String
  @Option(help: Help.option("sandbox.port", "P")) var port = 0
  @Option(help: Help.option("sandbox.data", "FILE")) var data: String?
  @Option(help: Help.option("sandbox.latency", "MS")) var latency = 0
  @Option(help: Help.option("sandbox.fault", "SPEC")) var fault: [String] = []
  @Option(help: Help.option("sandbox.ready", "FILE")) var readyFile: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console()
    let invocation = Invocation.current
    for (name, value, range) in [
      ("--port", port, 0...65_535), ("--latency", latency, 0...600_000),
    ] where !range.contains(value) {
      throw Fault(.usage, Message("console.range", name, range.lowerBound, range.upperBound))
    }
    let path = invocation.resolve(stores).path
    let register = StoreRegister.parse(
      try RegularFile.read(path, limit: CSVLimits.standard.bytes), file: stores,
      knownTimeZones: ConfigurationFile.isTimeZone)
    guard !register.hasErrors else {
      throw Fault(
        .invalid, Message("stores.rejected", stores, register.findings.count), subject: stores,
        findings: register.findings)
    }
    do {
      let configuration = SandboxConfiguration(
        stores: register.stores.map(SandboxStore.init(_:)), port: port,
        dataFile: data.map(invocation.resolve), latencyMilliseconds: latency,
        faults: try fault.map(FaultSpec.parse))
      let file = readyFile.map(invocation.resolve)
      try await Sandbox.serve(configuration) { ready in
        if let file {
          let encoder = JSONEncoder()
          encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
          try (encoder.encode(ready) + Data("\n".utf8)).write(to: file, options: .atomic)
        }
        console.say("sandbox.ready", ready.baseURL)
      }
    } catch let error as SandboxInputError {
      throw Fault(.invalid, Message("sandbox.refused", error.message))
    }
  }
}

extension SandboxStore {
  /// A store of the register as a page of the sandbox.
  init(_ store: Store) {
    self.init(
      code: store.code.rawValue, name: store.name, street: store.address, city: store.city,
      postcode: store.postcode, country: store.country)
  }
}
