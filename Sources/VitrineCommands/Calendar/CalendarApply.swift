import ArgumentParser
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine calendar apply [FILE]`: makes submitted posts and broadcasts of what a plan says.
struct CalendarApply: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "apply", abstract: Help.command("calendar.apply"))
  }

  @Argument(help: Help.option("calendar.plan")) var file: String?
  @OptionGroup var window: CalendarWindow
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let apply: ApplyCalendar
      if let file {
        guard window.from == nil, window.to == nil, window.late == nil else {
          throw Fault(.usage, Message("calendar.planAndWindow"), subject: file)
        }
        let saved = try SavedCalendarPlan.read(live.console.invocation.resolve(file))
        apply = ApplyCalendar(saved.question, plannedDigest: saved.digest)
      } else {
        apply = ApplyCalendar(try window.question())
      }
      try show(try await live.perform(apply), live.console)
    }
  }

  private func show(_ output: ApplyCalendar.Output, _ console: Console) throws {
    if console.isJSON {
      return try console.print([
        "plan": output.plan.map { .string($0.rawValue) } ?? .null,
        "digest": output.digest.map(JSON.string) ?? .null,
        "created": .integer(Int64(output.created)), "updated": .integer(Int64(output.updated)),
        "withdrawn": .integer(Int64(output.withdrawn)),
        "unchanged": .integer(Int64(output.unchanged)),
        "broadcasts": .array(output.broadcasts.map { .string($0.rawValue) }),
      ])
    }
    try console.print(
      console.text(
        "calendar.summary", output.created, output.updated, output.withdrawn, output.unchanged))
    if let plan = output.plan, let digest = output.digest {
      try console.print(console.text("calendar.applied.plan", plan, digest))
    }
    for broadcast in output.broadcasts {
      try console.print(console.text("calendar.applied.broadcast", broadcast))
    }
    if output.plan == nil, output.broadcasts.isEmpty, output.withdrawn == 0 {
      try console.print(console.text("calendar.applied.nothing"))
    }
  }
}
