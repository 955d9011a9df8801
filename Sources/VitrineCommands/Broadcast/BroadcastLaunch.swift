import ArgumentParser
import VitrineCore
import VitrinePublishing
import VitrineService
import VitrineStorage

/// `vitrine broadcast launch ID`: stages, releases, confirms; run again, it finishes the rest.
struct BroadcastLaunch: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "launch", abstract: Help.command("broadcast.launch"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("broadcast.canary", "N")) var canary: Int?
  @Option(help: Help.option("broadcast.only", "PAGE")) var only: String?
  @Flag(help: Help.option("broadcast.acceptHeld")) var acceptHeld = false
  @Flag(help: Help.option("broadcast.detach")) var detach = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    if let canary, !(0...100_000).contains(canary) {
      throw Fault(.usage, Message("console.range", "--canary", 0, 100_000))
    }
    let broadcast = BroadcastID(id)
    try await Live.run(global) { live in
      let before = try await live.ask(BroadcastStatus(id: broadcast, withPages: false))
      let step = try await live.perform(
        LaunchBroadcast(
          id: broadcast, canary: canary, acceptHeld: acceptHeld, only: only.map(PageID.init(_:))))
      // Somebody else may be at it: the two share the work, and neither needs to guess.
      if before.broadcast.state.isUnderWay, before.broadcast.state != .finished,
        let launcher = before.launcher, let launched = before.broadcast.launched
      {
        live.console.say("broadcast.alreadyLaunched", launcher, launched)
      }
      if step.pagesAsking > 0 {
        live.console.say("broadcast.asking", step.pagesAsking, step.id, step.digest)
      }
      if step.approvalsOwed > 0 { live.console.say("broadcast.owed", step.approvalsOwed, step.id) }
      if detach || step.state == .scheduled {
        live.console.say("broadcast.detached", broadcast)
        return try StepView(console: live.console).show(step)
      }
      let end = try await DeliveryRun(live: live, right: LaunchRight(live)).run(
        .broadcast(broadcast))
      let status = try await live.ask(BroadcastStatus(id: broadcast, withPages: false))
      try StatusView(status: status, console: live.console).show()
      try Self.conclude(end, status, live.console, isTrial: only != nil)
    }
  }

  /// Exit 0 only when every targeted page is published.
  private static func conclude(
    _ end: (how: Runner.End, signalCode: Int32), _ status: BroadcastStatus.Output,
    _ console: Console, isTrial: Bool
  ) throws {
    let id = status.broadcast.id
    if status.counts[.published] == status.targeted { return }
    if isTrial, status.broadcast.state == .paused {
      // One page was asked for: it is there, or `status` says why not.
      console.say("broadcast.trial", id)
      if status.counts[.published, default: 0] > 0 { return }
      throw ExitCode(Fault.Code.partial.exitCode)
    }
    let handedOver = status.waiting.handedOver
    if end.how == .done, [.staging, .releasing].contains(status.broadcast.state), handedOver > 0,
      handedOver + status.counts[.published, default: 0] == status.targeted
    {
      // Nothing is left to do before the hour: the network has it.
      console.say("broadcast.handedOver", handedOver, id)
      return
    }
    switch status.broadcast.state {
    case .awaitingExceptions:
      console.say("broadcast.awaiting", id)
      if status.waiting.hanging > 0 { console.say("broadcast.hanging", status.waiting.hanging) }
    case .paused: console.say("broadcast.next.resume", id)
    default: break
    }
    switch end.how {
    case .stopped:
      console.say("broadcast.stopped", id)
      throw ExitCode(end.signalCode)
    case .stuck:
      console.say("broadcast.stuck", id)
      throw ExitCode(Fault.Code.throttled.exitCode)
    case .done:
      throw ExitCode(
        status.broadcast.state == .paused
          ? Fault.Code.locked.exitCode : Fault.Code.partial.exitCode)
    }
  }
}

/// `vitrine broadcast cancel ID`: nothing more becomes public, and the drafts are deleted.
struct BroadcastCancel: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "cancel", abstract: Help.command("broadcast.cancel"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let step = try await live.perform(CancelBroadcast(id: BroadcastID(id), reason: reason))
      // The drafts go at once, so that a late release by id finds nothing.
      let end = try await DeliveryRun(live: live).run(.broadcast(step.id))
      try StepView(console: live.console).show(step)
      let waiting = try await live.ask(BroadcastStatus(id: step.id, withPages: false)).waiting
      if waiting.handedOver > 0 {
        live.console.say("broadcast.tooLate", waiting.handedOver, step.id)
        throw ExitCode(Fault.Code.partial.exitCode)
      }
      guard waiting.discarding > 0 || end.how != .done else { return }
      live.console.say("broadcast.draftsLeft", waiting.discarding, step.id)
      throw ExitCode(end.how == .stopped ? end.signalCode : Fault.Code.throttled.exitCode)
    }
  }
}
