import VitrineCore

/// The ids that Graph gives: digits, for a post with the page's id and an underscore in front.
enum GraphID {
  /// The longest id that is believed, in bytes; a real one has under 40.
  static let longest = 128

  /// Whether the text may stand in a path: digits, or digits, an underscore and digits.
  static func isSendable(_ id: RemoteID) -> Bool {
    guard id.rawValue.utf8.count <= longest else { return false }
    let parts = id.rawValue.utf8.split(
      separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }

  /// Whether the id is a plain number, as those of pages and pictures are.
  static func isNumber(_ id: RemoteID) -> Bool {
    isSendable(id) && !id.rawValue.utf8.contains(UInt8(ascii: "_"))
  }

  /// Whether the id is that of a post on the page.
  static func isPost(_ id: RemoteID, of page: RemoteID) -> Bool {
    isSendable(id) && id.rawValue.utf8.starts(with: "\(page.rawValue)_".utf8)
  }
}
