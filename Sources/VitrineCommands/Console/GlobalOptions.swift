import ArgumentParser
import Foundation
import VitrineContent
import VitrineCore

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: Help.option("workspace", "DIR"))
  var workspace: String?

  @Flag(help: Help.option("json"))
  var json = false

  @Flag(help: Help.option("quiet"))
  var quiet = false

  @Flag(help: Help.option("yes"))
  var yes = false

  @Option(help: Help.option("color", "WHEN"))
  var color: ColorChoice = .auto

  @Option(help: Help.option("progress", "HOW"))
  var progress: ProgressStyle = .auto

  @Option(help: Help.option("language", "LANGUAGE"))
  var language: Language?

  @Option(help: Help.option("ticket", "NUMBER"))
  var ticket: String?

  /// Where colours are wanted.
  enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// The folder where the search for a workspace begins.
  func start(_ invocation: Invocation) -> URL {
    guard let workspace else { return invocation.folder }
    return invocation.resolve(workspace)
  }

  /// The ticket of an emergency, if there is one.
  func acceptedTicket() throws -> Ticket? {
    guard let ticket else { return nil }
    guard let accepted = Ticket(ticket) else {
      throw Fault(.usage, Message("access.ticket"), subject: "--ticket")
    }
    return accepted
  }

  /// The console of this run, in the language of the person or the desk.
  func console(desk: Language? = nil) -> Console {
    let invocation = Invocation.current
    let hasColor: Bool =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        invocation.isErrorTerminal && invocation.environment["NO_COLOR"] == nil
          && invocation.environment["TERM"] != "dumb"
      }
    return Console(
      invocation: invocation,
      language: language ?? desk ?? Help.language, isJSON: json, isQuiet: quiet,
      hasColor: hasColor, progress: progress)
  }
}

extension ProgressStyle: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension Invocation {
  /// A path as the person meant it, from the folder of the run.
  func resolve(_ path: String) -> URL {
    URL(filePath: path, relativeTo: folder).absoluteURL
  }
}
