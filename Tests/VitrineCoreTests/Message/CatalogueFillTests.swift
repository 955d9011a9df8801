import Testing

@testable import VitrineCore

struct CatalogueFillTests {
  @Test(arguments: [
    ("0", Language.en, "pages"), ("1", .en, "page"), ("2", .en, "pages"), ("11", .en, "pages"),
    ("0", .fr, "page"), ("1", .fr, "page"), ("2", .fr, "pages"), ("–", .fr, "pages"),
  ])
  func `the form fits the number`(_ number: String, _ language: Language, _ form: String) {
    #expect(Catalogue.fill("{1?page:pages}", [number], language) == form)
  }

  @Test(arguments: [
    ("7", "7", "7"), ("999", "999", "999"), ("1212", "1,212", "1\u{202F}212"),
    ("1234567", "1,234,567", "1\u{202F}234\u{202F}567"), ("–", "–", "–"),
    ("-1212", "-1212", "-1212"),
    ("12.5", "12.5", "12.5"), ("", "", ""),
  ])
  func `a whole number is grouped as the language does`(
    _ digits: String, _ english: String, _ french: String
  ) {
    #expect(Catalogue.fill("{1#}", [digits], .en) == english)
    #expect(Catalogue.fill("{1#}", [digits], .fr) == french)
  }

  @Test func `arguments may come in any order and more than once`() {
    #expect(Catalogue.fill("{2} of {1}, {2}", ["a", "b"], .en) == "b of a, b")
  }

  @Test func `an argument is never read as a text with holes`() {
    #expect(Catalogue.fill("{1} {2}", ["{2}", "{1}"], .en) == "{2} {1}")
  }

  @Test(arguments: ["{3}", "{0}", "{1!}", "{1?one}", "{x}", "{", "a } b", "{{ a }}"])
  func `what cannot be filled stays as it is`(_ text: String) {
    #expect(Catalogue.fill(text, ["a", "b"], .en) == text)
  }

  @Test func `a missing argument leaves its hole and fills the others`() {
    #expect(Catalogue.fill("{1} of {2#}", ["a"], .en) == "a of {2#}")
  }

  @Test func `an unknown code shows itself and its arguments`() {
    let message = Message("nobody.wrote.this", 3, "b")
    #expect(message.text(in: .fr) == "nobody.wrote.this 3 b")
  }

  @Test func `a text goes on in the next line`() {
    let catalogue = Catalogue(["a.b\nen one\n  two {1}\nfr un\n\na.c\nen three\nfr trois"])
    #expect(catalogue.text(Message("a.b", "x"), in: .en) == "one two x")
    #expect(catalogue.text(Message("a.b", "x"), in: .fr) == "un")
    #expect(catalogue.text(Message("a.c"), in: .fr) == "trois")
  }

  @Test func `the sum of a broadcast is an equation`() {
    let sum = Message("status.sum", 1212, 1200, 0, 7, 1, 1, 2, 0, 1)
    #expect(
      sum.text(in: .en)
        == "1,212 targeted = 1,200 published + 0 refused + 7 held + 1 failed + 1 unknown"
        + " + 2 pending + 0 cancelled + 1 taken down")
    #expect(
      sum.text(in: .fr)
        == "1\u{202F}212 visées = 1\u{202F}200 publiées + 0 refusée + 7 retenues + 1 en échec"
        + " + 1 incertaine + 2 à venir + 0 annulée + 1 retirée")
  }
}
