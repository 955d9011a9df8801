import Testing
import VitrineTestSupport

@testable import VitrineCore

struct TextTemplateTests {
  private func parse(_ text: String) -> (template: TextTemplate, findings: FindingList) {
    TextTemplate.parse(text, declared: Store.fieldNames + ["prix", "menu.jour"])
  }

  @Test(arguments: [
    ("Bonjour {{store.name}} !", "Bonjour Brest !"), ("{{ store.name }}{{prix}}", "Brest1,5"),
    ("\\{{store.name}} \\}}", "{{store.name}} }}"), ("\\{{a}} {{prix}}", "{{a}} 1,5"),
    ("{ } {a} } {", "{ } {a} } {"),
    ("a  \r\nb\t\r\n\r\n", "a\nb"), ("\u{FEFF}\n\na\rb", "a\nb"), ("e\u{301}", "\u{E9}"),
    ("100 \\{%", "100 {%"), ("C:\\dossier", "C:\\dossier"), ("{{store.x-quai}}", "3"),
    ("👩‍👩‍👧 🇫🇷 ❤️ 👍🏽", "👩‍👩‍👧 🇫🇷 ❤️ 👍🏽"), ("", ""),
  ])
  func `holes are filled and nothing else is touched`(_ text: String, _ expected: String) {
    let (template, findings) = parse(text)
    #expect(findings.summary == [])
    let rendering = template.render(["store.name": "Brest", "prix": "1,5", "store.x-quai": "3"])
    guard case .text(let rendered) = rendering else {
      Issue.record("missing fields: \(rendering)")
      return
    }
    #expect(Array(rendered.utf8) == Array(expected.utf8))
  }

  @Test func `a value is never escaped and never read as a template`() {
    let (template, _) = parse("{{store.name}}!")
    #expect(
      template.render(["store.name": "Rock & Roll <3 \"q\""]) == .text("Rock & Roll <3 \"q\"!"))
    #expect(template.render(["store.name": "{{prix}}"]) == .text("{{prix}}!"))
  }

  @Test func `a field without a value refuses the text`() {
    let (template, _) = parse("{{store.phone}} {{prix}} {{store.phone}} {{store.name}}")
    #expect(template.fieldNames == ["store.phone", "prix", "store.name"])
    #expect(template.render(["store.name": "a", "prix": ""]) == .missing(["store.phone", "prix"]))
  }

  @Test(arguments: [
    ("a {{b", ["1:3 template.unclosed"]),
    ("é\n{{store.name\n}}", ["2:1 template.unclosed", "3:1 template.close"]),
    ("{{#a}}x{{/a}}", ["1:1 template.section", "1:8 template.section"]),
    ("{{{prix}}}", ["1:1 template.section"]),
    ("{% for i in 1...3000000 %}x{% endfor %}", ["1:1 template.code", "1:28 template.code"]),
    ("{{}} {{  }}", ["1:1 template.empty", "1:6 template.empty"]),
    ("{{ a {{prix}} }}", ["1:6 template.nested", "1:15 template.close"]),
    ("{{stroe.name}}", ["1:1 template.unknown"]), ("{{prix | upper}}", ["1:1 template.name"]),
    ("{{prix.}}", ["1:1 template.name"]),
    ("a }} b", ["1:3 template.close"]),
    (
      "{{!x}} {{>x}} {{&prix}} {{^x}}",
      [
        "1:1 template.section", "1:8 template.section", "1:15 template.section",
        "1:25 template.section",
      ]
    ),
    ("a\u{0C}b", ["1:2 text.control"]), ("a\nb\0", ["2:2 text.control"]),
    ("a\u{202E}b\u{2066}", ["1:2 text.direction", "1:4 text.direction"]),
    ("a\u{2028}b", ["1:2 text.separator"]), ("a\u{9B}", ["1:2 text.control"]),
    ("a\u{7F}", ["1:2 text.control"]),
  ])
  func `what a template may not hold is found in its place`(_ text: String, _ expected: [String]) {
    let findings = parse(text).findings
    #expect(findings.summary == expected)
    #expect(findings.hasErrors)
    for finding in findings.all { finding.expectReadable() }
  }

  @Test func `an unknown field is answered with the one that was meant`() {
    let findings = parse("{{stroe.name}}").findings.all
    #expect(findings.first?.fix == Message("did.you.mean", "{{store.name}}"))
    #expect(findings.first?.fix?.text(in: .en) == "did you mean '{{store.name}}'?")
  }

  @Test func `lines are counted from where the body starts`() {
    let parsed = TextTemplate.parse(
      "\n{{x", declared: [String](), file: "message.md", firstLine: 7)
    #expect(parsed.findings.all.first?.text(in: .en).hasPrefix("message.md:8:1: error: ") == true)
  }

  @Test(arguments: [
    ("a\u{200B}b", ["1:2 text.invisible"]), ("a\u{200D}b", ["1:2 text.invisible"]),
    ("a\u{200E}", ["1:2 text.directionMark"]),
    ("e" + String(repeating: "\u{301}", count: 500), ["1:10 text.marks"]),
    ("a\u{FFFD}", ["1:2 text.replacement"]),
    ("\u{E0041}", ["1:1 text.invisible"]),
    ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", []), ("می\u{200C}خواهم", []),
    ("👨‍🍳 🏳️‍🌈", []),
  ])
  func `what hides in a text is a warning`(_ text: String, _ expected: [String]) {
    let findings = parse(text).findings
    #expect(findings.summary == expected)
    #expect(!findings.hasErrors)
    for finding in findings.all { finding.expectReadable() }
  }

  @Test func `normalizing twice changes nothing`() {
    let pieces = ["a", " ", "\t", "\r", "\n", "\r\n", "e\u{301}", "\u{FEFF}", "\u{301}"]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let text = (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let once = TextNormalization.normalized(text)
      #expect(Array(TextNormalization.normalized(once).utf8) == Array(once.utf8))
      #expect(!once.utf8.contains(0x0D))
    }
  }
}
