import Testing
import VitrineTestSupport

@testable import VitrineCore

struct TextMergeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let base: String
    let ours: String
    let theirs: String
    let merged: String

    init(_ base: String, _ ours: String, _ theirs: String, _ merged: String) {
      (self.base, self.ours, self.theirs, self.merged) = (base, ours, theirs, merged)
    }

    var testDescription: String { "\(base) | \(ours) | \(theirs)" }
  }

  static let clean = [
    Case(
      "Ouvert le dimanche de 9 h a 12 h.", "Ouvert le dimanche 13 de 9 h a 12 h.",
      "Ouvert le dimanche de 9 h à 12 h.", "Ouvert le dimanche 13 de 9 h à 12 h."),
    Case(
      "Les fraises sont arrivées au rayon fruits.",
      "Les fraises de Plougastel sont arrivées au rayon fruits.",
      "Les fraises sont arrivées au rayon fruits et légumes.",
      "Les fraises de Plougastel sont arrivées au rayon fruits et légumes."),
    Case(
      "Un\nDeux\nTrois", "Un bis\nDeux\nTrois", "Un\nDeux\nTrois ter", "Un bis\nDeux\nTrois ter"),
    Case("Un\nDeux\nTrois", "Un\nTrois", "Un\nDeux\nTrois\nQuatre", "Un\nTrois\nQuatre"),
    Case("", "Parking gratuit.", "Parking gratuit.", "Parking gratuit."),
    Case(
      "Ouvert le dimache de 9 h", "Ouvert le dimanche matin de 10 h", "Ouvert le dimanche de 9 h",
      "Ouvert le dimanche matin de 10 h"),
    Case(
      "Venez goûter le cidre nouveau samedi matin", "Venez goûter le cidre samedi matin",
      "Venez goûter le cidre nouveau samedi matin !",
      "Venez goûter le cidre samedi matin !"),
    Case(
      "cafe\u{301} du matin offert", "café du matin offert", "café du matin servi",
      "café du matin servi"),
  ]

  @Test(arguments: clean)
  func `what each side changed elsewhere is in the merged text`(_ row: Case) {
    let merge = TextMerge(base: row.base, ours: row.ours, theirs: row.theirs)
    #expect(merge.conflicts.isEmpty)
    #expect(Array(merge.text.unicodeScalars) == Array(row.merged.unicodeScalars))
  }

  static let disputed = [
    Case("jusqu'à 18 h", "jusqu'à 19 h", "jusqu'à 18 h 30", "18 h|19 h|18 h 30"),
    Case("à 10 000 €", "à 12 000 €", "à 10 500 €", "10 000|12 000|10 500"),
    Case(
      "à 10\u{202F}000 €", "à 12\u{202F}000 €", "à 10\u{202F}500 €",
      "10\u{202F}000|12\u{202F}000|10\u{202F}500"),
    Case("2 pour 5 €", "3 pour 5 €", "2 pour 6 €", "2 pour 5|3 pour 5|2 pour 6"),
    Case("4,99 € le kilo", "4,79 € le kilo", "5,49 € le kilo", "4,99|4,79|5,49"),
    Case("", "Parking gratuit.", "Parking offert.", "|Parking gratuit.|Parking offert."),
    Case("Un\nDeux\nTrois", "Un\nTrois", "Un\nDeux bis\nTrois", "Deux\n||Deux bis\n"),
    Case("Bonjour à tous", "Salut à tous", "", "Bonjour à tous|Salut à tous|"),
  ]

  @Test(arguments: disputed)
  func `what both changed is a conflict, and our words stand`(_ row: Case) throws {
    let merge = TextMerge(base: row.base, ours: row.ours, theirs: row.theirs)
    let conflict = try #require(merge.conflicts.first)
    #expect(merge.conflicts.count == 1)
    #expect(
      "\(conflict.base.text)|\(conflict.ours.text)|\(conflict.theirs.text)" == row.merged)
    #expect(merge.text == row.ours)
  }

  @Test(arguments: FrenchMerges.cases)
  func `what shops adapt and head offices correct comes together, or is listed`(
    _ row: FrenchMerges.Case
  ) {
    let merge = TextMerge(base: row.base, ours: row.store, theirs: row.office)
    #expect(merge.conflicts.isEmpty == (row.merged != nil))
    #expect(merge.text == (row.merged ?? row.store).nfc)
  }

  @Test func `a conflict names the line and the column in each of the three texts`() throws {
    let merge = TextMerge(
      base: "Un\nle prix est de 5 €", ours: "Un\nle prix est de 6 €",
      theirs: "Zéro\nUn\nle prix est de 7 €")
    let conflict = try #require(merge.conflicts.first)
    #expect([conflict.base.line, conflict.ours.line, conflict.theirs.line] == [2, 2, 3])
    #expect([conflict.base.column, conflict.ours.column, conflict.theirs.column] == [16, 16, 16])
    #expect(merge.text == "Zéro\nUn\nle prix est de 6 €")
  }

  @Test func `a sentence written anew is one conflict, not woven from small words`() throws {
    let merge = TextMerge(
      base: "Venez chez nous le samedi pour la fête de la bière",
      ours: "Le dimanche la boucherie de Paul grille des saucisses à la plancha",
      theirs: "Venez chez nous le samedi pour la fête de la musique")
    let conflict = try #require(merge.conflicts.first)
    #expect(merge.conflicts.count == 1)
    #expect(conflict.theirs.text.hasSuffix("musique"))
    #expect(merge.text.hasPrefix("Le dimanche la boucherie de Paul grille des saucisses"))
  }

  @Test func `texts with nothing in common are compared by lines, then as a whole`() {
    func text(_ mark: String, _ breaks: String) -> String {
      (0..<4_000).map { "\(mark)\($0)" }.joined(separator: breaks)
    }
    let head = "Bonjour à tous\n"
    let byLines = TextMerge(
      base: head + text("a", " ") + "\nfin", ours: head + text("b", " ") + "\nfin",
      theirs: head + text("c", " ") + "\nfin, merci")
    #expect(byLines.conflicts.count == 1)
    #expect(byLines.parts.first == .text(head))

    let whole = TextMerge(
      base: head + text("a", "\n"), ours: head + text("b", "\n"), theirs: head + text("c", "\n"))
    #expect(whole.parts.count == 1)
    #expect(whole.conflicts.first?.ours.text == head + text("b", "\n"))
  }

  @Test(.timeLimit(.minutes(30)))
  func `a long repetitive text takes a bounded number of steps`() {
    // Every word equals every other one of its kind: hours of work for a comparison without bounds.
    let base = String(repeating: "a b ", count: 30_000)
    let ours = String(repeating: "b a a ", count: 20_000)
    let theirs = String(repeating: "a a b ", count: 20_000)
    let merge = TextMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.parts.count == 1)
    #expect(merge.conflicts.first?.ours.text == ours)
  }
}
