import Testing

@testable import VitrineCore

struct FieldAnswerTests {
  /// A Wednesday.
  private let today = CivilDate(daysSince1970: 20_782)

  private func value(_ typed: String, _ field: MessageField) -> String {
    do throws(FieldAnswer.Refusal) {
      return try FieldAnswer.value(of: typed, for: field, today: today, language: .fr)
    } catch {
      return "✗ \(error.message.code)"
    }
  }

  @Test func `the day of the tests is a Wednesday`() {
    #expect(today.description == "2026-11-25")
    #expect(today.weekdayFromMonday == 2)
  }

  @Test(
    arguments: [
      ("1200", "1200"), ("1 200", "1200"), ("1\u{A0}200", "1200"),
      ("12\u{202F}000\u{202F}000", "12000000"),
      ("2,5", "2.5"), ("2.5", "2.5"), ("2,50", "2.5"), ("0,125", "0.125"), (",5", "0.5"),
      ("007", "7"), ("0", "0"), ("-3", "-3"), ("\u{2212}3", "-3"), ("-0", "0"), (" 34 % ", "34"),
      ("1 200,125", "1200.125"), ("999999999,123456", "999999999.123456"), ("2,1250", "2.125"),
      ("", "✗ answer.required"), ("douze", "✗ answer.number"), ("1 20", "✗ answer.number"),
      ("1234 567", "✗ answer.number"), ("4,", "✗ answer.number"), ("1,2,3", "✗ answer.number"),
      ("1.200,50", "✗ answer.number"), ("1e3", "✗ answer.number"), ("+5", "✗ answer.number"),
      ("٣", "✗ answer.number"), ("３", "✗ answer.number"), ("-", "✗ answer.number"),
      (",", "✗ answer.number"), ("0x10", "✗ answer.number"), ("12 kg", "✗ answer.number"),
      ("1,200", "✗ answer.ambiguous"), ("12.500", "✗ answer.ambiguous"),
      ("1234567890", "✗ answer.digits"), ("9223372036854775808", "✗ answer.digits"),
      ("0,1234567", "✗ answer.digits"), ("1\u{1B}[2J", "✗ answer.control"),
    ])
  func `a number is read as people write it`(_ typed: String, _ expected: String) {
    #expect(value(typed, MessageField(name: "n", kind: .number)) == expected)
  }

  @Test(
    arguments: [
      ("4,99", "4.99"), ("4.99", "4.99"), ("4,99 €", "4.99"), ("4,99€", "4.99"), ("4€99", "4.99"),
      ("4,9", "4.90"), ("5", "5"), ("5 €", "5"), ("5,00", "5"), ("5 euros", "5"), ("5 EUR", "5"),
      ("1 299,90 €", "1299.90"), ("0,50", "0.50"), ("0", "0"), ("4,99\u{A0}€", "4.99"),
      ("4,999", "✗ answer.cents"), ("1.200", "✗ answer.cents"), ("-1", "✗ answer.negative"),
      ("€", "✗ answer.price"), ("4,99 $", "✗ answer.price"), ("gratuit", "✗ answer.price"),
      ("4 99", "✗ answer.price"), ("4€9", "✗ answer.price"), ("12345678901", "✗ answer.digits"),
    ])
  func `a price is read as people write it`(_ typed: String, _ expected: String) {
    #expect(value(typed, MessageField(name: "p", kind: .price)) == expected)
  }

  @Test(
    arguments: [
      ("28/11", "2026-11-28"), ("28/11/2026", "2026-11-28"), ("28/11/26", "2026-11-28"),
      ("2026-11-28", "2026-11-28"), ("28-11-2026", "2026-11-28"), ("28.11.2026", "2026-11-28"),
      ("25/11", "2026-11-25"), ("24/11", "2027-11-24"), ("1/1", "2027-01-01"),
      ("29/2", "2028-02-29"), ("samedi", "2026-11-28"), ("Samedi", "2026-11-28"),
      ("sam.", "2026-11-28"), ("mercredi", "2026-11-25"), ("mardi", "2026-12-01"),
      ("saturday", "2026-11-28"), ("demain", "2026-11-26"), ("tomorrow", "2026-11-26"),
      ("aujourd'hui", "2026-11-25"), ("aujourd’hui", "2026-11-25"), ("après-demain", "2026-11-27"),
      ("28 novembre", "2026-11-28"), ("1er décembre", "2026-12-01"), ("15 AOÛT 2027", "2027-08-15"),
      ("samedi 28 novembre", "2026-11-28"), ("le samedi 28/11", "2026-11-28"),
      ("28 nov.", "2026-11-28"), ("3 juil", "2027-07-03"),
      ("vendredi 28 novembre", "✗ answer.weekday"), ("31/02", "✗ answer.noDay"),
      ("11/28", "✗ answer.noDay"), ("29/02/2027", "✗ answer.noDay"), ("0/0", "✗ answer.noDay"),
      ("28", "✗ answer.date"), ("3 jui", "✗ answer.date"), ("bientôt", "✗ answer.date"),
      ("samedi prochain", "✗ answer.date"), ("1/2/3/4", "✗ answer.date"), ("//", "✗ answer.date"),
      ("28/11/20266", "✗ answer.date"), ("٢٨/١١", "✗ answer.date"),
      (String(repeating: "1/", count: 400), "✗ answer.date"),
    ])
  func `a day is read as people write it`(_ typed: String, _ expected: String) {
    #expect(value(typed, MessageField(name: "d", kind: .date)) == expected)
  }

