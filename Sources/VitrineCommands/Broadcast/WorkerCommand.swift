import ArgumentParser
import VitrineCore
import VitrinePublishing
import VitrineService

/// `vitrine worker`: performs due deliveries, here and on as many machines as are wanted.
struct WorkerCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "worker", abstract: Help.command("worker"))
  }

  @Flag(help: Help.option("worker.once")) var once = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      live.console.say("worker.started")
      let end = try await Upkeep(live: live).during(watchesPages: !once) {
        try await DeliveryRun(live: live).run(.everything, forever: !once)
      }
      switch end.how {
      case .done: break
      case .stuck: throw ExitCode(Fault.Code.throttled.exitCode)
      case .stopped: throw ExitCode(end.signalCode)
      }
    }
  }
}
