import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// A command that takes one step on an applied plan and says where it stands then.
protocol CalendarStepCommand: AsyncParsableCommand {
  /// The step that it takes.
  associatedtype Step: UseCase where Step.Output == CalendarStepOutput
  /// The word of the command.
  static var name: String { get }
  /// The options that every command takes.
  var global: GlobalOptions { get }
  /// The step as the options say it.
  func step() throws -> Step
}

extension CalendarStepCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: Help.command("calendar.\(name)"))
  }

  func run() async throws {
    let step = try step()
    try await Live.run(global) { live in
      let output = try await live.perform(step)
      let console = live.console
      if console.isJSON {
        return try console.print([
          "plan": .string(output.plan.rawValue), "state": .string(output.state.rawValue),
          "digest": .string(output.digest),
          "approvers": .array(output.approvers.map { .string($0.rawValue) }),
          "approvalsNeeded": .integer(Int64(output.approvalsNeeded)),
          "scheduled": .integer(Int64(output.scheduled)),
          "changed": .integer(Int64(output.changed)),
        ])
      }
      try console.print(
        console.text(
          "calendar.step.\(output.state.rawValue)", output.plan, output.approvers.count,
          output.approvalsNeeded, output.scheduled))
      if output.changed > 0 {
        try console.print(console.text("calendar.step.changed", output.changed))
      }
    }
  }
}

/// `vitrine calendar submit PLAN`: hands a rejected plan over again.
struct CalendarSubmit: CalendarStepCommand {
  static let name = "submit"
  @Argument(help: Help.option("calendar.planID")) var id: String
  @OptionGroup var global: GlobalOptions

  func step() -> SubmitCalendar { SubmitCalendar(id: CalendarPlanID(id)) }
}

/// `vitrine calendar approve PLAN [--digest D]`.
struct CalendarApprove: CalendarStepCommand {
  static let name = "approve"
  @Argument(help: Help.option("calendar.planID")) var id: String
  @Option(help: Help.option("broadcast.digest", "DIGEST")) var digest: String?
  @OptionGroup var global: GlobalOptions

  func step() -> ApproveCalendar { ApproveCalendar(id: CalendarPlanID(id), digest: digest) }
}

/// `vitrine calendar reject PLAN --reason TEXT`.
struct CalendarReject: CalendarStepCommand {
  static let name = "reject"
  @Argument(help: Help.option("calendar.planID")) var id: String
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func step() -> RejectCalendar { RejectCalendar(id: CalendarPlanID(id), reason: reason) }
}

/// `vitrine calendar decline ENTRY --store CODE --reason TEXT`.
struct CalendarDecline: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "decline", abstract: Help.command("calendar.decline"))
  }

  @Argument(help: Help.option("calendar.entry")) var entry: String
  @Option(help: Help.option("post.store", "CODE")) var store: String?
  @Option(help: Help.option("reason", "TEXT")) var reason: String
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let code: StoreCode
      if let store { code = StoreCode(store.nfc) } else { code = try await live.ownStore() }
      let output = try await live.perform(
        DeclineEntry(entry: entry, store: code, reason: reason))
      if live.console.isJSON {
        return try live.console.print([
          "entry": .string(output.entry), "store": .string(output.store.rawValue),
          "withdrawn": .array(output.withdrawn.map { .string($0.rawValue) }),
        ])
      }
      try live.console.print(
        live.console.text(
          "calendar.declinedNow", output.entry, output.store, output.withdrawn.count))
    }
  }
}
