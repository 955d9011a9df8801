/// The parts of `scheme://[user@]host[:port][rest]`, cut at bytes.
///
/// Where parsers disagree, this one takes the reading that finds more to refuse: a backslash ends
/// the host as it does in browsers, and any `@` before the path is user info.
struct URLParts {
  let scheme: String
  let hasUserInfo: Bool
  let host: String
  let port: String?
  /// Path, query and fragment.
  let rest: String

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      bytes[colon...].starts(with: "://".utf8)
    else { return nil }
    scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    let start = colon + 3
    let end = bytes[start...].firstIndex { Self.ends.contains($0) } ?? bytes.count
    var authority = bytes[start..<end]
    rest = String(decoding: bytes[end...], as: UTF8.self)
    hasUserInfo = authority.contains(UInt8(ascii: "@"))
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    let afterHost: Int
    if authority.first == UInt8(ascii: "[") {
      guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      afterHost = close + 1
    } else {
      afterHost = authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
    }
    host = String(decoding: authority[..<afterHost], as: UTF8.self)
    guard afterHost < authority.endIndex else {
      port = nil
      return
    }
    guard authority[afterHost] == UInt8(ascii: ":") else { return nil }
    let digits = String(decoding: authority[(afterHost + 1)...], as: UTF8.self)
    guard ConfigurationKey.whole(digits[...], in: 1...65_535) != nil else { return nil }
    port = digits
  }

  private static let ends = Set(#"/?#\"#.utf8)
}
