import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The example with which the page on templates begins, run as it stands.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct LibraryDocumentTests {
  private static let command = """
    vitrine library preview offre-du-jour --store FR-0001 --network facebook \\
        --set produit=Entrecôte --set prix=17.90 --set prix_avant=22.90 --set fin=2026-11-28
    """

  @Test func `the example of the page on templates is what the command prints`() async throws {
    let template = try Pages.block("template", in: "docs/templates.md").joined(separator: "\n")
    try await withDesk { desk in
      try desk.keep(template + "\n", in: "templates/offre-du-jour.md")
      try desk.keep("x", in: "media/marche.jpg")
      let check = await desk.speak(["library", "check"], as: nil)
      #expect(check.exitCode == 0 && check.output == "", "\(check.all)")
      let words = Self.command.split(whereSeparator: \.isWhitespace).map(String.init)
        .filter { $0 != "\\" }.dropFirst()
      let spoken = await desk.speak(Array(words) + ["--language", "en"], as: .editor)
      #expect(spoken.exitCode == 0, "\(spoken.all)")
      // The year stands there in every year but 2026.
      let output = spoken.output.replacing("novembre 2026", with: "novembre")
      try Pages.expectGenerated(
        "```console\n$ \(Self.command)\n\(output)```\n", "preview", in: "docs/templates.md")
    }
  }
}
