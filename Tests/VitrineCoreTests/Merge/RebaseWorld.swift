import VitrineTestSupport

@testable import VitrineCore

/// A template, what head office makes of it and what a store made of it, from a seed.
struct RebaseWorld {
  private(set) var base: [MessageField] = []
  private(set) var corrected: [MessageField] = []
  private(set) var adaptation = Adaptation(values: [:])
  private var random: SeededGenerator
  private var sentences: FrenchEdits

  init(seed: Int) {
    random = SeededGenerator(seed: UInt64(seed))
    sentences = FrenchEdits(seed: seed)
    for index in 0..<Int.random(in: 1...6, using: &random) { base.append(field(index)) }
    corrected = base
    for _ in 0..<Int.random(in: 1...4, using: &random) { correct() }
    for field in base where chance(4, in: 5) {
      adaptation.values[field.name] = answer(field)
    }
    if chance(1, in: 3) { adaptation.pictures = [PostPicture(digest: "d\(seed)", type: .jpeg)] }
  }

  var way: TemplateRebase {
    TemplateRebase(
      from: TemplateRebaseTests.template(base), to: TemplateRebaseTests.template(corrected))
  }

  private mutating func chance(_ part: Int, in whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &random) < part
  }

  private mutating func sentence() -> String {
    sentences.text(numbered: true).map { $0 == "\n" ? "," : $0 }.prefix(24).joined(separator: " ")
  }

  /// A field whose default, if it has one, fits.
  private mutating func field(
    _ index: Int, name: String? = nil, label: String? = nil, kind: MessageField.Kind? = nil
  ) -> MessageField {
    let kind = kind ?? MessageField.Kind.allCases.randomElement(using: &random) ?? .text
    let choices = kind == .choice ? Self.colors.shuffled(using: &random).prefix(3).map(\.self) : []
    let limits: (String?, String?) =
      switch kind {
      case .text: (nil, chance(1, in: 2) ? "400" : nil)
      case .number, .price: ("1", chance(1, in: 2) ? "900" : nil)
      case .date, .choice, .image: (nil, nil)
      }
    let hasDefault = chance(1, in: 2)
    let isRequired = chance(1, in: 2)
    var result = MessageField(
      name: name ?? "champ\(index)", kind: kind,
      label: chance(5, in: 6) ? label ?? "Question \(index) ?" : nil, isRequired: isRequired,
      minimum: limits.0, maximum: limits.1, choices: choices)
    if hasDefault { result = changed(result, standard: value(result)) }
    return result
  }

  private static let colors = ["rouge", "blanc", "rosé", "gris", "orange"]

  private mutating func value(_ field: MessageField) -> String {
    switch field.kind {
    case .text: sentence()
    case .number, .price: String(Int.random(in: 1...900, using: &random))
    case .date: "2026-11-\(Int.random(in: 10...30, using: &random))"
    case .choice: field.choices.randomElement(using: &random) ?? ""
    case .image: "photo\(Int.random(in: 0...9, using: &random)).jpg"
    }
  }

  /// What a store writes: something of its own, the default edited or as it is, or nothing.
  private mutating func answer(_ field: MessageField) -> String {
    if !field.isRequired, chance(1, in: 6) { return "" }
    guard let standard = field.standard, chance(2, in: 3) else { return value(field) }
    guard field.kind == .text, chance(4, in: 5) else { return standard }
    return edited(standard, "+m", field)
  }

  private mutating func edited(_ text: String, _ mark: String, _ field: MessageField) -> String {
    let words = sentences.edited(text.words, mark: mark, most: 1).text.filter { $0 != "\n" }
    let result = words.joined(separator: " ")
    return result.isEmpty || !FieldValue.fits(result, field) ? text : result
  }

  /// One correction by head office.
  private mutating func correct() {
    guard var index = corrected.indices.randomElement(using: &random) else { return }
    let kind = Int.random(in: 0..<10, using: &random)
    // A change of a default text is what the most can be wrong with, and the rarest by chance.
    if kind > 7, let text = corrected.firstIndex(where: { $0.kind == .text && $0.standard != nil })
    {
      index = text
    }
    let field = corrected[index]
    switch kind {
    case 0: corrected[index] = changed(field, name: field.name + "bis")
    case 1: corrected.remove(at: index)
    case 2: corrected.insert(self.field(corrected.count + 10), at: index)
    case 3: corrected[index] = self.field(index, name: field.name, label: field.label)
    case 4 where field.kind == .text:
      corrected[index] = changed(field, standard: nil, maximum: "40")
    case 4, 5, 8, 9:
      let standard = field.standard.map { text in
        field.kind == .text ? edited(text, "+s", field) : value(field)
      }
      corrected[index] = changed(field, standard: standard)
    case 6: corrected[index] = changed(field, standard: nil, isRequired: !field.isRequired)
    default:
      corrected[index] = changed(
        field, label: "Nouvelle \(field.label ?? "")", standard: field.standard)
    }
  }

  private func changed(
    _ field: MessageField, name: String? = nil, label: String? = nil, standard: String?,
    isRequired: Bool? = nil, maximum: String? = nil
  ) -> MessageField {
    MessageField(
      name: name ?? field.name, kind: field.kind, label: label ?? field.label, help: field.help,
      isRequired: isRequired ?? field.isRequired, standard: standard, minimum: field.minimum,
      maximum: maximum ?? field.maximum, choices: field.choices)
  }

  private func changed(_ field: MessageField, name: String) -> MessageField {
    changed(field, name: name, standard: field.standard)
  }
}
