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
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard enrolStdin else {
      throw Fault(.usage, Message("login.how"), hint: Message("login.how.hint"))
    }
    let code = try Secret.fromInput()
    try await Live.run(global) { live in
      let credentials = Credentials(live.console.invocation)
      if !live.console.isJSON { try credentials.checkWritable() }
      let made = try await Enrol(code: code).run(live.desk)
      if live.console.isJSON {
        return try live.console.print([
          "user": .string(made.user.rawValue), "token": .string(made.token.exposed),
        ])
      }
      try credentials.write(made.token, live.workspace)
      live.console.say("login.done", made.user)
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
      let person = try await WhoAmI().run(live.desk, as: live.credential())
      if live.console.isJSON { return try live.console.print(person.json) }
      try live.console.print("\(person.account.name) (\(person.account.id))")
      for grant in person.grants {
        try live.console.print("  \(grant.role.rawValue)@\(grant.scope)")
      }
    }
  }
}
