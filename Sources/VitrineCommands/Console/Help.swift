import ArgumentParser
import Foundation
import Synchronization
import VitrineCore

/// The texts of `--help`, from the catalogue like every other text.
///
/// ArgumentParser asks for them while it builds the tree of commands, before any option is parsed;
/// so the language is found from the raw arguments, the environment and the desk's file.
enum Help {
  /// The language of help texts and usage errors.
  ///
  /// Asked for hundreds of times while the tree of commands is built, so `Entry` finds it once.
  static var language: Language { found ?? find() }

  /// The language that `Entry` found for the present run.
  @TaskLocal static var found: Language?

  /// Looks for the language in the arguments, the desk's file and the environment.
  static func find() -> Language {
    let invocation = Invocation.current
    if let asked = value(of: "--language", in: invocation.arguments).flatMap(
      Language.init(rawValue:))
    {
      return asked
    }
    if let desk = deskLanguage(invocation) { return desk }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { invocation.environment[$0] }.first { !$0.isEmpty }
    return Language(locale: locale ?? "")
  }

  /// What a command does, in a line.
  static func command(_ name: String) -> String { text("help.\(name)") }

  /// Texts that were read already: the parser asks for all of them again for each argument that it
  /// does not know.
  private static let known = Mutex<[String: String]>([:])

  private static func text(_ code: String) -> String {
    let language = language
    let key = "\(language.rawValue) \(code)"
    if let text = known.withLock({ $0[key] }) { return text }
    let text = Message(code: code, arguments: []).text(in: language)
    known.withLock { $0[key] = text }
    return text
  }

  /// What an option is for.
  static func option(_ name: String, _ value: String? = nil) -> ArgumentHelp {
    var help = ArgumentHelp(stringLiteral: text("help.option.\(name)"))
    help.valueName = value?.lowercased()
    return help
  }

  private static func value(of option: String, in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == option { return arguments.dropFirst(index + 1).first }
      if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// The language of the nearest `vitrine.yaml`, by its one line; the real reader comes later.
  private static func deskLanguage(_ invocation: Invocation) -> Language? {
    let start =
      value(of: "--workspace", in: invocation.arguments)
      ?? invocation.environment["VITRINE_WORKSPACE"]
    var folder = start.map { invocation.resolve($0) } ?? invocation.folder
    for _ in 0..<64 {
      let file = folder.appendingPathComponent("vitrine.yaml")
      if let text = try? String(contentsOf: file, encoding: .utf8) {
        let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("language:") }
        let word = line?.dropFirst("language:".count).split(separator: " ").first
        return word.flatMap { Language(rawValue: String($0)) }
      }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path { return nil }
      folder = parent
    }
    return nil
  }
}
