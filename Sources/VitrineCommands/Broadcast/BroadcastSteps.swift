import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine broadcast submit ID`.
struct BroadcastSubmit: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "submit", abstract: Help.command("broadcast.submit"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      try StepView(console: live.console).show(
        try await live.perform(SubmitBroadcast(id: BroadcastID(id))))
    }
  }
}

/// `vitrine broadcast approve ID`.
struct BroadcastApprove: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "approve", abstract: Help.command("broadcast.approve"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("broadcast.digest", "DIGEST")) var digest: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      try StepView(console: live.console).show(
        try await live.perform(ApproveBroadcast(id: BroadcastID(id), digest: digest)))
    }
  }
}

/// `vitrine broadcast reject ID --reason TEXT`.
struct BroadcastReject: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "reject", abstract: Help.command("broadcast.reject"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      try StepView(console: live.console).show(
        try await live.perform(RejectBroadcast(id: BroadcastID(id), reason: reason)))
    }
  }
}

/// `vitrine broadcast pause ID`.
struct BroadcastPause: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "pause", abstract: Help.command("broadcast.pause"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      try StepView(console: live.console).show(
        try await live.perform(PauseBroadcast(id: BroadcastID(id), reason: reason)))
    }
  }
}

/// `vitrine broadcast resume ID`.
struct BroadcastResume: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "resume", abstract: Help.command("broadcast.resume"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      try StepView(console: live.console).show(
        try await live.perform(ResumeBroadcast(id: BroadcastID(id))))
    }
  }
}

/// `vitrine broadcast retry ID`.
struct BroadcastRetry: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "retry", abstract: Help.command("broadcast.retry"))
  }

  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      try StepView(console: live.console).show(
        try await live.perform(RetryBroadcast(id: BroadcastID(id))))
    }
  }
}

/// Where a broadcast stands after a step, and what comes next.
struct StepView {
  let console: Console

  func show(_ output: BroadcastStepOutput) throws {
    if console.isJSON {
      return try console.print([
        "id": .string(output.id.rawValue), "state": .string(output.state.rawValue),
        "digest": .string(output.digest),
        "approvers": .array(output.approvers.map { .string($0.rawValue) }),
        "approvalsNeeded": .integer(Int64(output.approvalsNeeded)),
      ])
    }
    try console.print(
      console.text("broadcast.now", output.id, console.text("state.\(output.state.rawValue)")))
    switch output.state {
    case .submitted:
      console.say(
        "broadcast.next.approve", output.id, output.digest,
        max(0, output.approvalsNeeded - output.approvers.count))
    case .approved:
      console.say("broadcast.next.launch", output.id)
    case .paused: console.say("broadcast.next.resume", output.id)
    case .staging, .releasing: console.say("broadcast.next.launch", output.id)
    default: break
    }
  }
}
