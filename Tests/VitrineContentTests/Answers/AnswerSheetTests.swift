import Testing
import VitrineCore

@testable import VitrineContent

struct AnswerSheetTests {
  private static let fields = [
    MessageField(name: "produit", kind: .text, label: "Quel produit ?", maximum: "60"),
    MessageField(name: "prix", kind: .price),
    MessageField(name: "jour", kind: .date, isRequired: false),
    MessageField(name: "moment", kind: .choice, standard: "matin", choices: ["matin", "soir"]),
  ]

  private func read(
    _ text: String, needsPhoto: Bool? = nil
  ) -> (answers: TemplateAnswers, findings: [Finding]) {
    let reading = AnswerSheet.Reading(
      fields: Self.fields, photoField: nil, needsPhoto: needsPhoto,
      today: CivilDate(daysSince1970: 20_782), home: "/home/lea", language: .fr,
      photoProblem: { path in
        path.hasSuffix(".jpg") ? nil : Fault(.invalid, Message("file.missing", path))
      })
    return AnswerSheet.read(Array(text.utf8), file: "r.yaml", reading)
  }

  private func problems(_ text: String, needsPhoto: Bool? = nil) -> [String] {
    read(text, needsPhoto: needsPhoto).findings.map {
      "\($0.line ?? 0):\($0.column ?? 0) \($0.rule)"
    }
  }

  @Test func `a sheet is read as a person types`() {
    let (answers, findings) = read(
      """
      # a remark
      fields:
        produit: Côte de bœuf, l'os compris
        prix: 4,99 €
        jour: samedi
        moment:
      """)
    #expect(findings.isEmpty)
    #expect(
      answers.values == [
        "produit": "Côte de bœuf, l'os compris", "prix": "4.99", "jour": "2026-11-28",
        "moment": "matin",
      ])
    #expect(answers.photo == nil)
  }

  @Test(
    arguments: [
      ("fields:\n  produit: a\n  prix: cher\n", ["3:9 answer.price"]),
      ("fields:\n  produit:\n  prix: 5\n", ["2:11 answer.required"]),
      ("fields:\n  prix: 5\n", ["1:1 answer.required"]),
      ("fields:\n  produit: a\n  prix: 5\n  prx: 4\n", ["4:3 yaml.unknown-key"]),
      ("fields:\n  produit: [a]\n  prix: 5\n", ["2:12 yaml.type", "1:1 answer.required"]),
      ("fields:\n  produit: Fêtes #promo\n  prix: 5\n", ["2:3 sheet.cut", "1:1 answer.required"]),
      ("fields:\n  produit: #promo\n  prix: 5\n", ["2:3 sheet.cut", "1:1 answer.required"]),
      (
        "fields:\n  produit: deux\n    lignes\n  prix: 5\n",
        ["2:3 sheet.cut", "1:1 answer.required"]
      ),
      ("fields:\n  produit: |\n    bloc\n  prix: 5\n", ["2:3 sheet.cut", "1:1 answer.required"]),
      ("fields:\n  produit: \"a\\tb\"\n  prix: 5\n", ["2:12 answer.control"]),
      ("fields:\n  produit: a\n  produit: b\n  prix: 5\n", ["3:3 yaml.duplicate"]),
      ("fields:\n  produit: &a x\n  prix: *a\n", ["2:12 yaml.anchor"]),
      ("- a\n", ["1:1 yaml.type"]),
    ])
  func `what cannot be used is found with its place`(_ text: String, _ expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func `quotes hold what YAML would drop`() {
    let (answers, findings) = read(
      "fields:\r\n  produit: \"10 h : #ouverture\" # remarque\r\n  prix: '5'\r\n")
    #expect(findings.isEmpty)
    #expect(answers.values["produit"] == "10 h : #ouverture")
  }

  @Test func `a picture comes with its answers`() {
    let head = "fields:\n  produit: a\n  prix: 5\nphoto:\n"
    let (answers, findings) = read(
      head
        + "  file: ~/étal.jpg\n  alt: Des pommes\n  people: oui\n  consent: n° 14\n  minors: non\n",
      needsPhoto: false)
    #expect(findings.isEmpty)
    #expect(
      answers.photo
        == TemplateAnswers.Photo(
          path: "/home/lea/étal.jpg", field: nil, alt: "Des pommes",
          declaration: PictureDeclaration(showsPeople: true, consent: "n° 14")))
    #expect(problems(head + "  file:\n", needsPhoto: false).isEmpty)
    #expect(problems(head + "  file:\n", needsPhoto: true) == ["5:8 answer.required"])
    #expect(problems(head + "  alt: Des pommes\n", needsPhoto: false) == ["5:8 sheet.alone"])
    #expect(
      problems(head + "  file: a.heic\n", needsPhoto: false)
        == ["5:9 file.missing", "1:1 answer.required", "1:1 answer.yesOrNo"])
    #expect(problems(head, needsPhoto: nil).contains { $0.hasSuffix("yaml.unknown-key") })
  }

  @Test(
    arguments: [
      "", "Entrecôte", "4,99 €", "a: b", "a # b", "- a", "\"x\"", "a\\b", "*a", "true", "l'été",
      " a ",
      "{{x}}", "été: 100 %", "2026-11-28", "~",
    ])
  func `what stands in a sheet already is read back as it was`(_ value: String) {
    let entries = [
      AnswerSheet.Entry(key: "produit", label: "Quel\nproduit ?", help: "a\nb: c", typed: value),
      AnswerSheet.Entry(key: "prix", label: "Prix\u{1B}[2J ?", limits: ["x"], typed: "5"),
    ]
    let sheet = AnswerSheet(heading: ["Titre", "", "usage:\n- rien"], fields: entries, photo: [])
    let document = YAMLDocument(text: sheet.text)
    #expect(document.findings.isEmpty)
    #expect(document.root?["fields"]?["produit"]?.text == value)
    #expect(document.root?.members?.map(\.key) == ["fields"])
    if !value.isEmpty, !value.contains("\\") {
      #expect(read(sheet.text).answers.values["produit"] == value.trimmingBlanks())
    }
  }
}
