import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

/// `vitrine calendar plan [--from DATE --to DATE] [--out FILE]`: what an apply would change.
struct CalendarPlanCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "plan", abstract: Help.command("calendar.plan"))
  }

  @OptionGroup var window: CalendarWindow
  @Option(help: Help.option("calendar.out", "FILE")) var out: String?
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await Live.run(global) { live in
      let plan = try await window.question().run(live.door, as: live.credential())
      if let out { try SavedCalendarPlan(plan).write(live.console.invocation.resolve(out)) }
      let view = CalendarPlanView(plan: plan, console: live.console)
      try live.console.isJSON ? live.console.print(view.json) : view.show()
    }
  }
}

/// A plan on disk: the question, and the digest that makes the answer stale.
struct SavedCalendarPlan: Codable {
  let digest: String
  let from: String
  let to: String
  let late: CalendarPlan.LateAnswer?

  init(_ plan: CalendarPlan) {
    digest = plan.digest
    from = plan.from.description
    to = plan.through.description
    late = plan.late
  }

  /// Writes the plan; never over a file that is there.
  func write(_ url: URL) throws { try SavedFile.write(self, to: url) }

  /// Reads a plan and the question that it answers.
  static func read(_ url: URL) throws -> (question: PlanCalendar, digest: String) {
    let saved = try SavedFile.read(SavedCalendarPlan.self, from: url, "calendar.badPlan")
    guard let from = MessageValidity.Moment(saved.from)?.date,
      let to = MessageValidity.Moment(saved.to)?.date
    else { throw Fault(.invalid, Message("calendar.badPlan", url.path), subject: url.path) }
    return (PlanCalendar(from: from, through: to, late: saved.late), saved.digest)
  }
}
