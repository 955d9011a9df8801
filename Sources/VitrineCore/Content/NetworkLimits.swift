/// What the networks allow, as data with a source: `content-library/rules/network-limits.yaml`.
package struct NetworkLimits: Hashable, Codable, Sendable {
  /// How a network counts a text.
  package enum Unit: String, Codable, CaseIterable, Sendable {
    /// What a person sees as one character.
    case graphemes
    /// UTF-16 code units, which is what JavaScript and Java count; an emoji is two or more.
    case utf16
    /// Unicode scalars.
    case codepoints
    /// X's own: an address is 23, an emoji or a Chinese sign 2; see `WeightedLength`.
    case weighted
    /// LinkedIn's: signs that it reserves for itself are sent behind a backslash and cost two; see
    /// `EscapedLength`.
    case escaped

    /// The length of a text in this unit.
    package func count(_ text: String) -> Int {
      switch self {
      case .graphemes: text.count
      case .utf16: text.utf16.count
      case .codepoints: text.unicodeScalars.count
      case .weighted: WeightedLength.count(text)
      case .escaped: EscapedLength.count(text)
      }
    }
  }

  /// How sure a figure is.
  package enum Confidence: String, Codable, CaseIterable, Sendable {
    /// The network's own page says it.
    case official
    /// A constant in the code of another tool.
    case code
    /// The documentation of another tool.
    case third
  }

  /// The limit of one network's text, and where the figure is from.
  package struct Limit: Hashable, Codable, Sendable {
    /// The longest text, in `unit`.
    package let maximum: Int
    /// What is counted.
    package let unit: Unit
    /// The page that says so.
    package let source: String
    /// What the page says, in a few words.
    package let wording: String
    /// How sure the figure is.
    package let confidence: Confidence
    /// The day on which somebody looked, `2026-11-22`.
    package let checked: String

    /// Takes values that are already checked.
    package init(
      maximum: Int, unit: Unit, source: String, wording: String, confidence: Confidence,
      checked: String
    ) {
      self.maximum = maximum
      self.unit = unit
      self.source = source
      self.wording = wording
      self.confidence = confidence
      self.checked = checked
    }
  }

  /// The limits by network.
  package let limits: [Network: Limit]

  /// Takes limits that are already checked.
  package init(_ limits: [Network: Limit]) { self.limits = limits }

  /// The networks that are known, by name; what else stands in a file is a spelling mistake.
  package var networks: [Network] { limits.keys.sorted() }

  /// A finding when the text is too long for the network, counted as that network counts.
  ///
  /// Meant for the text as it will be sent: a hole that is filled for one store makes a text
  /// longer than it is for another. A network without a figure has no finding.
  package func check(_ text: String, for network: Network) -> Finding? {
    guard let limit = limits[network] else { return nil }
    let length = limit.unit.count(text)
    guard length > limit.maximum else { return nil }
    return Finding(
      .error, Self.tooLong(text, network, length, limit), rule: "network.text-length")
  }

  /// Says how the network counts where a person who counts characters comes to another number.
  private static func tooLong(
    _ text: String, _ network: Network, _ length: Int, _ limit: Limit
  ) -> Message {
    let arguments = [
      network.description, String(length), String(limit.maximum), String(length - limit.maximum),
    ]
    guard length != text.count else {
      return Message(code: "limits.text-too-long", arguments: arguments)
    }
    return Message(code: "limits.text-too-long.\(limit.unit.rawValue)", arguments: arguments)
  }
}
