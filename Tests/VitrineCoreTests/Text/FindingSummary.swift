import Testing

@testable import VitrineCore

extension FindingList {
  /// The findings as `line:column code`, for short expectations.
  var summary: [String] { all.map(\.summary) }
}

extension Finding {
  var summary: String {
    let place = [line, column].compactMap { $0.map(String.init) }.joined(separator: ":")
    return place.isEmpty ? rule : "\(place) \(rule)"
  }

  /// Expects that a person can read the finding in both languages.
  func expectReadable(sourceLocation: SourceLocation = #_sourceLocation) {
    for language in Language.allCases {
      for message in [message, fix].compactMap(\.self) {
        let text = message.text(in: language)
        #expect(
          Catalogue.shared.texts[message.code]?[language] != nil, "no text for \(message.code)",
          sourceLocation: sourceLocation)
        for hole in ["{1}", "{2}", "{3}", "{1#}", "{2#}", "{1?"] {
          #expect(!text.contains(hole), sourceLocation: sourceLocation)
        }
      }
    }
  }
}

/// A small generator whose runs repeat from a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
