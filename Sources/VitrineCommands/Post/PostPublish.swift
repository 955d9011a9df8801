import ArgumentParser
import VitrineCore
import VitrinePublishing
import VitrineService

/// `vitrine post publish ID [--at TIME] [--detach]`: now, at the time that stands in it, or at another.
struct PostPublish: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "publish", abstract: Help.command("post.publish"))
  }

  @Argument(help: Help.option("post.id")) var id: String
  @Option(help: Help.option("post.at", "TIME")) var at: String?
  @Flag(help: Help.option("post.now")) var now = false
  @Flag(help: Help.option("post.detach")) var detach = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard at == nil || !now else {
      throw Fault(.usage, Message("posts.twoTimes"), subject: "--now")
    }
    let release = try TypedValues.release(at)
    try await Live.run(global) { live in
      let output: PostsOutput
      if let release {
        output = try await live.take(SchedulePost(id: id, at: release))
      } else {
        output = try await live.take(PublishPost(id: id, isNow: now))
      }
      let view = PostView(console: live.console)
      let time = live.desk.time.now()
      let due = output.items.filter { $0.at.map { $0 <= time } ?? true && $0.state != .held }
      if detach || due.isEmpty {
        try view.show(output, id: id)
        try Self.conclude(output, nil)
        if detach, !due.isEmpty { live.console.say("posts.detached", id) }
        return
      }
      let done = try await PostRun(live: live).run(output.items.map(\.id))
      try view.show(done.posts, id: id)
      try Self.conclude(done.posts, done.end)
    }
  }

  /// Exit 0 when all is public, or waits for its time.
  private static func conclude(
    _ output: PostsOutput, _ end: (how: Runner.End, signalCode: Int32)?
  ) throws {
    switch end?.how {
    case .stopped?: throw ExitCode(end?.signalCode ?? 1)
    case .stuck?: throw ExitCode(Fault.Code.throttled.exitCode)
    case .done?, nil: break
    }
    let good: Set<PostState> =
      end == nil ? [.scheduled, .publishing, .published] : [.scheduled, .published]
    guard output.items.allSatisfy({ good.contains($0.state) }) else {
      throw ExitCode(Fault.Code.partial.exitCode)
    }
  }
}

/// `vitrine post cancel ID`: stops what is approved or scheduled.
struct PostCancel: PostStepCommand {
  static let name = "cancel"
  @Argument(help: Help.option("post.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func step() -> CancelPost { CancelPost(id: id) }
}

/// `vitrine post takedown ID --reason TEXT`: deletes a public post from its page.
struct PostTakedown: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "takedown", abstract: Help.command("post.takedown"))
  }

  @Argument(help: Help.option("post.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let output = try await live.take(TakeDownPost(id: id, reason: reason))
      let done = try await PostRun(live: live).run(output.items.map(\.id))
      try PostView(console: live.console).show(done.posts, id: id)
      let gone: Set<PostState> = [.takenDown, .withdrawn]
      if done.end.how == .stopped { throw ExitCode(done.end.signalCode) }
      guard done.posts.items.allSatisfy({ gone.contains($0.state) }) else {
        throw ExitCode(Fault.Code.partial.exitCode)
      }
    }
  }
}
