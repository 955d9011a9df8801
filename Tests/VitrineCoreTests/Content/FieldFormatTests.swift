import Testing

@testable import VitrineCore

struct FieldFormatTests {
  private static let day = CivilDate(daysSince1970: 20_780)  // 2026-11-23

  @Test(arguments: [
    ("4.99", "4,99\u{A0}€"), ("5", "5\u{A0}€"), ("5.00", "5\u{A0}€"), ("5.0", "5\u{A0}€"),
    ("0.5", "0,50\u{A0}€"), ("0.05", "0,05\u{A0}€"), ("1234.5", "1\u{202F}234,50\u{A0}€"),
    ("1000000", "1\u{202F}000\u{202F}000\u{A0}€"), ("0", "0\u{A0}€"),
  ])
  func `a price is published as French shops write it`(value: String, published: String) {
    #expect(FieldFormat.published(value, .price, on: Self.day) == published)
  }

  @Test(arguments: [
    ("12", "12"), ("1200", "1\u{202F}200"), ("2.5", "2,5"), ("2.50", "2,5"), ("-3", "-3"),
    ("0.000001", "0,000001"), ("999999999", "999\u{202F}999\u{202F}999"), ("1e3", "1e3"),
  ])
  func `a number has no-break spaces and a comma`(value: String, published: String) {
    #expect(FieldFormat.published(value, .number, on: Self.day) == published)
  }

  @Test(arguments: [
    ("2026-11-28", "samedi 28 novembre"), ("2026-12-01", "mardi 1er décembre"),
    ("2027-01-01", "vendredi 1er janvier 2027"), ("2026-11-23", "lundi 23 novembre"),
    ("2024-02-29", "jeudi 29 février 2024"), ("1970-01-01", "jeudi 1er janvier 1970"),
    ("2026-08-30", "dimanche 30 août"), ("2026-02-30", "2026-02-30"),
  ])
  func `a day is said in words, and its year only when it differs`(value: String, published: String)
  {
    #expect(Self.day.description == "2026-11-23")
    #expect(FieldFormat.published(value, .date, on: Self.day) == published)
  }

  @Test func `words are published as typed, without blanks at the ends`() {
    #expect(
      FieldFormat.published("  Rock & Roll <3 \"q\" ", .text, on: Self.day)
        == "Rock & Roll <3 \"q\"")
    #expect(FieldFormat.published("{{x}}", .choice, on: Self.day) == "{{x}}")
  }

  @Test(arguments: ["1,5", "1.5abc", "1e3", "+1", "1 200", "", ".5", "1.", "4.999", "-1"])
  func `a price that is not one exactly is refused (M16)`(value: String) {
    #expect(!FieldValue.fits(value, MessageField(name: "prix", kind: .price)))
  }

  @Test(arguments: [("1,5", "1.5"), ("4,99 €", "4.99"), ("4,99\u{A0}€", "4.99"), ("1 200", "1200")])
  func `what was probably meant is advice and nothing more`(typed: String, meant: String) {
    let field = MessageField(name: "prix", kind: .price)
    #expect(field.advice(about: typed) == Message("write.instead", meant))
  }

  @Test func `a text without a limit of its own has five hundred characters at most`() {
    let field = MessageField(name: "mot", kind: .text)
    #expect(FieldValue.fits(String(repeating: "é", count: 500), field))
    #expect(!FieldValue.fits(String(repeating: "é", count: 501), field))
    let longer = MessageField(name: "mot", kind: .text, maximum: "600")
    #expect(FieldValue.fits(String(repeating: "é", count: 600), longer))
  }
}
