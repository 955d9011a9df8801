import Foundation
import VitrineCore

extension Library {
  /// Writes a template to begin with, and returns its path from the workspace.
  ///
  /// Never over a file that is there, and never through a link: throws `conflict`; `invalid` for a
  /// text that is no id, `io` when it cannot be written.
  package static func begin(
    _ id: String, title: String, in workspace: Workspace, language: Language
  ) throws -> String {
    guard MessageSource.isID(id) else {
      throw Fault(
        .invalid, Message("message.id", TerminalText.excerpt(id)),
        hint: Message("library.id-hint"), subject: id)
    }
    let path = "\(LibraryFolder.path(of: .template))/\(id).md"
    let url = workspace.folder.appendingPathComponent(path)
    guard FileKind(url.path) == .missing else {
      throw Fault(
        .conflict, Message("library.exists", path), hint: Message("library.exists-hint"),
        subject: path)
    }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(template(id, title: title, in: language).utf8)
        .write(to: url, options: .withoutOverwriting)
    } catch {
      throw Fault(.io, Message("library.unwritable", path), subject: path)
    }
    return path
  }

  /// A small template with a remark on every part of it; it has no findings.
  static func template(_ id: String, title: String, in language: Language) -> String {
    func say(_ code: String) -> String {
      Message("library.template.\(code)").text(in: language)
    }
    return """
      ---
      # \(say("head"))
      id: \(id)
      # \(say("title"))
      title: \(Scalar.written(title))
      # \(say("category"))
      category: \(Scalar.written(say("categoryValue")))
      # \(say("networks"))
      networks: [facebook]
      # \(say("audience"))
      # formats: [hypermarket, supermarket, proximity]
      # regions: [Bretagne]
      # \(say("valid"))
      # valid: {from: 2027-03-01, until: 2027-04-19}
      # \(say("usage"))
      usage: \(Scalar.written(say("usageValue")))
      # \(say("media"))
      # media:
      #   - file: marche.jpg
      #     alt: \(say("altValue"))
      # \(say("fields"))
      fields:
        - name: \(say("fieldName"))
          type: text
          label: \(Scalar.written(say("fieldLabel")))
          max: 80
      # \(say("offer"))
      # families: [food]
      # offer:
      #   price: "{{prix}}"
      #   until: "{{fin}}"
      ---

      \(say("body").replacing("[[", with: "{{").replacing("]]", with: "}}"))

      """
  }
}
