extension MessageSource {
  /// Values that a store could type, to look at a template before anybody uses it.
  ///
  /// The default of a field first, then the example of its help (what stands between « and »), then
  /// something inside its limits. An offer lasts two days from the day of the post and costs a sixth
  /// less than before, which no rule on periods or on the size of a cut minds. Image fields stay empty.
  package func sampleValues(on day: CivilDate) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields {
      guard let value = field.standard ?? field.sample(on: day), FieldValue.fits(value, field)
      else { continue }
      values[field.name] = value
    }
    guard let offer else { return values }
    func take(_ key: OfferSource.Key, _ candidate: String) {
      guard let name = offer.values[key].flatMap(OfferSource.hole),
        let field = fields.first(where: { $0.name == name }), FieldValue.fits(candidate, field)
      else { return }
      values[name] = candidate
    }
    take(.from, day.description)
    take(.until, CivilDate(daysSince1970: day.daysSince1970 + 2).description)
    if let price = offer.filled(with: values).price {
      take(.priorPrice, Self.amount(price / 5 * 6))
    }
    return values
  }

  /// The longest answers that the fields take: words as long as they may be.
  package func longestValues(on day: CivilDate) -> [String: String] {
    var values = sampleValues(on: day)
    for field in fields {
      switch field.kind {
      case .text:
        let longest = field.maximum.flatMap { Int($0) } ?? FieldValue.longestText
        values[field.name] = String(repeating: "n", count: min(longest, 100_000))
      case .choice: values[field.name] = field.choices.max { $0.count < $1.count }
      case .number, .price, .date, .image: continue
      }
    }
    return values
  }

  /// An amount of millionths as files write it, to the cent.
  private static func amount(_ millionths: Int) -> String {
    let cents = millionths / 10_000
    return "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }
}

extension MessageField {
  fileprivate func sample(on day: CivilDate) -> String? {
    switch kind {
    case .text:
      let longest = maximum.flatMap { Int($0) } ?? FieldValue.longestText
      if let example, example.count <= longest { return example }
      return String("exemple".prefix(max(0, longest)))
    case .number: return minimum ?? maximum ?? "12"
    case .price:
      let usual = "4.99"
      return FieldValue.fits(usual, self) ? usual : minimum ?? maximum
    case .date:
      let soon = CivilDate(daysSince1970: day.daysSince1970 + 2).description
      return FieldValue.fits(soon, self) ? soon : minimum ?? maximum
    case .choice: return choices.first
    case .image: return nil
    }
  }

  /// What stands between the first « and » of the help, without the blanks inside.
  private var example: String? {
    guard let help, let open = help.firstIndex(of: "«"),
      let close = help[open...].firstIndex(of: "»")
    else { return nil }
    let text = String(help[help.index(after: open)..<close]).trimmingBlanks
    return text.isEmpty || text.utf8.contains(0x0A) ? nil : text
  }
}

extension Store {
  /// A store that is nobody's, for looking at a template without a register.
  package static func sample(format: StoreFormat, region: String) -> Store {
    Store(
      code: StoreCode("FR-0000"), name: "Maison Vermeil Villeneuve", format: format,
      address: "1 rue du Marché", postcode: "35000", city: "Villeneuve", department: "35",
      region: region, phone: "02 99 00 00 00")
  }
}
