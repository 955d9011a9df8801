/// A hole of a template that store staff fill: its name, what may stand in it, how it is asked for.
package struct MessageField: Hashable, Codable, Sendable {
  /// What a field holds.
  package enum Kind: String, Codable, CaseIterable, Sendable {
    /// Words; `min` and `max` count characters.
    case text
    /// A decimal number with a dot.
    case number
    /// An amount of money: a decimal number with a dot and at most two decimals.
    case price
    /// A day, `2026-11-22`.
    case date
    /// One of the `choices`.
    case choice
    /// A picture of the store's own.
    case image
  }

  /// The name as it stands between `{{` and `}}`.
  package let name: String
  /// What it holds.
  package let kind: Kind
  /// The question as people read it; the name when it is missing.
  package let label: String?
  /// A line of help.
  package let help: String?
  /// Whether it must be filled; yes unless the file says no.
  package let isRequired: Bool
  /// What stands in it until somebody fills it.
  package let standard: String?
  /// The least value (a length for text), as written.
  package let minimum: String?
  /// The greatest value (a length for text), as written.
  package let maximum: String?
  /// The values of a choice, in order.
  package let choices: [String]

  /// Takes values that are already checked.
  package init(
    name: String, kind: Kind, label: String? = nil, help: String? = nil, isRequired: Bool = true,
    standard: String? = nil, minimum: String? = nil, maximum: String? = nil, choices: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.label = label
    self.help = help
    self.isRequired = isRequired
    self.standard = standard
    self.minimum = minimum
    self.maximum = maximum
    self.choices = choices
  }
}
