import Testing
import VitrineTestSupport

@testable import VitrineCore

struct RebaseDocumentTests {
  @Test func `the example of the page is what a rebase does`() throws {
    var before = ""
    var now = ""
    var wrote = ""
    var stores = 0
    for line in try Pages.block("example: rebase", in: "docs/rebase.md") where !line.isEmpty {
      let colon = try #require(line.firstRange(of: " : "))
      let value = String(line[colon.upperBound...])
      switch String(line[..<colon.lowerBound]).trimmingBlanks {
      case "head office, before": before = value
      case "head office, now": now = value
      case let who where who.hasSuffix(" wrote"): wrote = value
      case let who:
        #expect(who.hasSuffix(" has now"))
        stores += 1
        let way = TemplateRebase(from: Self.template(before), to: Self.template(now))
        let result = way.apply(to: Adaptation(values: ["horaires": wrote]))
        #expect(result.conflicts.isEmpty)
        #expect(result.adaptation.values["horaires"] ?? now == value, "\(who)")
      }
    }
    #expect(stores == 3)
    let closed = TemplateRebase(from: Self.template(before), to: Self.template(now))
      .apply(to: Adaptation(values: ["horaires": "Fermé dimanche"]))
    #expect(closed.adaptation.values == ["horaires": "Fermé dimanche"])
    #expect(closed.conflicts.map(\.kind) == ["overlap"])
  }

  private static func template(_ standard: String) -> MessageSource {
    TemplateRebaseTests.template([
      MessageField(name: "horaires", kind: .text, label: "Quels horaires ?", standard: standard)
    ])
  }

  @Test func `the page has a row for every state of a post`() throws {
    let page = try Pages.text("docs/rebase.md")
    for state in PostState.allCases {
      #expect(page.contains("`\(state.rawValue)`"), "\(state)")
    }
  }
}
