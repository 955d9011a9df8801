import Testing

@testable import VitrineCore

struct PhraseTests {
  /// What a phrase finds in a text.
  private func found(_ phrase: String, in text: String, isException: Bool = false) throws
    -> [String]
  {
    var index = PhraseIndex()
    let group = index.add([try Phrase(phrase)], isException: isException)
    var tokenized = TokenizedText()
    tokenized.add(text)
    return PhraseScan(tokenized, index).occurrences[group].map { tokenized.excerpt($0) }
  }

  @Test(arguments: [
    ("vin", "Vins et vin, vinaigre", ["Vins", "vin"]),
    ("gâteau", "Des gâteaux", ["gâteaux"]),
    ("tv", "tv et tvs", ["tv"]),
    ("abus d'alcool", "L’abus d’alcool", ["abus d’alcool"]),
    ("partag*", "Partagez, partager ; partir", ["Partagez", "partager"]),
    ("à *", "à volonté, à 5 €", ["à volonté"]),
    ("vin/bière rouge", "vin rouge, bières rouges, rouge", ["vin rouge", "bières rouges"]),
    ("_ €", "5 €, six €, x €", ["5 €", "six €"]),
    ("1 acheté", "1 acheté, 2 achetés, 1,0 acheté", ["1 acheté", "1,0 acheté"]),
    ("- _ %", "-20 % et 20 %", ["-20 %"]),
    ("vin … promo", "vin a b c d e f promo", ["vin a b c d e f promo"]),
    ("vin … promo", "vin a b c d e f g promo", []),
    ("vin … promo", "vin. promo", []),
    ("🍷", "Un 🍷 !", ["🍷"]),
    ("kevin ^", "Kevin Marchand, Kevin et Kévin ÉTIENNE", ["Kevin Marchand", "Kévin ÉTIENNE"]),
    ("d'/de l'eau/air", "D’eau, d'air, de l’air", ["de l’air"]),
    ("d'achat/achats", "d'achat, d'achats, des achats", ["d'achat", "d'achats"]),
    ("150 kWh", "150 kWh", ["150 kWh"]),
    ("20 % … vin", "-20 % sur le vin", ["20 % sur le vin"]),
  ])
  func `a phrase finds what it says`(phrase: String, text: String, expected: [String]) throws {
    #expect(try found(phrase, in: text) == expected)
  }

  @Test func `an occurrence ends early and an exception late`() throws {
    #expect(try found("vin … promo", in: "vin promo promo") == ["vin promo"])
    #expect(
      try found("vin … promo", in: "vin promo promo", isException: true) == ["vin promo promo"])
  }

  @Test(arguments: [
    ("", PhraseProblem.empty), (",", .empty), ("… vin", .gap), ("vin …", .gap), ("a … … b", .gap),
    ("vin/1er", .alternative("1er")), ("le vin/l'eau de", .alternative("l'eau")),
    ("vin/", .alternative("")), ("* vin", .star), ("^ vin", .star),
    ("v*n", .star), ("x*", .star), ("vin ! promo", .sentenceEnd), ("vin. promo", .sentenceEnd),
    ("a … b … c … d … e … f … g … h … i … j … k", .long),
  ])
  func `what can never be found is no phrase`(text: String, problem: PhraseProblem) {
    #expect(throws: problem) { try Phrase(text) }
  }

  @Test func `an occurrence inside of an exception does not count`() {
    #expect([1..<2, 4..<5, 6..<8].outside([0..<3, 6..<7]) == [4..<5, 6..<8])
    #expect([3..<4].outside([0..<9, 2..<3]) == [])
    #expect([3..<4].outside([]) == [3..<4])
  }
}
