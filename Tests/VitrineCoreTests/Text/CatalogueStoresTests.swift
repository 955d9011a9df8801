import Testing

@testable import VitrineCore

struct CatalogueStoresTests {
  @Test func `every text stands in both languages, with the same arguments`() {
    let catalogue = Catalogue([Catalogue.stores, Catalogue.selectors, Catalogue.posts])
    #expect(catalogue.texts["malformed"] == nil)
    for (code, texts) in catalogue.texts {
      #expect(Set(texts.keys) == Set(Language.allCases), "\(code)")
      let numbers = texts.mapValues { text in
        Set((1...9).filter { text.contains("{\($0)") })
      }
      #expect(numbers[.en] == numbers[.fr], "\(code)")
      for text in texts.values { #expect(!text.hasSuffix("."), "\(code)") }
    }
  }
}
