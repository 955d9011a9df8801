import ArgumentParser
import VitrineCore
import VitrineService

/// `vitrine calendar`: the year of head office, from files to posts.
struct CalendarCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "calendar", abstract: Help.command("calendar"),
      subcommands: [
        CalendarCheck.self, CalendarPlanCommand.self, CalendarApply.self, CalendarSubmit.self,
        CalendarApprove.self, CalendarReject.self, CalendarDecline.self, CalendarShow.self,
        CalendarExport.self,

      ])
  }
}

/// The days that a plan looks at, and what is done about hours that are past.
struct CalendarWindow: ParsableArguments {
  @Option(help: Help.option("calendar.from", "DATE")) var from: String?
  @Option(help: Help.option("calendar.to", "DATE")) var to: String?
  @Option(help: Help.option("calendar.late", "skip|now")) var late: String?

  /// The question as the options say it.
  func question() throws -> PlanCalendar {
    PlanCalendar(
      from: try TypedValues.day(from, "--from"), through: try TypedValues.day(to, "--to"),
      late: try lateAnswer())
  }

  private func lateAnswer() throws -> CalendarPlan.LateAnswer? {
    guard let late else { return nil }
    guard let answer = CalendarPlan.LateAnswer(rawValue: late) else {
      throw Fault(
        .usage, Message("calendar.badLate", TerminalText.excerpt(late)), subject: "--late")
    }
    return answer
  }
}

extension TypedValues {
  /// A day as written in a flag.
  static func day(_ text: String?, _ flag: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = MessageValidity.Moment(text)?.date else {
      throw Fault(
        .usage, Message("calendar.badDay", TerminalText.excerpt(text)), subject: flag)
    }
    return day
  }
}
