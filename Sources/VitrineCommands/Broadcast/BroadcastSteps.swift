import ArgumentParser
import VitrineCore
import VitrineService

/// A command that takes one step on one broadcast and says where it stands then.
protocol BroadcastStepCommand: AsyncParsableCommand {
  /// The step that it takes.
  associatedtype Step: BroadcastStep where Step.Output == BroadcastStepOutput
  /// The word of the command.
  static var name: String { get }
  /// The options that every command takes.
  var global: GlobalOptions { get }
  /// The step as the options say it.
  func step() throws -> Step
}

extension BroadcastStepCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: Help.command("broadcast.\(name)"))
  }

  func run() async throws {
    let step = try step()
    try await Live.run(global) { live in
      try StepView(console: live.console).show(try await live.perform(step))
    }
  }
}

/// `vitrine broadcast submit ID`.
struct BroadcastSubmit: BroadcastStepCommand {
  static let name = "submit"
  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func step() -> SubmitBroadcast { SubmitBroadcast(id: BroadcastID(id)) }
}

/// `vitrine broadcast approve ID [--digest D]`.
struct BroadcastApprove: BroadcastStepCommand {
  static let name = "approve"
  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("broadcast.digest", "DIGEST")) var digest: String?
  @OptionGroup var global: GlobalOptions

  func step() -> ApproveBroadcast { ApproveBroadcast(id: BroadcastID(id), digest: digest) }
}

/// `vitrine broadcast reject ID --reason TEXT`.
struct BroadcastReject: BroadcastStepCommand {
  static let name = "reject"
  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func step() -> RejectBroadcast { RejectBroadcast(id: BroadcastID(id), reason: reason) }
}

/// `vitrine broadcast pause ID --reason TEXT`.
struct BroadcastPause: BroadcastStepCommand {
  static let name = "pause"
  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func step() -> PauseBroadcast { PauseBroadcast(id: BroadcastID(id), reason: reason) }
}

/// `vitrine broadcast resume ID`.
struct BroadcastResume: BroadcastStepCommand {
  static let name = "resume"
  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func step() -> ResumeBroadcast { ResumeBroadcast(id: BroadcastID(id)) }
}

/// `vitrine broadcast retry ID [--cause C]`.
struct BroadcastRetry: BroadcastStepCommand {
  static let name = "retry"
  @Argument(help: Help.option("broadcast.id")) var id: String
  @Option(help: Help.option("retry.cause", "CAUSE")) var cause: String?
  @OptionGroup var global: GlobalOptions

  func step() -> RetryBroadcast { RetryBroadcast(id: BroadcastID(id), cause: cause) }
}

/// `vitrine broadcast close ID`.
struct BroadcastClose: BroadcastStepCommand {
  static let name = "close"
  @Argument(help: Help.option("broadcast.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func step() -> CloseBroadcast { CloseBroadcast(id: BroadcastID(id)) }
}
