import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine token`: a person's own tokens for scripts.
struct TokenCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "token", abstract: Help.command("token"),
      subcommands: [TokenCreate.self, TokenList.self, TokenRevoke.self])
  }
}

/// `vitrine token create`.
struct TokenCreate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "create", abstract: Help.command("token.create"))
  }

  @Option(help: Help.option("token.expires", "DAYS")) var expires = 90
  @Option(parsing: .upToNextOption, help: Help.option("token.scope", "ACTION"))
  var scope: [String] = []
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let scopes = scope.isEmpty ? nil : try ActionList.read(scope, "--scope")
    try await Live.run(global) { live in
      let made = try await live.perform(CreateToken(days: expires, scopes: scopes))
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(made.id.rawValue), "token": .string(made.token),
          "expires": .string(made.expires.description),
        ])
      }
      try live.console.print(live.console.text("token.once"))
      try live.console.print(made.token)
    }
  }
}

/// `vitrine token list`.
struct TokenList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("token.list"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let tokens = try await live.ask(ListTokens())
      let console = live.console
      if console.isJSON {
        return try console.print(
          JSON.list(
            tokens.map {
              [
                "id": .string($0.id.rawValue), "kind": .string($0.kind.rawValue),
                "ending": .string($0.ending), "created": .string($0.created.description),
                "expires": .string($0.expires.description),
                "scopes": $0.scopes.map {
                  .array($0.map(\.rawValue).sorted().map(JSON.string))
                } ?? .null,
                "revoked": $0.revoked.map { .string($0.description) } ?? .null,
              ]
            }))
      }
      var table = Table(
        console.text("column.id"), console.text("column.kind"), console.text("column.ending"),
        console.text("column.until"), console.text("column.state"), console.text("column.scopes"))
      let now = live.desk.time.now()
      for token in tokens {
        table.add(
          token.id.rawValue, token.kind.rawValue, "…" + token.ending, token.expires.description,
          console.text(
            token.revoked != nil
              ? "token.revoked" : token.expires <= now ? "token.expired" : "token.good"),
          token.scopes.map { $0.map(\.rawValue).sorted().joined(separator: ", ") }
            ?? console.text("token.everything"))
      }
      try console.print(table, empty: "list.empty")
    }
  }
}

/// `vitrine token revoke ID`.
struct TokenRevoke: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke", abstract: Help.command("token.revoke"))
  }

  @Argument(help: Help.option("token.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      _ = try await live.perform(RevokeToken(id: TokenID(id)))
      if live.console.isJSON { return try live.console.print(["id": .string(id)]) }
      live.console.say("token.wasRevoked", id)
    }
  }
}
