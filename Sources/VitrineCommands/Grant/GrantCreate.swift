import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine grant create`.
struct GrantCreate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "create", abstract: Help.command("grant.create"))
  }

  @Option(help: Help.option("grant.user", "ID")) var user: String
  @Option(help: Help.option("grant.role", "ROLE")) var role: String
  @Option(help: Help.option("grant.scope", "SCOPE")) var scope: String
  @Option(help: Help.option("grant.from", "INSTANT")) var from: String?
  @Option(help: Help.option("grant.until", "INSTANT")) var until: String?
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let known = try Role.argument(role)
    guard let place = Scope(scope.nfc) else {
      throw Fault(
        .usage, Message("grant.badScope", TerminalText.excerpt(scope)),
        hint: Message("grant.badScope.hint"), subject: "--scope")
    }
    try await Live.run(global) { live in
      let made = try await live.perform(
        CreateGrant(
          user: UserID(user), role: known, scope: place,
          from: try from.map { try live.moment($0, "--from") },
          until: try until.map { try live.moment($0, "--until") }, reason: reason))
      if live.console.isJSON {
        return try live.console.print([
          "id": .string(made.id.rawValue), "user": .string(made.user.rawValue),
          "role": .string(role), "scope": .string(made.scope),
          "from": .string(made.from.description),
          "until": made.until.map { .string($0.description) } ?? .null,
        ])
      }
      live.console.say("grant.done", role, made.scope, made.user, made.id)
    }
  }
}

extension Role {
  /// A role given as an option.
  static func argument(_ text: String) throws -> Role {
    if let role = Role(rawValue: text) { return role }
    let names = Role.allCases.map(\.rawValue)
    throw Fault(
      .usage, Message("grant.badRole", TerminalText.excerpt(text)),
      hint: EditDistance.suggestion(for: text, among: names).map { Message("did.you.mean", $0) }
        ?? Message("grant.badRole.hint", names.joined(separator: ", ")), subject: "--role")
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

extension Live {
  /// An instant given as an option, or a date: its midnight where the organisation is.
  func moment(_ text: String, _ option: String) throws -> Timestamp {
    let zone = configuration.organisation.timeZone
    guard let moment = MessageValidity.Moment(text), let day = moment.date else {
      return try Timestamp.argument(text, option)
    }
    return try LocalTime(date: day, minutes: 0)?.instant(in: zone) ?? .latest
  }
}
