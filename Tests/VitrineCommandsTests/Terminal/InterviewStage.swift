import VitrineCore

@testable import VitrineCommands

/// A template with a question of each kind, and the rest of the program as a test sees it.
struct InterviewStage {
  var plan = InterviewPlan(
    title: "Offre du rayon frais", usage: "L'origine est aussi lisible que le prix.",
    store: "Maison Vermeil Belley", fields: fields, photo: .optional(standard: "marche.jpg"),
    today: CivilDate(daysSince1970: 20_782), home: "/home/lea", language: .fr)
  var limit = 2200

  static let fields = [
    MessageField(
      name: "produit", kind: .text, label: "Quel produit ?", help: "Son nom sur l'étiquette.",
      maximum: "20"),
    MessageField(name: "prix", kind: .price, label: "Prix au kilo ?", minimum: "0.50"),
    MessageField(name: "fin", kind: .date, label: "Dernier jour ?"),
  ]

  var ports: InterviewPorts {
    let limit = limit
    return InterviewPorts(
      lengths: { values in
        let count = Self.text(values).count
        return [
          TextLength(network: .facebook, count: count, limit: 63_206),
          TextLength(network: Network(rawValue: "instagram"), count: count, limit: limit),
        ]
      },
      photo: { path in
        switch path {
        case "/home/lea/étal.jpg", "etal.jpg":
          .success(PhotoFacts(type: .jpeg, width: 1200, height: 900, bytes: 350_000))
        case "photo.heic":
          .failure(Fault(.invalid, Message("file.missing", path), hint: Message("file.save-utf8")))
        default: .failure(Fault(.notFound, Message("file.missing", path)))
        }
      },
      review: { answers in
        let text = Self.text(answers.values)
        let isBlocked =
          answers.photo?.declaration.showsPeople == true
          && answers.photo?.declaration.consent == nil
        return InterviewReview(
          previews: [
            PostPreview(
              network: .facebook, page: "Maison Vermeil Belley", text: text,
              pictures: [
                PostPreview.Picture(
                  name: answers.photo?.path ?? "marche.jpg", alt: answers.photo?.alt)
              ], length: TextLength(network: .facebook, count: text.count, limit: 63_206))
          ],
          remarks: isBlocked
            ? [
              Remark(.error, "Accord des personnes", fix: "Donnez la référence.", reason: "art. 9")
            ]
            : [])
      })
  }

  private static func text(_ values: [String: String]) -> String {
    "\(values["produit"] ?? ""), \(values["prix"] ?? "") le kilo, jusqu'au \(values["fin"] ?? "")."
  }

  /// Leads the interview with pieces of keys.
  func live(_ input: [String], columns: Int = 80, rows: Int = 40, hasColor: Bool = false)
    -> (outcome: Interview.Outcome, terminal: FakeTerminal)
  {
    let terminal = FakeTerminal(input, columns: columns, rows: rows)
    let outcome = InterviewRun.live(plan, ports, on: terminal, hasColor: hasColor)
    return (outcome, terminal)
  }

  /// Leads it with whole lines.
  func plain(_ lines: [String]) -> (outcome: Interview.Outcome, terminal: FakeTerminal) {
    let terminal = FakeTerminal(lines.map { $0 + "\n" })
    return (InterviewRun.plain(plan, ports, on: terminal), terminal)
  }
}
