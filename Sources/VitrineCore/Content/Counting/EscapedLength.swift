/// The length of a text as LinkedIn counts it, after the signs that it reserves are escaped.
///
/// Its "little text format" reads `\ | { } @ [ ] ( ) < > # * _ ~` as commands unless a backslash
/// stands before them, and text behind an unescaped one is cut off silently while the API says that
/// all went well. Each of them costs two. Source:
/// https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
/// (looked at on 2026-11-22). What else is counted is not documented: UTF-16 units, the stricter
/// reading.
enum EscapedLength {
  private static let reserved = Set(#"\|{}@[]()<>#*_~"#.utf16)

  /// UTF-16 units with one more for each reserved sign.
  static func count(_ text: String) -> Int {
    text.utf16.reduce(0) { $0 + (reserved.contains($1) ? 2 : 1) }
  }
}
