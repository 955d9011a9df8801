import ArgumentParser
import VitrineCore
import VitrinePublishing
import VitrineService

/// `vitrine broadcast takedown ID --reason TEXT [--select SELECTOR]`.
struct BroadcastTakedown: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "takedown", abstract: Help.command("broadcast.takedown"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("select", "SELECTOR")) var select: String?
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let selector = try select.map(Selector.argument)
    try await Live.run(global) { live in
      let taken = try await live.perform(
        TakeDownBroadcast(id: BroadcastID(id), selector: selector, reason: reason))
      live.console.say("takedown.begun", taken.posts.count)
      var end = try await DeliveryRun(live: live).run(.posts(taken.posts))
      // The drafts of a message that was under way belong to it, and go with it.
      if taken.state == .cancelled, end.how != .stopped {
        end = try await DeliveryRun(live: live).run(.broadcast(taken.id))
      }
      let status = try await live.ask(BroadcastStatus(id: BroadcastID(id), withPages: true))
      try StatusView(status: status, console: live.console).show()
      if end.how == .stopped { throw ExitCode(end.signalCode) }
      let wanted = Set(taken.posts)
      let gone: Set<PublicDeliveryState> = [.takenDown, .cancelled]
      guard
        status.pages.allSatisfy({ !wanted.contains($0.post) || gone.contains($0.state) })
      else { throw ExitCode(Fault.Code.partial.exitCode) }
    }
  }
}
