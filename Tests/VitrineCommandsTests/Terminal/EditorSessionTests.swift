import Foundation
import Testing
import VitrineContent
import VitrineCore
import VitrineTestSupport

@testable import VitrineCommands

@Suite(.temporaryFolder)
struct EditorSessionTests {
  private let stage = InterviewStage()

  /// An editor that is a line of shell, and what it is told about the file it got.
  private func edit(
    _ editor: String, again: ([Finding]) -> Bool = { _ in false }
  ) throws -> TemplateAnswers {
    let session = try EditorSession(environment: [
      "EDITOR": editor, "PATH": "/usr/bin:/bin", "VITRINE_TOKEN": "geheim",
    ])
    let reading = stage.plan.reading(stage.ports.photo)
    return try session.write(
      stage.plan.sheet.text, name: "reponses.yaml", in: try TemporaryFolder.url(),
      limit: AnswerSheet.sizeLimit,
      read: { bytes, file in
        let result = AnswerSheet.read(bytes, file: file, reading)
        return (result.answers, result.findings)
      }, again: again)
  }

  /// Fills the three answers, with `sed` on the file that the editor is given.
  private let fill =
    "sed -i -e 's/^  produit: .*/  produit: Entrecôte/' -e 's/^  prix: .*/  prix: 17,90/' "
    + "-e 's/^  fin: .*/  fin: samedi/'"

  private var leftovers: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: try TemporaryFolder.url().path)
        .filter { $0.hasPrefix("vitrine-") }
    }
  }

  @Test func `a filled sheet becomes answers and leaves no file`() throws {
    let answers = try edit(fill)
    #expect(
      answers
        == TemplateAnswers(values: ["produit": "Entrecôte", "prix": "17.90", "fin": "2026-11-28"]))
    #expect(try leftovers.isEmpty)
  }

  @Test func `the file and its folder are private, and the editor gets no token`() throws {
    let folder = try TemporaryFolder.url()
    let seen = folder.appending(path: "seen").path
    _ = try edit(
      "f() { stat -c %a \"$1\" \"$(dirname \"$1\")\" > '\(seen)'; env | grep -c ^VITRINE_ >> '\(seen)'; "
        + fill + " \"$1\"; }; f")
    let text = try String(contentsOfFile: seen, encoding: .utf8)
    #expect(text == "600\n700\n0\n")
  }

  @Test func `a wrong answer keeps the file, with its line and column`() throws {
    do {
      _ = try edit(fill + " -e 's/17,90/cher/'")
      Issue.record("it was taken")
    } catch let fault as Fault {
      #expect(fault.code == .invalid)
      #expect(fault.message.code == "editor.kept")
      let file = try #require(fault.subject)
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      let finding = try #require(fault.findings.first)
      #expect(finding.message.code == "answer.price")
      #expect(lines[try #require(finding.line) - 1] == "  prix: cher")
      #expect(finding.column == 9)
      #expect(finding.file == file)
    }
  }

  @Test func `the file is opened again as often as the person wants`() throws {
    var asked = 0
    let editor =
      "f() { if grep -q cher \"$1\"; then sed -i 's/cher/17,90/' \"$1\"; else \(fill) "
      + "-e 's/17,90/cher/' \"$1\"; fi; }; f"
    let answers = try edit(editor) { findings in
      asked += 1
      return findings.count == 1
    }
    #expect(asked == 1)
    #expect(answers.values["prix"] == "17.90")
    #expect(try leftovers.isEmpty)
  }

  @Test func `an editor that fails keeps the file and says where`() throws {
    do {
      _ = try edit("exit 3; true")
      Issue.record("it was taken")
    } catch let fault as Fault {
      #expect(fault.message.code == "editor.failed")
      #expect(fault.message.arguments[1] == "3")
      #expect(FileManager.default.fileExists(atPath: fault.message.arguments[2]))
    }
  }

  @Test(arguments: [[:], ["EDITOR": " "], ["VISUAL": "", "EDITOR": ""]])
  func `no editor is guessed`(_ environment: [String: String]) {
    #expect { try EditorSession(environment: environment) } throws: { error in
      (error as? Fault)?.code == .usage && (error as? Fault)?.hint != nil
    }
  }

  @Test func `VISUAL goes before EDITOR`() throws {
    let session = try EditorSession(environment: ["VISUAL": "code --wait", "EDITOR": "vi"])
    #expect(session.editor == "code --wait")
  }
}
