/// An expression that picks stores: `format:hypermarket & region:Bretagne & !store:FR-0123`.
///
/// Two selectors are equal when they have the same structure, however they were spaced.
package struct Selector: Hashable, Sendable {
  /// What a term looks at.
  package enum Key: String, CaseIterable, Codable, Hashable, Sendable {
    /// The format: `format:hypermarket`.
    case format
    /// The region, exactly as in the register: `region:"Pays de la Loire"`.
    case region
    /// The department's number: `department:974`.
    case department
    /// The country, two letters: `country:FR`.
    case country
    /// One store: `store:FR-0123`.
    case store
    /// A tag: `tag:drive`.
    case tag
    /// Who runs it: `mode:franchise`.
    case mode
    /// Stores that have a page on a network: `network:facebook`.
    case network
  }

  /// The structure of a selector.
  package indirect enum Expression: Hashable, Sendable {
    /// Every store.
    case all
    /// The stores whose value is exactly that.
    case term(Key, String)
    /// The stores that the inner expression does not pick.
    case not(Expression)
    /// The stores that each of two or more expressions picks.
    case and([Expression])
    /// The stores that one of two or more expressions picks.
    case or([Expression])
  }

  /// A term with its place in the text.
  struct Place: Sendable {
    let key: Key
    let value: String
    let column: Int
  }

  /// The structure.
  package let expression: Expression
  /// The terms in the order of the text, for findings; empty when no text was read.
  let places: [Place]

  init(_ expression: Expression, places: [Place]) {
    self.expression = expression
    self.places = places
  }

  /// Makes a selector from its structure.
  package init(_ expression: Expression) { self.init(expression, places: []) }

  /// Every store.
  package static let all = Selector(.all)

  /// One store.
  package static func store(_ code: StoreCode) -> Selector {
    Selector(.term(.store, code.rawValue))
  }

  /// Exactly these stores; `nil` for none, since an empty selector never means all.
  package static func stores(_ codes: some Sequence<StoreCode>) -> Selector? {
    let terms = codes.map { Expression.term(.store, $0.rawValue) }
    return terms.count > 1 ? Selector(.or(terms)) : terms.first.map { Selector($0) }
  }

  /// Compares structures; places in a text do not count.
  package static func == (left: Self, right: Self) -> Bool { left.expression == right.expression }

  /// Hashes the structure.
  package func hash(into hasher: inout Hasher) { hasher.combine(expression) }
}

extension Selector: CustomStringConvertible {
  /// The selector in its one normal spelling, which `parse` reads back to the same structure.
  package var canonical: String { Self.text(expression, inside: 0) }

  /// The selector in its normal spelling.
  package var description: String { canonical }

  /// Ranks: 1 for `|`, 2 for `&`, 3 for `!`; an expression inside an equal or higher rank gets parentheses.
  private static func text(_ expression: Expression, inside rank: Int) -> String {
    switch expression {
    case .all: return "all"
    case .term(let key, let value): return "\(key.rawValue):\(quoted(value))"
    case .not(let inner): return "!\(text(inner, inside: 2))"
    case .and(let parts):
      let joined = parts.map { text($0, inside: 2) }.joined(separator: " & ")
      return rank >= 2 ? "(\(joined))" : joined
    case .or(let parts):
      let joined = parts.map { text($0, inside: 1) }.joined(separator: " | ")
      return rank >= 1 ? "(\(joined))" : joined
    }
  }

  private static func quoted(_ value: String) -> String {
    if !value.isEmpty, value.unicodeScalars.allSatisfy(SelectorLexer.isBare) { return value }
    var result = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

extension Selector: Codable {
  /// Reads the canonical text, of any length.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(SelectorError) {
      self = try Selector.parse(text, longest: .max)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message.code)
    }
  }

  /// Writes the canonical text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(canonical)
  }
}
