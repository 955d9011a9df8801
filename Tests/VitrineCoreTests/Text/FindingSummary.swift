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
