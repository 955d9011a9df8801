import Testing

@testable import VitrineContent
@testable import VitrineCore

struct CatalogueContentTests {
  @Test func `every text of this area stands in both languages`() {
    let texts = Catalogue([Catalogue.content]).texts
    #expect(texts["malformed"] == nil)
    for (code, text) in texts {
      #expect(text.count == Language.allCases.count, "\(code)")
    }
  }

  @Test(arguments: YAMLProblem.Kind.allCases)
  func `every problem of YAML has a text`(kind: YAMLProblem.Kind) {
    #expect(Catalogue.shared.texts["yaml.\(kind.rawValue)"] != nil)
  }
}
