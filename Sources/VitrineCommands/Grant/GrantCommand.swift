import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine grant`: who may do what, where, and why.
struct GrantCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grant", abstract: Help.command("grant"),
      subcommands: [GrantCreate.self, GrantList.self, GrantRevoke.self])
  }
}

/// `vitrine grant create`.
struct GrantCreate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "create", abstract: Help.command("grant.create"))
  }

  @Option(help: Help.option("grant.user", "ID")) var user: String
  @Option(help: Help.option("grant.role", "ROLE")) var role: String
  @Option(help: Help.option("grant.scope", "SCOPE")) var scope: String
  @Option(help: Help.option("grant.until", "INSTANT")) var until: String?
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard let known = Role(rawValue: role) else {
      let names = Role.allCases.map(\.rawValue)
      throw Fault(
        .usage, Message("grant.badRole", TerminalText.excerpt(role)),
        hint: EditDistance.suggestion(for: role, among: names).map { Message("did.you.mean", $0) }
          ?? Message("grant.badRole.hint", names.joined(separator: ", ")), subject: "--role")
    }
    guard let place = Scope(scope.nfc) else {
      throw Fault(
        .usage, Message("grant.badScope", TerminalText.excerpt(scope)),
        hint: Message("grant.badScope.hint"), subject: "--scope")
    }
    let end = try until.map { try Timestamp.argument($0, "--until") }
    try await Live.run(global) { live in
      let made = try await live.perform(
        CreateGrant(user: UserID(user), role: known, scope: place, until: end, reason: reason))
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(made.id.rawValue), "user": .string(user), "role": .string(role),
          "scope": .string(made.scope),
          "until": made.until.map { .string($0.description) } ?? .null,
        ])
      }
      live.console.say("grant.done", role, made.scope, user, made.id)
    }
  }
}

extension Timestamp {
  /// An instant given as an option.
  static func argument(_ text: String, _ option: String) throws -> Timestamp {
    guard let instant = Timestamp(text) else {
      throw Fault(
        .usage, Message("time.notInstant", TerminalText.excerpt(text)),
        hint: Message("time.notInstant.hint"), subject: option)
    }
    return instant
  }
}

/// `vitrine grant list`.
struct GrantList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("grant.list"))
  }

  @Option(help: Help.option("grant.user", "ID")) var user: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let grants = try await live.ask(ListGrants(user: user.map(UserID.init(_:))))
      let console = live.console
      if console.isJSON { return try console.print(JSON.list(grants.map(\.json))) }
      var table = Table(
        console.text("column.id"), console.text("column.user"), console.text("column.role"),
        console.text("column.scope"), console.text("column.until"))
      for grant in grants {
        table.add(
          grant.id.rawValue, grant.user.rawValue, grant.role.rawValue, grant.scope.description,
          grant.until?.description ?? "–")
      }
      try console.print(table, empty: "list.empty")
    }
  }
}

/// `vitrine grant revoke ID`.
struct GrantRevoke: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke", abstract: Help.command("grant.revoke"))
  }

  @Argument(help: Help.option("grant.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      _ = try await live.perform(RevokeGrant(id: GrantID(id)))
      if live.console.isJSON { return try live.console.print(["id": .string(id)]) }
      live.console.say("grant.revoked", id)
    }
  }
}
