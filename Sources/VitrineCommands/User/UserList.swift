import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine user list`.
struct UserList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.command("user.list"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let people = try await live.ask(ListUsers())
      let console = live.console
      if console.isJSON { return try console.print(JSON.list(people.map(\.json))) }
      var table = Table(
        console.text("column.id"), console.text("column.name"), console.text("column.state"),
        console.text("column.roles"))
      for person in people {
        table.add(
          person.account.id.rawValue, person.account.name,
          console.text("account.\(person.account.state.rawValue)"),
          person.grants.map { "\($0.role.rawValue)@\($0.scope)" }.joined(separator: ", "))
      }
      try console.print(table, empty: "list.empty")
    }
  }
}

/// `vitrine user show ID`.
struct UserShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Help.command("user.show"))
  }

  @Argument(help: Help.option("user.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let shown = try await live.ask(ShowUser(user: try await live.ask(FindUser(id))))
      let console = live.console
      let now = live.desk.time.now()
      if console.isJSON { return try console.print(shown.json(at: now)) }
      let account = shown.account
      let state = console.text("account.\(account.state.rawValue)")
      try console.print("\(account.name) (\(account.id)), \(state)")
      if let email = account.email { try console.print("  \(email)") }
      try console.print("  " + console.text("user.since", shown.created.at, shown.created.by))
      for stored in shown.grants {
        try console.print("  " + stored.line(at: now, console))
      }
      for token in shown.tokens where token.revoked == nil && token.expires > now {
        try console.print(
          "  " + console.text("user.token", token.kind.rawValue, token.ending, token.expires))
      }
    }
  }
}

extension ListUsers.Person {
  /// A person as scripts read it.
  var json: JSON {
    [
      "id": .string(account.id.rawValue), "name": .string(account.name),
      "email": account.email.map(JSON.string) ?? .null,
      "state": .string(account.state.rawValue), "grants": .array(grants.map(\.json)),
    ]
  }
}

extension ShowUser.Output {
  /// A person with all that is kept, as scripts read it.
  fileprivate func json(at now: Timestamp) -> JSON {
    [
      "id": .string(account.id.rawValue), "name": .string(account.name),
      "email": account.email.map(JSON.string) ?? .null,
      "state": .string(account.state.rawValue),
      "createdAt": .string(created.at.description), "createdBy": .string(created.by.rawValue),
      "grants": .array(grants.map { $0.json(at: now) }),
      "tokens": .array(
        tokens.map {
          [
            "id": .string($0.id.rawValue), "kind": .string($0.kind.rawValue),
            "ending": .string($0.ending), "expires": .string($0.expires.description),
            "revoked": $0.revoked.map { .string($0.description) } ?? .null,
          ]
        }),
      "enrolments": .array(enrolments.map(\.json)),
    ]
  }
}

extension StoredEnrolment {
  /// A one-time code as scripts read it, without the code.
  var json: JSON {
    [
      "by": .string(by.rawValue), "at": .string(created.description),
      "expires": .string(expires.description),
      "usedAt": used.map { .string($0.description) } ?? .null,
    ]
  }
}

extension JSON {
  /// A list as every command prints it.
  static func list(_ items: [JSON], next: String? = nil) -> JSON {
    ["items": .array(items), "next": next.map(JSON.string) ?? .null]
  }
}
