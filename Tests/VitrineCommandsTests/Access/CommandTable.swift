import ArgumentParser
import Foundation
import VitrineCore
import VitrineTestSupport

@testable import VitrineCommands

/// What each command asks of the door, read from the tree of commands and from the sources.
struct CommandTable {
  /// One action that a command needs.
  struct Need: Hashable {
    enum Own { case always, sometimes, never }
    let action: Action
    /// Whether it is about the person's own things, for which nobody needs a grant.
    let own: Own
  }

  struct Command {
    let path: String
    let needs: [Need]
  }

  let commands: [Command]

  init() throws {
    let sources = try Sources()
    commands = Self.leaves(Vitrine.self, "").map { path, name in
      Command(path: path, needs: sources.needs(of: name))
    }
  }

  /// Every command that has no commands under it, with the name of its type.
  private static func leaves(
    _ command: any ParsableCommand.Type, _ path: String
  ) -> [(String, String)] {
    let children = command.configuration.subcommands
    if children.isEmpty { return [(path, "\(command)")] }
    return children.flatMap { child in
      let word = child.configuration.commandName ?? ""
      return leaves(child, path.isEmpty ? word : "\(path) \(word)")
    }
  }
}

/// The types of the two targets between a command and the door, each with its text.
private struct Sources {
  private var texts: [String: String] = [:]
  private let actions: [String: Action]

  init() throws {
    actions = Dictionary(uniqueKeysWithValues: Action.allCases.map { ("\($0)", $0) })
    for target in ["VitrineCommands", "VitrineService"] {
      let folder = Pages.root.appending(path: "Sources/\(target)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        read(try String(contentsOf: file, encoding: .utf8))
      }
    }
  }

  /// Keeps the text of each type at the margin, extensions included, without comments.
  private mutating func read(_ text: String) {
    var name: String?
    for line in text.split(separator: "\n") {
      let heading =
        /^(?:package |private |fileprivate )*(?:final )?(?:struct|class|enum|actor|extension) (\w+)/
      if let match = line.firstMatch(of: heading) { name = String(match.1) }
      guard let name, !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
      texts[name, default: ""] += line + "\n"
    }
  }

  /// What a type asks of the door, itself or by the types that it names.
  func needs(of name: String) -> [CommandTable.Need] {
    var needs: [CommandTable.Need] = []
    var seen: Set<String> = ["Live", "Door", "Context", "ReadContext", "Transaction"]
    var waiting = [name]
    while !waiting.isEmpty {
      let type = waiting.removeFirst()
      guard seen.insert(type).inserted, let text = texts[type] else { continue }
      if let match = text.firstMatch(of: /static let action = Action\.(\w+)/),
        let action = actions[String(match.1)]
      {
        let need = CommandTable.Need(action: action, own: Self.own(text))
        if !needs.contains(need) { needs.append(need) }
        continue
      }
      waiting += text.matches(of: /\b([A-Z]\w+)\b/).map { String($0.1) }
    }
    return needs
  }

  private static func own(_ text: String) -> CommandTable.Need.Own {
    if text.contains("static let isOwn = true") || text.contains("SubjectMatter(.own)") {
      return .always
    }
    return text.contains("? .own :") ? .sometimes : .never
  }
}