  @Test(
    arguments: [
      ("1", "Le matin"), ("3", "Élevés en Bresse"), ("le matin", "Le matin"), ("LE M", "Le matin"),
      ("eleves", "Élevés en Bresse"), ("l'apres-midi", "L'après-midi"),
      ("L’après-midi", "L'après-midi"),
      ("l", "✗ answer.several"), ("0", "✗ answer.choice"), ("4", "✗ answer.choice"),
      ("soir", "✗ answer.choice"), ("999999999999999999999", "✗ answer.choice"),
    ])
  func `a choice is read by its number, its text or its beginning`(
    _ typed: String, _ expected: String
  ) {
    let field = MessageField(
      name: "c", kind: .choice, choices: ["Le matin", "L'après-midi", "Élevés en Bresse"])
    #expect(value(typed, field) == expected)
  }

  @Test func `a choice that is a number is read by its text first`() {
    let field = MessageField(name: "c", kind: .choice, choices: ["3", "2", "1"])
    #expect(value("3", field) == "3")
    #expect(value("1", field) == "1")
  }

  @Test(
    arguments: [
      ("  Entrecôte  ", "Entrecôte"), ("Entreco\u{302}te", "Entrecôte"),
      ("{{store.name}}", "{{store.name}}"),
      ("\u{FEFF}\u{A0}pain", "pain"), ("👩‍👩‍👧‍👧👩‍👩‍👧‍👧", "👩‍👩‍👧‍👧👩‍👩‍👧‍👧"),
      ("a\nb", "✗ answer.control"), ("a\tb", "✗ answer.control"),
      ("a\u{202E}b", "✗ answer.control"),
      ("a", "✗ answer.short"), ("onze lettres", "✗ answer.long"),
    ])
  func `a text is one line, trimmed, in one form`(_ typed: String, _ expected: String) {
    let field = MessageField(name: "t", kind: .text, minimum: "2", maximum: "16")
    let short = MessageField(name: "t", kind: .text, minimum: "2", maximum: "10")
    let used = expected == "✗ answer.long" ? short : field
    #expect(Array(value(typed, used).utf8) == Array(expected.utf8))
  }

  @Test func `a text without a limit takes five hundred characters`() {
    let field = MessageField(name: "t", kind: .text)
    let longest = String(repeating: "é", count: 500)
    #expect(value(longest, field) == longest)
    #expect(value(longest + "é", field) == "✗ answer.long")
  }

  @Test func `what may stay empty does so by Enter or by a dash, and a default is taken by Enter`()
  {
    let free = MessageField(name: "t", kind: .text, isRequired: false)
    let kept = MessageField(name: "t", kind: .text, isRequired: false, standard: "matin")
    let needed = MessageField(name: "t", kind: .text, standard: "matin")
    #expect(value(" ", free) == "")
    #expect(value("-", free) == "")
    #expect(value("", kept) == "matin")
    #expect(value("-", kept) == "")
    #expect(value("", needed) == "matin")
    #expect(value("-", needed) == "-")
  }

  @Test(
    arguments: [
      (MessageField(name: "n", kind: .number, minimum: "1", maximum: "120"), "0", "1 au moins"),
      (MessageField(name: "n", kind: .number, maximum: "1200.5"), "1201", "1\u{202F}200,5 au plus"),
      (MessageField(name: "p", kind: .price, minimum: "0.50"), "0,49", "0,50\u{A0}€ au moins"),
      (
        MessageField(name: "d", kind: .date, minimum: "2026-12-01"), "demain",
        "pas avant le mardi 1er décembre 2026"
      ),
      (
        MessageField(name: "d", kind: .date, maximum: "2026-11-30"), "mardi",
        "pas après le lundi 30 novembre 2026"
      ),
      (
        MessageField(name: "n", kind: .number), "1,200",
        "« 1,200 » peut se lire de deux façons ; écrivez 1200 ou 1,2"
      ),
      (
        MessageField(name: "n", kind: .number), "2,125",
        "« 2,125 » peut se lire de deux façons ; écrivez 2125 ou 2,1250"
      ),
      (
        MessageField(name: "d", kind: .date), "vendredi 28/11",
        "le 28 novembre est un samedi ; corrigez le jour ou la date"
      ),
    ])
  func `a refusal says in the person's language what would do`(
    _ field: MessageField, _ typed: String, _ expected: String
  ) {
    do throws(FieldAnswer.Refusal) {
      let value = try FieldAnswer.value(of: typed, for: field, today: today, language: .fr)
      Issue.record("\(value) was taken")
    } catch {
      let text = error.message.text(in: .fr).replacing("\u{A0}»", with: " »")
        .replacing("«\u{A0}", with: "« ").replacing("\u{A0};", with: " ;")
      #expect(text == expected)
    }
  }

  @Test(
    arguments: [
      ("oui", true), ("O", true), ("y", true), ("true", true), ("non", false), ("N", false),
      (" no ", false), ("peut-être", nil), ("", nil),
    ] as [(String, Bool?)])
  func `yes and no are understood in both languages`(_ typed: String, _ expected: Bool?) {
    #expect(FieldAnswer.yesOrNo(typed) == expected)
  }

  @Test func `every value that is taken fits its field`() {
    let fields = [
      MessageField(name: "n", kind: .number, minimum: "-5", maximum: "2000"),
      MessageField(name: "p", kind: .price, maximum: "1500"),
      MessageField(name: "d", kind: .date, minimum: "2026-11-01"),
      MessageField(name: "c", kind: .choice, choices: ["un", "deux"]),
    ]
    let answers = [
      "5", "-3", "2,25", "1 200", "4€99", "1 299,9", "samedi", "28/11", "1er mars 2027", "un", "2",
      "de",
    ]
    var taken = 0
    for field in fields {
      for answer in answers {
        let value = value(answer, field)
        guard !value.hasPrefix("✗") else { continue }
        taken += 1
        #expect(FieldValue.fits(value, field), "\(answer) as \(value)")
      }
    }
    #expect(taken > 15)
  }
}
