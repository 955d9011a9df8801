import Testing
import VitrineCore

@testable import VitrineCommands

struct InterviewTests {
  private let stage = InterviewStage()
  private let offer = ["Entrecôte\r", "17,90\r", "samedi\r"]
  private let values = ["produit": "Entrecôte", "prix": "17.90", "fin": "2026-11-28"]

  @Test func `five answers and one word make a post with the template's picture`() {
    let (outcome, terminal) = stage.live(offer + ["\r", "o\r"])
    #expect(outcome == .send(TemplateAnswers(values: values)))
    #expect(terminal.text.contains("✓ Quel produit ?  Entrecôte"))
    #expect(terminal.text.contains("✓ Prix au kilo ?  17,90\u{A0}€"))
    #expect(terminal.text.contains("✓ Dernier jour ?  samedi 28 novembre 2026"))
    #expect(terminal.text.contains("✓ Votre photo\u{A0}?  marche.jpg"))
    #expect(terminal.text.contains("┌ facebook · Maison Vermeil Belley"))
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test func `an own picture has its description and its people`() {
    let keys = offer + ["'/home/lea/étal.jpg' \r", "Étal de pommes\r", "n\r", "o\r"]
    let (outcome, terminal) = stage.live(keys)
    #expect(keys.count < 10)
    let photo = TemplateAnswers.Photo(
      path: "/home/lea/étal.jpg", field: nil, alt: "Étal de pommes",
      declaration: PictureDeclaration())
    #expect(outcome == .send(TemplateAnswers(values: values, photo: photo)))
    #expect(terminal.text.contains("JPEG, 1200 × 900 pixels, 342 Kio"))
  }

  @Test func `people and children ask for the references of their agreements`() {
    let (outcome, _) = stage.live(
      offer + ["~/étal.jpg\r", "Léa et son fils\r", "o\r", "n° 14\r", "o\r", "n° 15\r", "q\r"])
    let photo = TemplateAnswers.Photo(
      path: "/home/lea/étal.jpg", field: nil, alt: "Léa et son fils",
      declaration: PictureDeclaration(
        showsPeople: true, showsMinors: true, consent: "n° 14", parents: "n° 15"))
    #expect(outcome == .keep(TemplateAnswers(values: values, photo: photo)))
  }

  @Test func `what a rule stops cannot be sent until it is mended`() {
    let (outcome, terminal) = stage.live(
      offer + ["~/étal.jpg\r", "Léa\r", "o\r", "\r", "n\r", "o\r", "m\r", "7\r", "n° 14\r", "o\r"])
    guard case .send(let answers) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(answers.photo?.declaration.consent == "n° 14")
    #expect(terminal.text.contains("✗ Accord des personnes [art. 9]"))
    #expect(terminal.text.contains("→ Donnez la référence."))
    let refused = terminal.frames.contains { frame in
      frame.contains { $0.contains("la publication ne peut pas partir ainsi") }
    }
    #expect(refused)
  }

  @Test func `the lengths are counted while the person types`() {
    var stage = stage
    stage.limit = 40
    let (_, terminal) = stage.live(["Entre", "côte à l'os\r", "\u{3}"])
    let counts = terminal.frames.map { $0.last { $0.contains("instagram") } ?? "" }
    #expect(counts[0] == "facebook 22/63\u{202F}206 · instagram 22/40")
    #expect(counts[1] == "facebook 27/63\u{202F}206 · instagram 27/40")
    #expect(counts[2] == "facebook 38/63\u{202F}206 · instagram 38/40")
    let (_, over) = stage.live(["Entrecôte persillée xx", "\u{3}"])
    #expect(over.frames[1].last == "facebook 44/63\u{202F}206 · instagram 44/40, 4 de trop")
    #expect(over.frames[1].contains("  22/20 caractères, 2 de trop"))
  }

  @Test func `what is understood is shown before Enter is pressed`() {
    let (_, terminal) = stage.live(["x\r", "4€99", "\r", "sam", "\u{3}"])
    #expect(terminal.frames[2].contains("  → 4,99\u{A0}€"))
    #expect(terminal.frames[4].contains("  → samedi 28 novembre 2026"))
  }

  @Test func `an answer that is not taken stays to be mended, with the reason below it`() {
    let (_, terminal) = stage.live(["Entrecôte\r", "dix\r", "\u{15}10", "\u{3}"])
    #expect(terminal.frames[2].contains("› dix"))
    #expect(terminal.frames[2].contains { $0.contains("« dix » n'est pas un prix".nbsp) })
    #expect(terminal.frames[3].contains("› 10"))
    #expect(!terminal.frames[3].contains { $0.contains("n'est pas un prix") })
  }

  @Test(arguments: ["\u{1B}[A", "<\r"])
  func `the question before can be answered anew`(_ back: String) {
    let (outcome, terminal) = stage.live(
      ["Entrecotte\r", back, "\u{15}Entrecôte\r", "17,90\r", "samedi\r", "\r", "o\r"])
    #expect(outcome == .send(TemplateAnswers(values: values)))
    #expect(terminal.frames[2].contains("› Entrecotte"))
  }

  @Test func `what was begun is there again after going back`() {
    let (_, terminal) = stage.live(["Entrecôte\r", "17,9", "\u{1B}[A", "\r", "\u{3}"])
    #expect(terminal.frames[4].contains("› 17,9"))
    let (_, first) = stage.live(["abc", "\u{1B}[A", "\u{3}"])
    #expect(first.frames[2].contains("› abc"))
    #expect(first.frames[2].contains("  c'est la première question"))
  }

  @Test(arguments: ["\u{3}", "\u{4}"])
  func `giving up keeps nothing`(_ key: String) {
    #expect(stage.live(["Entrecôte\r", key]).outcome == .stopped)
    #expect(stage.live(["Entrecôte\r"]).outcome == .stopped)
  }

  @Test func `another picture forgets what was said about the first`() {
    let (outcome, _) = stage.live(
      offer + ["~/étal.jpg\r", "Léa\r", "o\r", "n° 14\r", "n\r"]
        + ["m\r", "4\r", "\u{15}etal.jpg\r", "Pommes\r", "n\r", "q\r"])
    let photo = TemplateAnswers.Photo(
      path: "etal.jpg", field: nil, alt: "Pommes", declaration: PictureDeclaration())
    #expect(outcome == .keep(TemplateAnswers(values: values, photo: photo)))
  }

  @Test func `a picture that cannot be used is refused with what to do`() {
    let (_, terminal) = stage.live(offer + ["photo.heic\r", "\u{3}"])
    let last = terminal.frames[4]
    #expect(last.contains("  le fichier « photo.heic » n'existe pas".nbsp))
    #expect(last.contains { $0.contains("UTF-8") })
  }

  @Test func `a needed picture is asked for until it is there`() {
    var stage = stage
    stage.plan.photo = .required
    let (outcome, terminal) = stage.live(offer + ["\r", "\u{3}"])
    #expect(outcome == .stopped)
    #expect(terminal.frames[4].contains("  cette question demande une réponse"))
  }

  @Test func `a field for a picture asks the question of the picture`() {
    var stage = stage
    stage.plan.photo = .optional(standard: nil)
    stage.plan.fields.append(
      MessageField(name: "equipe", kind: .image, label: "L'équipe en photo ?"))
    let (outcome, terminal) = stage.live(offer + ["\r", "etal.jpg\r", "Pommes\r", "n\r", "o\r"])
    guard case .send(let answers) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(answers.photo?.field == "equipe")
    #expect(answers.values == values)
    #expect(terminal.text.contains("✓ L'équipe en photo ?  etal.jpg"))
  }

  @Test func `what options gave is not asked again, and can be changed at the end`() {
    var stage = stage
    stage.plan.given = ["produit": "Rumsteck", "prix": "12"]
    stage.plan.photo = .none
    let (outcome, terminal) = stage.live(["samedi\r", "m\r", "1\r", "\u{15}Entrecôte\r", "o\r"])
    var expected = values
    expected["prix"] = "12"
    #expect(outcome == .send(TemplateAnswers(values: expected)))
    #expect(terminal.frames[0].contains("3/3  Dernier jour ?"))
  }

  @Test func `a terminal that cannot move its cursor gets plain questions`() {
    let lines = ["Entrecôte", "dix", "17,90", "<", "", "samedi", "", "o"]
    let (outcome, terminal) = stage.plain(lines)
    #expect(outcome == .send(TemplateAnswers(values: values)))
    #expect(!terminal.sent.contains("\u{1B}"))
    #expect(terminal.text.contains("« dix » n'est pas un prix".nbsp))
    #expect(terminal.text.contains("Entrée : 17,90\u{A0}€".nbsp))
    #expect(stage.plain(["Entrecôte"]).outcome == .stopped)
  }

  @Test(arguments: [20, 32, 47, 80, 200])
  func `no live line is as wide as the terminal, and answers of any length keep the drawing`(
    _ columns: Int
  ) {
    let long = String(repeating: "tomate 🍅 ", count: 30)
    let (_, terminal) = stage.live([long, "\u{1}", "\u{5}\u{15}x\r", "\u{3}"], columns: columns)
    #expect(terminal.screen.unknown.isEmpty)
    let questions = terminal.screen.lines.filter { $0.contains("1/4") }
    #expect(questions.isEmpty, "the first question was drawn over: \(questions)")
    #expect(terminal.text.contains("✓ Quel produit ?  x"))
  }

  @Test func `a low terminal shows the lines around the cursor`() {
    let (outcome, terminal) = stage.live(offer + ["\r", "o\r"], rows: 4)
    #expect(outcome == .send(TemplateAnswers(values: values)))
    #expect(terminal.frames[0].contains("›"))
  }

  @Test func `what comes from data moves no cursor, with colours and without`() {
    var stage = stage
    stage.plan.title = "Offre\u{1B}[2J\u{9B}31m"
    stage.plan.fields[0] = MessageField(
      name: "produit", kind: .text, label: "Quel\u{1B}]0;x\u{7} produit ?\r", standard: "a\u{8}b")
    for hasColor in [false, true] {
      let (_, terminal) = stage.live(["\r", "\u{3}"], hasColor: hasColor)
      #expect(terminal.screen.unknown.isEmpty)
      #expect(!terminal.sent.contains("\u{9B}"))
      #expect(!terminal.sent.contains("\u{7}"))
      #expect(terminal.sent.contains("\u{1B}[1m") == hasColor)
    }
  }

  @Test func `English has its own letters`() {
    var stage = stage
    stage.plan.language = .en
    let (outcome, terminal) = stage.live(["Rib\r", "4.99\r", "saturday\r", "\r", "s\r"])
    guard case .send = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(terminal.text.contains("€4.99"))
    #expect(terminal.text.contains("Saturday 28 November 2026"))
  }
}

extension String {
  /// The text with the no-break spaces of French where this file writes ordinary ones.
  fileprivate var nbsp: String {
    replacing("« ", with: "«\u{A0}").replacing(" »", with: "\u{A0}»").replacing(
      " :", with: "\u{A0}:")
  }
}
