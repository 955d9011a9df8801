import Testing

@testable import VitrineCore

struct EditDistanceTests {
  @Test(arguments: [
    ("", "abc", 3), ("store", "stroe", 1), ("kitten", "sitting", 3), ("a", "a", 0),
    ("ca", "abc", 3), ("abc", "", 3),
  ])
  func `distances are those of the book`(_ left: String, _ right: String, _ expected: Int) {
    #expect(EditDistance.between(left, right) == expected)
    #expect(EditDistance.between(right, left) == expected)
  }

  @Test(arguments: [
    ("bretagne", "Bretagne"), ("ile de france", "Île-de-France"), ("Occitanei", "Occitanie"),
    ("reunion", "La Réunion"),
    ("Provence", "Provence-Alpes-Côte d'Azur"),
    ("Provence-Alpes-Côte d’Azur", "Provence-Alpes-Côte d'Azur"),
    ("Bourgogne", "Bourgogne-Franche-Comté"), ("north", nil), ("", nil), ("Grand", "Grand Est"),
  ])
  func `the region that was meant is found, or none`(_ word: String, _ expected: String?) {
    #expect(EditDistance.suggestion(for: word, among: FrenchRegion.names) == expected)
  }

  @Test func `a monstrous word costs nothing`() {
    #expect(
      EditDistance.suggestion(for: String(repeating: "x", count: 1_000_000), among: ["x"]) == nil)
  }
}
