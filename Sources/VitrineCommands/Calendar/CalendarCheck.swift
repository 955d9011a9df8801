import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore
import VitrineService

/// `vitrine calendar check`: the linter; exit 1 when it found an error.
struct CalendarCheck: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Help.command("calendar.check"))
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let invocation = Invocation.current
    let (workspace, configuration) = try global.workspace(invocation)
    let console = global.console(desk: configuration.language)
    let today = CivilDate(
      at: TimeSource.system.now(), zone: configuration.organisation.timeZone)
    let library = try Library.load(workspace, knowledge: try MessageKnowledge.load(workspace))
    var knowledge = CalendarKnowledge(
      library, networks: try NetworkLimits.load(workspace).networks,
      zones: ClockChanges.frenchZones, today: today)
    if let setting = try await setting(workspace, console), !setting.zones.isEmpty {
      knowledge.zones = setting.zones
      knowledge.vocabulary = setting.vocabulary
    } else {
      console.say("calendar.check.alone")
    }
    let reading = try CalendarLibrary.read(workspace, knowledge)
    try show(reading, today, console)
    if reading.findings.contains(where: { $0.severity == .error }) {
      throw ExitCode(Fault.Code.partial.exitCode)
    }
  }

  private func show(
    _ reading: CalendarLibrary.Reading, _ today: CivilDate, _ console: Console
  ) throws {
    let errors = reading.findings.count { $0.severity == .error }
    let warnings = reading.findings.count - errors
    let past = reading.entries.count { $0.rule == nil && $0.anchor.time.date < today }
    if console.isJSON {
      return try console.print([
        "files": .integer(Int64(reading.files)),
        "entries": .integer(Int64(reading.entries.count)), "past": .integer(Int64(past)),
        "errors": .integer(Int64(errors)), "warnings": .integer(Int64(warnings)),
        "findings": .array(reading.findings.map(console.json)),
      ])
    }
    for finding in reading.findings {
      try console.print(finding.text(in: console.language))
      if let fix = finding.fix { try console.print("  " + fix.text(in: console.language)) }
    }
    console.say(
      errors > 0 ? "calendar.checked.errors" : "calendar.checked", reading.entries.count,
      reading.files, past, errors, warnings)
  }

  /// What the register says, when somebody is signed in.
  private func setting(
    _ workspace: Workspace, _ console: Console
  ) async throws -> CalendarSetting? {
    guard try console.hasCredential(workspace) else { return nil }
    return try await Live.run(global) { live in
      try await ReadCalendarSetting().run(live.door, as: live.credential())
    }
  }
}
