import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine user suspend ID`.
struct UserSuspend: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "suspend", abstract: Help.command("user.suspend"))
  }

  @Argument(help: Help.option("user.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let output = try await live.perform(SuspendUser(user: id, reason: reason))
      if live.console.isJSON { return try live.console.print(output.json) }
      live.console.say("user.suspended", output.id)
    }
  }
}

/// `vitrine user resume ID`.
struct UserResume: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "resume", abstract: Help.command("user.resume"))
  }

  @Argument(help: Help.option("user.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let output = try await live.perform(ResumeUser(user: id, reason: reason))
      if live.console.isJSON { return try live.console.print(output.json) }
      live.console.say("user.resumed", output.id)
    }
  }
}

/// `vitrine user revoke-all ID`.
struct UserRevokeAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke-all", abstract: Help.command("user.revokeAll"))
  }

  @Argument(help: Help.option("user.id")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let output = try await live.perform(RevokeEverything(user: id, reason: reason))
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(output.id.rawValue), "state": "suspended",
          "grants": .integer(Int64(output.grants)), "tokens": .integer(Int64(output.tokens)),
          "enrolments": .integer(Int64(output.enrolments)),
          "returned": .array(output.returned.map { .string($0.rawValue) }),
          "voided": .array(output.voided.map { .string($0.rawValue) }),
          "returnedPosts": .array(output.returnedPosts.map { .string($0.rawValue) }),
          "voidedPosts": .array(output.voidedPosts.map { .string($0.rawValue) }),
          "heldPosts": .array(output.heldPosts.map { .string($0.rawValue) }),
        ])
      }
      live.console.say(
        "user.revokedAll", output.id, output.grants, output.tokens, output.enrolments,
        output.returned.count)
      let posts = output.returnedPosts.count + output.heldPosts.count
      if posts > 0 {
        live.console.say(
          "user.revokedPosts", output.returnedPosts.count, output.heldPosts.count)
      }
    }
  }
}

extension AccountOutput {
  /// A person's state as scripts read it.
  fileprivate var json: JSON { ["id": .string(id.rawValue), "state": .string(state)] }
}
