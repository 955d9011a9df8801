import ArgumentParser
import VitrineCore
import VitrineService

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

/// `vitrine user enrol ID`.
struct UserEnrol: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "enrol", abstract: Help.command("user.enrol"))
  }

  @Argument(help: Help.option("user.id")) var id: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let made = try await live.perform(EnrolUser(user: id))
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(made.id.rawValue), "enrolment": .string(made.enrolment),
          "voided": .array(made.voided.map { .string($0.rawValue) }),
          "voidedPosts": .array(made.voidedPosts.map { .string($0.rawValue) }),
        ])
      }
      if !made.voided.isEmpty { live.console.say("user.voided", made.voided.count) }
      if !made.voidedPosts.isEmpty {
        live.console.say("user.voidedPosts", made.voidedPosts.count)
      }
      try live.console.print(live.console.text("user.enrolment"))
      try live.console.print(made.enrolment)
    }
  }
}
