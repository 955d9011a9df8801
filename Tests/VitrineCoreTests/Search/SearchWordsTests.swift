import Testing

@testable import VitrineCore

/// What counts as a word, and as the same word.
struct SearchWordsTests {
  @Test(arguments: [
    ("Foie gras, FOIE GRAS!", ["foie", "gras"]),
    ("Œufs frais à l’été", ["ete", "frais", "oeufs"]),
    ("De\u{301}jeuner de\u{301}ja\u{300} D\u{C9}J\u{C0}", ["deja", "dejeuner"]),
    ("Straße STRASSE", ["strasse"]),
    ("rappel n° 2026-118 du 3/12", ["118", "12", "2026", "3", "du", "rappel"]),
    ("« a » b-c d'e", []),
    ("ﬁn ｄｕ", ["du", "fin"]),
    ("#Noël @chef 🎄", ["chef", "noel"]),
    ("a\u{200D}b soft\u{AD}hyphen", ["ab", "softhyphen"]),
    ("", []),
  ])
  func `words are found without case, accents and ligatures`(text: String, words: [String]) {
    #expect(SearchWords.of(text) == words)
  }

  @Test func `a long word is cut the same way in texts and in questions`() {
    let long = String(repeating: "é", count: 60)
    let words = SearchWords.of(long)
    #expect(words == [String(repeating: "e", count: SearchWords.longest)])
    #expect(SearchWords.of(long.uppercased() + "x") == words)
  }

  @Test func `a word is found again in any text that holds it`() {
    for word in ["foie", "Gras", "NOËL", "cœur", "2026"] {
      let text = "avant,\(word).après"
      #expect(Set(SearchWords.of(text)).isSuperset(of: SearchWords.of(word)), "\(word)")
    }
  }
}
