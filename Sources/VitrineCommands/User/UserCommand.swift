import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine user`: the people of the desk.
struct UserCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "user", abstract: Help.command("user"),
      subcommands: [UserCreate.self, UserList.self])
  }
}

/// `vitrine user create NAME`.
struct UserCreate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "create", abstract: Help.command("user.create"))
  }

  @Argument(help: Help.option("user.name")) var name: String
  @Option(help: Help.option("user.email", "ADDRESS")) var email: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let made = try await live.perform(CreateUser(name: name, email: email))
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(made.id.rawValue), "enrolment": .string(made.enrolment),
        ])
      }
      try live.console.print(live.console.text("user.created", name, made.id))
      try live.console.print(live.console.text("user.enrolment"))
      try live.console.print(made.enrolment)
    }
  }
}

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

extension JSON {
  /// A list as every command prints it.
  static func list(_ items: [JSON], next: String? = nil) -> JSON {
    ["items": .array(items), "next": next.map(JSON.string) ?? .null]
  }
}
