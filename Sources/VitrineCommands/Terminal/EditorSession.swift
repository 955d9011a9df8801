import Foundation
import VitrineContent
import VitrineCore

/// A text that a person fills in with the editor of their choice.
///
/// The file is private (0600, in a new folder of 0700) and removed when it is of no more use; when its
/// answers cannot be used yet, it stays, and the fault says where.
struct EditorSession {
  /// The editor as the person set it: a command of the shell, perhaps with options (`code --wait`).
  let editor: String
  private let environment: [String: String]

  /// Finds the editor in `VISUAL`, then in `EDITOR`.
  ///
  /// As `crontab` does; but none is guessed, for a person who does not know `vi` cannot leave it.
  init(environment: [String: String]) throws {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
      .first { !$0.allSatisfy(\.isWhitespace) }
    guard let named else {
      throw Fault(.usage, Message("editor.none"), hint: Message("editor.none.hint"))
    }
    editor = named
    self.environment = environment
  }

  /// Lets the person write until what they wrote can be used.
  ///
  /// `read` says what is wrong with the bytes; `again` shows it and asks whether the file is to be
  /// opened once more. The editor's command is the person's own and goes to the shell as it is; the
  /// name of the file goes beside it as an argument, so that no text of ours is ever read by a shell.
  func write<Value>(
    _ text: String, name: String, in parent: URL, limit: Int,
    read: ([UInt8], String) -> (value: Value, findings: [Finding]), again: ([Finding]) -> Bool
  ) throws -> Value {
    let folder = try Self.privateFolder(in: parent)
    let file = folder.appending(path: name)
    try PrivateFile(file).write(Array(text.utf8))
    while true {
      let code = try ForegroundProgram.run(
        "/bin/sh", ["-c", "\(editor) \"$1\"", "sh", file.path], environment: environment)
      guard code == 0 else {
        let shown = TerminalText.excerpt(editor)
        throw Fault(.unavailable, Message("editor.failed", shown, code, file.path), subject: shown)
      }
      let (value, findings) = read(try RegularFile.read(file.path, limit: limit), file.path)
      guard findings.contains(where: { $0.severity == .error }) else {
        try? FileManager.default.removeItem(at: folder)
        return value
      }
      guard again(findings) else {
        throw Fault(
          .invalid, Message("editor.kept", findings.count, file.path), subject: file.path,
          findings: findings)
      }
    }
  }

  private static func privateFolder(in parent: URL) throws -> URL {
    var template = Array(parent.appending(path: "vitrine-XXXXXX").path.utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Fault(.io, Message("console.cannotWrite", parent.path), subject: parent.path)
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return URL(filePath: path, directoryHint: .isDirectory)
  }
}
