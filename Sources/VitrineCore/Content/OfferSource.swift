/// The offer of a template as written: each key a value or one hole, `"{{prix}}"`.
package struct OfferSource: Hashable, Codable, Sendable {
  /// What an offer may say; the spelling is that of the file.
  package enum Key: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
    /// What is sold.
    case product
    /// The price during the offer.
    case price
    /// The lowest price of the 30 days before.
    case priorPrice
    /// The price per kilo or litre.
    case unitPrice
    /// Where a fresh product comes from.
    case origin
    /// The first day.
    case from
    /// The last day.
    case until
    /// How many pieces there are.
    case stock
    /// Whether it is only for holders of the card; never a hole, since no field is a yes or a no.
    case loyaltyOnly
    /// The energy class.
    case energyClass
    /// The reference of a written agreement.
    case agreement

    /// What a value of this key is; `nil` for yes or no.
    package var kind: MessageField.Kind? {
      switch self {
      case .product, .origin, .energyClass, .agreement: .text
      case .price, .priorPrice, .unitPrice: .price
      case .from, .until: .date
      case .stock: .number
      case .loyaltyOnly: nil
      }
    }

    /// Whether a field of that kind may stand behind the key; a choice is words like a text.
    package func takes(_ field: MessageField.Kind) -> Bool {
      field == kind || (kind == .text && field == .choice)
    }
  }

  /// What stands behind each key, as written.
  package let values: [Key: String]

  /// Takes values that are already checked.
  package init(_ values: [Key: String]) { self.values = values }

  /// The name of the field in a value that is one hole and nothing else.
  package static func hole(in value: String) -> String? {
    guard value.utf8.starts(with: "{{".utf8), value.utf8.count > 4,
      value.utf8.suffix(2).elementsEqual("}}".utf8)
    else { return nil }
    let name = String(value.utf8.dropFirst(2).dropLast(2)) ?? ""
    let trimmed = name.trimmingBlanks
    return TextTemplate.isFieldName(trimmed) ? trimmed : nil
  }

  /// The names of the fields that the offer uses, each once, in the order of the keys.
  package var fieldNames: [String] {
    var names: [String] = []
    for key in Key.allCases {
      guard let name = values[key].flatMap(Self.hole), !names.contains(name) else { continue }
      names.append(name)
    }
    return names
  }

  /// The offer as JSON, by key, as written.
  package var json: JSON {
    .object(
      Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, JSON.string($0.value)) }))
  }
}
