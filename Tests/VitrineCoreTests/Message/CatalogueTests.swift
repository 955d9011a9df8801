import Testing

@testable import VitrineCore

struct CatalogueTests {
  private let texts = Catalogue.shared.texts

  @Test func `every code has a text in both languages`() {
    #expect(texts.count > 500)
    for (code, entry) in texts {
      for language in Language.allCases {
        #expect(entry[language]?.isEmpty == false, "\(code) in \(language.rawValue)")
      }
    }
  }

  @Test func `no code stands twice, in one area or in two`() {
    var seen: Set<String> = []
    for code in Catalogue.areas.flatMap(Self.codes) {
      #expect(seen.insert(code).inserted, "\(code)")
    }
    #expect(seen == Set(texts.keys))
  }

  @Test func `a code is words of letters with dots between`() {
    for code in texts.keys {
      let words = code.split(separator: ".", omittingEmptySubsequences: false)
      #expect(words.count > 1, "\(code)")
      #expect(words.allSatisfy(Self.isWord), "\(code)")
    }
  }

  @Test func `a line that belongs to no entry is found`() {
    let stray = Catalogue(["en a text without a code"])
    #expect(stray.texts["malformed"]?[.en] == "a text without a code")
    #expect(texts["malformed"] == nil)
  }

  @Test func `both languages use the same arguments`() {
    for (code, entry) in texts {
      let holes = Language.allCases.map { Hole.all(in: entry[$0] ?? "").map(\.number) }
      #expect(Set(holes.map(Set.init)).count == 1, "\(code)")
    }
  }

  @Test func `every hole can be filled`() {
    let arguments = (2...12).map(String.init)
    for (code, entry) in texts {
      for (language, text) in entry {
        #expect(Hole.all(in: text).allSatisfy { $0.isWellFormed }, "\(code): \(text)")
        let filled = Catalogue.fill(text, arguments, language)
        #expect(Hole.all(in: filled).isEmpty, "\(code): \(filled)")
      }
    }
  }

  private static func isWord(_ word: Substring) -> Bool {
    word.utf8.first.map { $0 != UInt8(ascii: "-") } == true
      && word.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
      }
  }

  private static func codes(_ area: String) -> [String] {
    area.split(separator: "\n").map(String.init).filter { line in
      !["en ", "fr ", "  "].contains { line.hasPrefix($0) }
    }
  }
}
