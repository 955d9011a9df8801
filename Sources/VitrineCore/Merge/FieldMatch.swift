/// Which field of a corrected template is which field of the one before.
///
/// A field is the one of the same name. One whose name is gone is the new one with the same question,
/// type and place, if there is exactly one such on either side: the place is how many of the fields
/// that kept their names stand before it, so that another field's coming or going moves nothing. A field
/// without a label has no question to be known by.
struct FieldMatch {
  /// The field of the template before, by the name in the corrected one.
  let before: [String: MessageField]
  /// The name in the corrected template, by the name before, of fields that got another.
  let renamed: [String: String]

  private struct Trait: Hashable {
    let label: String
    let kind: MessageField.Kind
    let place: Int
  }

  init(from base: [MessageField], to corrected: [MessageField]) {
    let old = Self.byName(base)
    let new = Self.byName(corrected)
    let gone = Self.unmatched(base, new)
    let come = Self.unmatched(corrected, old)
    var before = old.filter { new[$0.key] != nil }
    var renamed: [String: String] = [:]
    for (trait, fields) in gone {
      guard fields.count == 1, let field = fields.first, let others = come[trait],
        others.count == 1, let other = others.first
      else { continue }
      renamed[field.name] = other.name
      before[other.name] = field
    }
    self.before = before
    self.renamed = renamed
  }

  /// The fields by name; of two with one name, which no checked template has, the first.
  static func byName(_ fields: [MessageField]) -> [String: MessageField] {
    Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func unmatched(
    _ fields: [MessageField], _ others: [String: MessageField]
  ) -> [Trait: [MessageField]] {
    var result: [Trait: [MessageField]] = [:]
    var place = 0
    for field in fields {
      if others[field.name] != nil {
        place += 1
      } else if let label = field.label {
        result[Trait(label: label, kind: field.kind, place: place), default: []].append(field)
      }
    }
    return result
  }
}
