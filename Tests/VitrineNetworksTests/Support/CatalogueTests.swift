import Testing
import VitrineCore

struct CatalogueTests {
  @Test func `every text about networks is there in each language`() {
    let texts = Catalogue.shared.texts.filter { $0.key.utf8.starts(with: "network.".utf8) }
    #expect(texts.count >= 20)
    for (code, languages) in texts {
      #expect(Set(languages.keys) == Set(Language.allCases), "\(code)")
    }
    #expect(Catalogue.shared.texts["malformed"] == nil)
  }
}
