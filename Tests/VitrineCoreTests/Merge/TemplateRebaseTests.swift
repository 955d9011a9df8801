import Testing

@testable import VitrineCore

struct TemplateRebaseTests {
  /// A template with these questions.
  static func template(
    _ fields: [MessageField], body: String = "Ouvert dimanche.", media: [String] = []
  ) -> MessageSource {
    MessageSource(
      title: "Horaires", media: media.map { MessageMedia(file: $0, alt: nil) },
      body: SourceText(body, line: 1), fields: fields)
  }

  private static func rebase(
    _ before: [MessageField], _ after: [MessageField], _ values: [String: String]
  ) -> TemplateRebase.Result {
    TemplateRebase(from: template(before), to: template(after))
      .apply(to: Adaptation(values: values))
  }

  private let hours = MessageField(
    name: "horaires", kind: .text, label: "Quels horaires ?", standard: "de 9 h a 12 h",
    maximum: "60")

  private func hours(
    _ name: String = "horaires", kind: MessageField.Kind = .text, isRequired: Bool = true,
    standard: String? = nil, maximum: String? = "60", label: String? = "Quels horaires ?"
  ) -> MessageField {
    MessageField(
      name: name, kind: kind, label: label, isRequired: isRequired, standard: standard,
      maximum: maximum)
  }

  @Test func `the same template changes nothing`() {
    let values = ["horaires": "de 10 h a 12 h"]
    let result = Self.rebase([hours], [hours], values)
    #expect(result == TemplateRebase.Result(adaptation: Adaptation(values: values)))
  }

