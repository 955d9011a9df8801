/// The rule for the path of a picture: a plain relative path that stays inside the media folder.
package enum MediaPath {
  /// What is wrong with a path; `nil` when it may stand.
  ///
  /// Judged by bytes and before any file is touched: `..`, an absolute path, a backslash, a drive
  /// letter and percent signs (which another tool might decode) are all refused.
  package static func problem(with path: String) -> Message? {
    let shown = TerminalText.excerpt(path)
    let refused = Set(#"\%:*?"<>|"#.utf8)
    if let byte = path.utf8.first(where: { $0 < 0x20 || $0 == 0x7F || refused.contains($0) }) {
      return Message("message.media-character", shown, Unicode.Scalar(byte).shown)
    }
    if path.utf8.first == UInt8(ascii: "/") || path.utf8.first == UInt8(ascii: "~") {
      return Message("message.media-absolute", shown)
    }
    for name in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if name.elementsEqual("..".utf8) || name.elementsEqual(".".utf8) || name.isEmpty {
        return Message("message.media-outside", shown)
      }
    }
    return nil
  }
}
