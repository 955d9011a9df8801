import VitrineCore

/// The one passage in which two texts differ, without what they share at both ends.
package struct TextChange: Hashable, Sendable {
  /// What stood there.
  package let was: String
  /// What stands there now.
  package let `is`: String

  /// Compares two texts; nil when they are the same but for white space, which networks change.
  ///
  /// Some words of what is shared stay on either side, so that a person knows the place.
  package init?(from before: String, to after: String) {
    let old = before.split(whereSeparator: \.isWhitespace)
    let new = after.split(whereSeparator: \.isWhitespace)
    guard old != new else { return nil }
    let shared = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - shared
    let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    func passage(_ words: [Substring]) -> String {
      let start = max(0, shared - Self.context)
      let end = min(words.count, words.count - tail + Self.context)
      let middle = words[start..<max(start, end)].joined(separator: " ")
      return (start > 0 ? "… " : "") + middle + (end < words.count ? " …" : "")
    }
    was = passage(old)
    self.is = passage(new)
  }

  /// How many shared words are shown on either side.
  private static let context = 3
}
