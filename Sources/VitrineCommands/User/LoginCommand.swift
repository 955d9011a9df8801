import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine login`: the person turns a one-time code into their own token.
struct LoginCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "login", abstract: Help.command("login"))
  }

  @Flag(help: Help.option("login.enrol")) var enrolStdin = false
  @Flag(help: Help.option("login.noStore")) var noStore = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard enrolStdin else {
      throw Fault(.usage, Message("login.how"), hint: Message("login.how.hint"))
    }
    let code = try Secret.fromInput()
    try await Live.run(global) { live in
      let credentials = Credentials(live.console.invocation)
      // With --json the token is printed as well, so a machine without a home can use it all the same.
      let isKept = !noStore && !(live.console.isJSON && !credentials.hasPlace)
      if isKept { try credentials.checkWritable() }
      let made = try await Enrol(code: code).run(live.desk)
      if isKept { try credentials.write(made.token, live.workspace) }
      if live.console.isJSON {
        return try live.console.print([
          "user": .string(made.user.rawValue), "token": .string(made.token.exposed),
        ])
      }
      guard noStore else { return live.console.say("login.done", made.user) }
      try live.console.print(live.console.text("token.once"))
      try live.console.print(made.token.exposed)
    }
  }
}

extension Secret {
  /// The one line of standard input: secrets never stand among the arguments, where `ps` shows them.
  static func fromInput() throws -> Secret {
    let bytes = try Invocation.current.input(1 << 20)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { $0.trimmingPrefix { $0 == " " } }.filter { !$0.isEmpty }
    guard lines.count == 1, let line = lines.first else {
      throw Fault(.usage, Message("console.oneSecret", lines.count))
    }
    return Secret(String(line.reversed().drop { $0 == " " }.reversed()))
  }
}

/// `vitrine whoami`: whose token this is, and what that person may do.
struct WhoamiCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "whoami", abstract: Help.command("whoami"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let answer = try await WhoAmI().run(live.desk, as: live.credential())
      let (console, person) = (live.console, answer.person)
      if console.isJSON {
        var json = person.json
        if case .object(var members) = json {
          members["enrolments"] = .array(answer.renewals.map(\.json))
          json = .object(members)
        }
        return try console.print(json)
      }
      try console.print("\(person.account.name) (\(person.account.id))")
      for grant in person.grants {
        try console.print("  \(grant.role.rawValue)@\(grant.scope)")
      }
      for renewal in answer.renewals {
        try console.print(
          "  "
            + (renewal.used.map {
              console.text("whoami.renewedUsed", renewal.created, renewal.by, $0)
            } ?? console.text("whoami.renewed", renewal.created, renewal.by)))
      }
    }
  }
}
