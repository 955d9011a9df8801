import Foundation

@testable import VitrineCore

/// The codes of texts that the sources name, read from the Swift files themselves.
struct SourceCodes {
  /// A code, and the file that names it.
  struct Use: Hashable {
    let code: String
    let file: String
  }

  /// Whole codes where a text is asked for: `Message("…")`, `console.say("…")` and the like.
  private(set) var asked: Set<Use> = []
  /// The beginnings of codes that end in an interpolation there.
  private(set) var begun: Set<Use> = []
  /// Every literal of the sources.
  private(set) var literals: Set<String> = []

  /// Reads every Swift file in a folder but the catalogue's own.
  init(folder: URL) throws {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      if file.lastPathComponent.hasPrefix("Catalogue+") { continue }
      var scan = SourceScan(Array(try Data(contentsOf: file)))
      scan.run()
      literals.formUnion(scan.literals.lazy.filter(\.isWhole).map(\.text))
      for call in scan.calls { note(call, file.lastPathComponent) }
    }
  }

  private mutating func note(_ call: SourceScan.Call, _ file: String) {
    for literal in call.literals {
      for code in Self.codes(call.name, literal.text) {
        let use = Use(code: code, file: file)
        if literal.isWhole { asked.insert(use) } else { begun.insert(use) }
      }
    }
  }

  /// The codes that a literal stands for as the first argument of a function.
  private static func codes(_ name: String, _ text: String) -> [String] {
    if name.hasSuffix("Help.command") { return ["help." + text] }
    if name.hasSuffix("Help.option") { return ["help.option." + text] }
    switch name.split(separator: ".").last {
    case "Message", "empty:": return [text]
    case "Trouble":
      return ["trouble.\(text)", "trouble.\(text).fix", "trouble.\(text).who"]
    // Rows and answers have a `text`, too; their names are single words.
    case "say", "text": return text.contains(".") && !text.contains(" ") ? [text] : []
    default: return []
    }
  }
}
