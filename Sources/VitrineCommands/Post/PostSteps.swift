import ArgumentParser
import VitrineCore
import VitrineService

/// A command that takes one step on posts and says where they stand then.
protocol PostStepCommand: AsyncParsableCommand {
  /// The step that it takes.
  associatedtype Step: PostStep where Step.Output == PostsOutput
  /// Its name under `vitrine post`.
  static var name: String { get }
  /// Of which posts.
  var id: String { get }
  /// The options that every command has.
  var global: GlobalOptions { get }
  /// The step of these arguments.
  func step() -> Step
}

extension PostStepCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: Help.command("post.\(name)"))
  }

  func run() async throws {
    let step = step()
    try await Live.run(global) { live in
      try PostView(console: live.console).show(try await live.take(step), id: id)
    }
  }
}

/// `vitrine post submit ID`.
struct PostSubmit: PostStepCommand {
  static let name = "submit"
  @Argument(help: Help.option("post.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func step() -> SubmitPost { SubmitPost(id: id) }
}

/// `vitrine post approve ID [--digest D]`.
struct PostApprove: PostStepCommand {
  static let name = "approve"
  @Argument(help: Help.option("post.id")) var id: String
  @Option(help: Help.option("broadcast.digest", "DIGEST")) var digest: String?
  @OptionGroup var global: GlobalOptions

  func step() -> ApprovePost { ApprovePost(id: id, digest: digest) }
}

/// `vitrine post reject ID --reason TEXT`.
struct PostReject: PostStepCommand {
  static let name = "reject"
  @Argument(help: Help.option("post.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func step() -> RejectPost { RejectPost(id: id, reason: reason) }
}

/// `vitrine post withdraw ID`.
struct PostWithdraw: PostStepCommand {
  static let name = "withdraw"
  @Argument(help: Help.option("post.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func step() -> WithdrawPost { WithdrawPost(id: id) }
}

extension Live {
  /// Takes a step; where the state of the post refuses it, says what the state is and what comes next.
  func take<Step: PostStep>(_ step: Step) async throws -> Step.Output {
    do {
      return try await perform(step)
    } catch var fault as Fault where fault.code == .denied {
      guard fault.message.code == "access.denied.F4",
        let post = try? await ask(ShowPost(id: step.id)).posts.items.first
      else { throw fault }
      fault.hint = Message(
        code: "post.stands.\(post.state.rawValue)", arguments: [post.id.rawValue])
      throw fault
    }
  }
}