  @Test func `an answer takes in a correction of the default elsewhere, and the store is told`() {
    let result = Self.rebase(
      [hours], [hours(standard: "de 9 h à 12 h")], ["horaires": "de 9 h a 12 h, parking ouvert"])
    #expect(result.conflicts.map(\.kind) == ["overlap"])

    let far = Self.rebase(
      [hours(standard: "Ouvert exceptionnelement le dimanche de 9 h à 12 h.")],
      [hours(standard: "Ouvert exceptionnellement le dimanche de 9 h à 12 h.")],
      ["horaires": "Ouvert exceptionnelement le dimanche de 9 h à 13 h."])
    #expect(
      far.adaptation.values["horaires"] == "Ouvert exceptionnellement le dimanche de 9 h à 13 h.")
    #expect(far.notices.map(\.kind) == ["merged"])
    #expect(far.conflicts.isEmpty)
  }

  @Test func `what both changed stays as the store wrote it, and is listed with its place`() throws
  {
    let result = Self.rebase(
      [hours], [hours(standard: "de 9 h a 13 h")], ["horaires": "de 9 h a 12 h 30"])
    #expect(result.adaptation.values == ["horaires": "de 9 h a 12 h 30"])
    let conflict = try #require(result.conflicts.first)
    #expect(conflict.value == "de 9 h a 12 h 30")
    guard case .overlap(let base, let theirs, let places) = conflict.problem else {
      Issue.record("\(conflict)")
      return
    }
    #expect((base, theirs) == ("de 9 h a 12 h", "de 9 h a 13 h"))
    #expect(places.map(\.ours.text) == ["12 h 30"])
  }

  @Test func `a merge that is too long for the field is for somebody to choose`() {
    let result = Self.rebase(
      [hours(standard: "Ouvert le dimanche de 9 h à 12 h.")],
      [hours(standard: "Ouvert aussi le dimanche de 9 h à 12 h.", maximum: "40")],
      ["horaires": "Ouvert le dimanche de 9 h à 12 h, café."])
    #expect(result.adaptation.values["horaires"] == "Ouvert le dimanche de 9 h à 12 h, café.")
    #expect(result.conflicts.map(\.kind) == ["overlap"])
    #expect(result.notices.isEmpty)
  }

  @Test func `an answer that is the old default takes the new one, silently`() {
    let result = Self.rebase(
      [hours], [hours(standard: "de 9 h à 12 h")], ["horaires": "de 9 h a 12 h"])
    #expect(result == TemplateRebase.Result(adaptation: Adaptation(values: [:])))
  }

  @Test func `the answer of a field that is gone is listed`() {
    let result = Self.rebase([hours], [], ["horaires": "de 8 h à 13 h"])
    #expect(result.adaptation.values.isEmpty)
    #expect(
      result.conflicts == [
        RebaseConflict(
          field: "horaires", label: "Quels horaires ?", value: "de 8 h à 13 h", problem: .gone)
      ])
  }

  @Test func `an answer to a field that neither version has is listed too`() {
    let result = Self.rebase([], [hours(standard: "x")], ["ancien": "le mot du magasin"])
    #expect(result.conflicts.map(\.value) == ["le mot du magasin"])
  }

  @Test func `a field with another name and the same question takes its answer along`() {
    let result = Self.rebase([hours()], [hours("ouverture")], ["horaires": "de 8 h à 13 h"])
    #expect(result.adaptation.values == ["ouverture": "de 8 h à 13 h"])
    #expect(result.conflicts.isEmpty)
    #expect(result.notices.map(\.change) == [.renamed(from: "horaires")])
  }

  @Test func `a field that only may be the old one is not taken for it`() {
    let other = MessageField(name: "produit", kind: .text, label: "Quel produit ?")
    let cases: [([MessageField], [MessageField])] = [
      ([hours()], [hours("ouverture", kind: .date, maximum: nil)]),
      ([hours()], [hours("ouverture", label: "Quand ?")]),
      ([hours(label: nil)], [hours("ouverture", label: nil)]),
      ([hours(), other], [other, hours("ouverture")]),
      ([hours()], [hours("ouverture"), hours("fermeture")]),
    ]
    for (before, after) in cases {
      let result = Self.rebase(before, after, ["horaires": "de 8 h à 13 h", "produit": "cidre"])
      #expect(
        result.conflicts.contains { $0.field == "horaires" && $0.value == "de 8 h à 13 h" })
      #expect(result.conflicts.contains { $0.problem == .unanswered })
    }
  }

  @Test func `another field's going does not hide a new name`() {
    let other = MessageField(name: "produit", kind: .text, label: "Quel produit ?")
    let result = Self.rebase(
      [other, hours()], [hours("ouverture")], ["horaires": "de 8 h", "produit": "cidre"])
    #expect(result.adaptation.values == ["ouverture": "de 8 h"])
    #expect(result.conflicts.map(\.field) == ["produit"])
  }

  @Test func `an answer that is too long now is listed with both limits`() {
    let result = Self.rebase([hours()], [hours(maximum: "5")], ["horaires": "de 8 h à 13 h"])
    #expect(result.adaptation.values.isEmpty)
    #expect(
      result.conflicts.map { $0.message.text(in: .en) } == [
        "Quels horaires ?: 'de 8 h à 13 h' has 13 characters; ≤ 5 are allowed now, ≤ 60 were before"
      ])
  }

  @Test func `a choice that is gone is listed with the choices of before and now`() {
    func color(_ choices: String...) -> MessageField {
      MessageField(name: "vin", kind: .choice, label: "Quel vin ?", choices: choices)
    }
    let result = Self.rebase(
      [color("rouge", "blanc")], [color("rouge", "rosé")], ["vin": "blanc"])
    #expect(
      result.conflicts.map { $0.message.text(in: .fr) } == [
        "Quel vin ?\u{A0}: «\u{A0}blanc\u{A0}» n'est plus un choix\u{A0}; ce sont désormais "
          + "rouge | rosé, et c'étaient rouge | blanc"
      ])
  }

  @Test func `another type takes an answer that fits, and lists one that does not`() {
    let number = MessageField(name: "stock", kind: .number, label: "Combien ?")
    let text = MessageField(name: "stock", kind: .text, label: "Combien ?")
    let fits = Self.rebase([text], [number], ["stock": "120"])
    #expect(fits.adaptation.values == ["stock": "120"])
    #expect(fits.notices.map(\.change) == [.retyped(before: .text, after: .number)])
    let unfit = Self.rebase([text], [number], ["stock": "une centaine"])
    #expect(unfit.conflicts.map(\.value) == ["une centaine"])
  }

  @Test func `a new field that must be filled asks for an answer, one with a default does not`() {
    let asks = Self.rebase([], [hours()], [:])
    #expect(asks.conflicts.map(\.problem) == [.unanswered])
    #expect(Self.rebase([], [hours], [:]).conflicts.isEmpty)
    #expect(Self.rebase([], [hours(isRequired: false)], [:]).conflicts.isEmpty)
    // A draft that was open already is no news.
    #expect(Self.rebase([hours()], [hours(maximum: "50")], [:]).conflicts.isEmpty)
  }

  @Test func `a line that the store emptied stays empty, or asks when it must be filled now`() {
    let before = hours(isRequired: false, standard: "de 9 h a 12 h")
    let after = hours(isRequired: false, standard: "de 9 h a 12 h", maximum: "50")
    #expect(Self.rebase([before], [after], ["horaires": ""]).adaptation.values == ["horaires": ""])
    let required = Self.rebase([before], [hours(standard: "de 9 h a 12 h")], ["horaires": ""])
    #expect(required.conflicts.map(\.problem) == [.unanswered])
  }

  @Test func `a suggestion that changes does not touch an answer that is no text`() {
    func price(_ standard: String) -> MessageField {
      MessageField(name: "prix", kind: .price, label: "Quel prix ?", standard: standard)
    }
    let result = Self.rebase([price("4.99")], [price("5.49")], ["prix": "4.79"])
    #expect(result.adaptation.values == ["prix": "4.79"])
    #expect(result.notices.map(\.change) == [.suggested(before: "4.99", after: "5.49")])
    #expect(result.conflicts.isEmpty)
  }

  @Test func `the store's own picture and link stay, and it hears that the others changed`() {
    let picture = PostPicture(digest: "ab", type: .jpeg, alt: "Notre étal")
    let way = TemplateRebase(
      from: Self.template([], media: ["a.jpg"]), to: Self.template([], media: ["b.jpg"]))
    let result = way.apply(to: Adaptation(values: [:], pictures: [picture]))
    #expect(result.adaptation.pictures == [picture])
    #expect(result.notices.map(\.change) == [.picture(before: "a.jpg", after: "b.jpg")])
    #expect(way.parts == [.media])
    let linked = TemplateRebase(
      from: MessageSource(title: "t", link: "https://a.fr/", body: SourceText("x", line: 1)),
      to: MessageSource(title: "t", link: "https://b.fr/", body: SourceText("x", line: 1)))
    let own = Adaptation(values: [:], link: "https://c.fr/")
    #expect(linked.apply(to: own).adaptation == own)
    #expect(
      linked.apply(to: own).notices.map(\.change)
        == [.link(before: "https://a.fr/", after: "https://b.fr/")])
    #expect(way.apply(to: Adaptation(values: [:])).notices.isEmpty)
  }
}
