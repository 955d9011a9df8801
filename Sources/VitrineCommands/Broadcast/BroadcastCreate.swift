import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine broadcast create FILE.md --to SELECTOR`.
struct BroadcastCreate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "create", abstract: Help.command("broadcast.create"))
  }

  @OptionGroup var message: MessageOptions
  @Option(help: Help.option("broadcast.fromPlan", "FILE")) var fromPlan: String?
  @Option(help: Help.option("broadcast.until", "INSTANT")) var until: String?
  @Option(help: Help.option("broadcast.pinUntil", "INSTANT")) var pinUntil: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let console = live.console
      let source = try message.source(live)
      let saved = try fromPlan.map { try SavedPlan.read(console.invocation.resolve($0)) }
      let options = try message.completed(by: saved)
      let validity = try source.validity(in: live, until: until)
      let output = try await live.perform(
        CreateBroadcast(
          source: source, targets: try await options.targets(live, saved),
          networks: try options.networks(live), at: try options.release(),
          from: validity.from, until: validity.until, values: try options.filled(),
          pinUntil: try pinUntil.map { try Timestamp.argument($0, "--pin-until") },
          plannedDigest: saved?.digest))
      if console.isJSON {
        return try console.print([
          "id": .string(output.id.rawValue), "state": .string(output.state.rawValue),
          "digest": .string(output.digest), "targeted": .integer(Int64(output.targeted)),
        ])
      }
      try console.print(console.text("broadcast.created", output.id, output.targeted))
      console.say("broadcast.next.submit", output.id)
    }
  }
}

extension MessageOptions {
  /// These options, with what a saved plan says; both at once is refused.
  func completed(by plan: SavedPlan?) throws -> MessageOptions {
    guard let plan else { return self }
    guard selector == nil, toFile == nil, at == nil, network.isEmpty, values.isEmpty else {
      throw Fault(.usage, Message("broadcast.planAndOptions"), subject: "--from-plan")
    }
    var options = self
    options.network = plan.networks
    options.at = plan.at
    options.values = (plan.values ?? [:]).sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    return options
  }
}

extension MessageSource {
  /// When the message may be shown: what the command says, else what the file says.
  func validity(in live: Live, until: String?) throws -> EditBroadcast.Validity {
    let zone = live.configuration.organisation.timeZone
    func moment(_ moment: MessageValidity.Moment?) throws -> Timestamp? {
      try moment?.instant { try LocalTime(date: $0, minutes: 0)?.instant(in: zone) ?? .latest }
    }
    return EditBroadcast.Validity(
      from: try moment(validity.from),
      until: try until.map { try Timestamp.argument($0, "--until") } ?? moment(validity.until))
  }
}
