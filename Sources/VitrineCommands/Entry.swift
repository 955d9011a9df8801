import ArgumentParser
import VitrineCore

/// The way in: parses, runs, and turns whatever happens into text and an exit code.
package enum Entry {
  /// Runs the program and returns its exit code.
  package static func run(_ invocation: Invocation = .process) async -> Int32 {
    await Invocation.$current.withValue(invocation) {
      await Help.$found.withValue(Help.find()) { await perform(invocation) }
    }
  }

  /// Prints the help of a command and returns the exit code; nil for a run that asks for something else.
  ///
  /// Without the parser, which would first read every option of every command on the way: whoever asks
  /// for help waits for nothing.
  package static func answerHelp(_ invocation: Invocation = .process) -> Int32? {
    guard let last = invocation.arguments.last, ["--help", "-h"].contains(last) else { return nil }
    return Invocation.$current.withValue(invocation) {
      Help.$found.withValue(Help.find()) {
        var command: any ParsableCommand.Type = Vitrine.self
        for word in invocation.arguments.dropLast() {
          let children = command.configuration.subcommands
          guard let next = children.first(where: { $0.configuration.commandName == word }) else {
            return nil
          }
          command = next
        }
        return invocation.output(Vitrine.helpMessage(for: command) + "\n") ? 0 : 74
      }
    }
  }

  private static func perform(_ invocation: Invocation) async -> Int32 {
    let isJSON = invocation.arguments.contains("--json")
    let console = Console(
      invocation: invocation, language: Help.language, isJSON: isJSON, isQuiet: false,
      hasColor: false, progress: .none)
    do {
      var command = try Vitrine.parseAsRoot(invocation.arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let fault as Fault {
      console.show(fault)
      return fault.code.exitCode
    } catch let code as ExitCode {
      return code.rawValue
    } catch let closed as ClosedOutput {
      return console.outputClosed(closed)
    } catch is CancellationError {
      return Fault.Code.interrupted.exitCode
    } catch {
      return usage(error, console)
    }
  }

  /// Help and usage errors of the parser; a mistyped command gets its suggestion.
  private static func usage(_ error: any Error, _ console: Console) -> Int32 {
    let code = Vitrine.exitCode(for: error)
    if code == .success {
      return console.invocation.output(Vitrine.fullMessage(for: error) + "\n") ? 0 : 74
    }
    guard code == .validationFailure else {
      let detail = TerminalText.excerpt(String(describing: error))
      console.show(Fault(.internal, Message("fault.internal"), subject: detail))
      if !console.isJSON { console.invocation.error(detail + "\n") }
      return Fault.Code.internal.exitCode
    }
    if let fault = Mistyped.command(in: console.invocation.arguments) {
      console.show(fault)
    } else if console.isJSON {
      console.show(
        Fault(.usage, Message("console.usage", Vitrine.message(for: error))))
    } else {
      console.invocation.error(TerminalText.escaped(Vitrine.fullMessage(for: error)) + "\n")
    }
    return Fault.Code.usage.exitCode
  }
}

extension Console {
  /// A reader that has gone is no error; a full disk is.
  fileprivate func outputClosed(_ closed: ClosedOutput) -> Int32 {
    if closed.isReaderGone { return 0 }
    invocation.error(text("console.outputClosed") + "\n")
    return Fault.Code.io.exitCode
  }
}

/// A word where a command was expected.
enum Mistyped {
  /// The fault with a suggestion, if the arguments name a command that does not exist.
  static func command(in arguments: [String]) -> Fault? {
    var current: any ParsableCommand.Type = Vitrine.self
    for word in arguments {
      if word.hasPrefix("-") { return nil }
      // Those of the groups are among them.
      let children = current.configuration.subcommands
      guard !children.isEmpty else { return nil }
      if let next = children.first(where: { $0.configuration.commandName == word }) {
        current = next
        continue
      }
      let names = children.compactMap { $0.configuration.commandName }
      let meant = EditDistance.suggestion(for: word, among: names)
      return Fault(
        .usage, Message("console.command", TerminalText.excerpt(word)),
        hint: meant.map { Message("did.you.mean", $0) }
          ?? Message("console.command.hint", names.joined(separator: ", ")), subject: word)
    }
    return nil
  }
}
