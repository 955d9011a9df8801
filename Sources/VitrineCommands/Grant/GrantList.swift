import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine grant list`.
struct GrantList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("grant.list"))
  }

  @Option(help: Help.option("grant.user", "ID")) var user: String?
  @Option(help: Help.option("grant.store", "CODE")) var store: String?
  @Option(help: Help.option("grant.role", "ROLE")) var role: String?
  @Flag(help: Help.option("grant.all")) var all = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let known = try role.map(Role.argument)
    try await Live.run(global) { live in
      let grants = try await live.ask(
        ListGrants(
          user: user.map(UserID.init(_:)), store: store.map { StoreCode($0.nfc) }, role: known,
          includesEnded: all))
      let console = live.console
      let now = live.desk.time.now()
      if console.isJSON { return try console.print(JSON.list(grants.map { $0.json(at: now) })) }
      var table = Table(
        console.text("column.id"), console.text("column.user"), console.text("column.role"),
        console.text("column.scope"), console.text("column.until"), console.text("column.reason"))
      for stored in grants {
        let grant = stored.grant
        table.add(
          grant.id.rawValue, grant.user.rawValue, grant.role.rawValue, grant.scope.description,
          stored.ending(at: now).map { ending in
            let at = stored.ended(at: now)?.description ?? ""
            return "\(console.text("grant.ending.\(ending.rawValue)")) \(at)"
          } ?? grant.until?.description ?? "–",
          stored.revokeReason.map { "\(stored.reason) → \($0)" } ?? stored.reason)
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
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      _ = try await live.perform(RevokeGrant(id: GrantID(id), reason: reason))
      if live.console.isJSON { return try live.console.print(["id": .string(id)]) }
      live.console.say("grant.revoked", id)
    }
  }
}

extension Grant {
  /// A grant as scripts read it.
  var json: JSON {
    [
      "id": .string(id.rawValue), "user": .string(user.rawValue), "role": .string(role.rawValue),
      "scope": .string(scope.description), "from": .string(from.description),
      "until": until.map { .string($0.description) } ?? .null,
      "grantedBy": .string(grantedBy.rawValue),
    ]
  }
}

extension StoredGrant {
  /// A grant with its history as scripts read it.
  func json(at now: Timestamp) -> JSON {
    [
      "id": .string(grant.id.rawValue), "user": .string(grant.user.rawValue),
      "role": .string(grant.role.rawValue), "scope": .string(grant.scope.description),
      "from": .string(grant.from.description),
      "until": grant.until.map { .string($0.description) } ?? .null,
      "grantedBy": .string(grant.grantedBy.rawValue), "reason": .string(reason),
      "createdAt": .string(created.description),
      "ended": ending(at: now).map { .string($0.rawValue) } ?? .null,
      "endedAt": ended(at: now).map { .string($0.description) } ?? .null,
      "endedBy": revokedBy.map { .string($0.rawValue) } ?? .null,
      "endReason": revokeReason.map(JSON.string) ?? .null,
    ]
  }

  /// A grant on one line, for people.
  func line(at now: Timestamp, _ console: Console) -> String {
    let what = "\(grant.role.rawValue)@\(grant.scope)"
    guard let ending = ending(at: now) else {
      return grant.until.map { console.text("user.grantUntil", what, $0) } ?? what
    }
    let at = ended(at: now)?.description ?? ""
    return "\(what): \(console.text("grant.ending.\(ending.rawValue)")) \(at)"
  }
}
