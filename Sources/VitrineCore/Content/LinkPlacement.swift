extension Network {
  /// Whether a post's link is part of its text, since the network has no field for it.
  ///
  /// Such a network makes its card of an address in the text. What is not known here keeps the link
  /// beside the text.
  package var writesLinks: Bool { Self.writingLinks.contains(rawValue) }

  private static let writingLinks: Set<String> = ["mastodon", "bluesky", "threads", "x"]
}

/// A text with its link, as a network gets them.
package enum LinkPlacement {
  /// The text with the link behind it, an empty line between, unless the text has it already.
  ///
  /// Doing it twice is doing it once, so that what is planned, approved, counted, sent and compared is
  /// the same text.
  package static func text(_ text: String, _ link: String?) -> String {
    guard let link, !link.isEmpty, !contains(text, link) else { return text }
    return text.isEmpty ? link : "\(text)\n\n\(link)"
  }

  /// Whether the address stands in the text as a whole, and not as the beginning of a longer one.
  private static func contains(_ text: String, _ link: String) -> Bool {
    let bytes = Array(text.utf8)
    let wanted = Array(link.utf8)
    var rest = bytes[...]
    while let found = rest.firstRange(of: wanted) {
      let behind = bytes[found.upperBound...].drop { marks.contains($0) }
      if behind.first.map({ $0 <= 0x20 || $0 >= 0x80 }) ?? true { return true }
      rest = bytes[(found.lowerBound + 1)...]
    }
    return false
  }

  /// What ends a sentence or a bracket behind an address and is none of it.
  private static let marks = Set(".,;:!?)]\"'".utf8)
}
