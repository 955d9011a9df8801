import Testing

@testable import VitrineCore

struct PlainTextCheckTests {
  @Test(arguments: [
    ("Un **grand** jour", ["1:4 plain.emphasis"]), ("Un *grand* jour", ["1:4 plain.emphasis"]),
    ("__x__ ~~y~~", ["1:1 plain.emphasis", "1:7 plain.emphasis"]),
    ("é [ici](https://a.example)", ["1:3 plain.link"]), ("# Titre", ["1:1 plain.heading"]),
    ("a\n  ## Titre", ["2:3 plain.heading"]),
    ("`code`", ["1:1 plain.code"]), ("```\nx\n```", ["1:1 plain.code", "3:1 plain.code"]),
    ("> cité", ["1:1 plain.quotation"]),
    ("**a** et [b](c)", ["1:1 plain.emphasis", "1:10 plain.link"]),
  ])
  func `marks that a network would show are found`(_ text: String, _ expected: [String]) {
    let findings = PlainTextCheck.findings(in: text)
    #expect(findings.summary == expected)
    #expect(findings.hasErrors == text.contains("]("))
    for finding in findings.all { finding.expectReadable() }
  }

  @Test(arguments: [
    "#rentrée #promo", "- un\n- deux\n• trois", "3 * 4 * 5", "prix* valable ici",
    "a_b_c @mon_magasin", "[Lyon] (69)",
    "l'apostrophe ` seule", "N° 1 : -30 %", "5 > 3", "https://a.example/x_(y)", "###", "* a\n* b",
    "** **",
  ])
  func `what reads well as plain text is left alone`(_ text: String) {
    #expect(PlainTextCheck.findings(in: text).summary == [])
  }
}
