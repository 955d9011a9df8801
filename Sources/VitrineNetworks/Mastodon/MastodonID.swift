import VitrineCore

/// Ids of servers that speak Mastodon's API: numbers, ULIDs or digests, by the server.
enum MastodonID {
  /// The longest id that is believed, in bytes; real ones have under 50.
  static let longest = 128

  /// Whether the text may stand in a path: letters, digits, and `-`, `_` or `.` behind the first.
  static func isSendable(_ id: some StringProtocol) -> Bool {
    guard let first = id.utf8.first, id.utf8.count <= longest, isWordByte(first) else {
      return false
    }
    return id.utf8.allSatisfy { isWordByte($0) || [0x2D, 0x2E, 0x5F].contains($0) }
  }

  /// The page of an account: ids of accounts repeat from server to server.
  static func page(_ account: String, on server: ServiceURL) -> RemoteID {
    RemoteID("\(account)@\(server.authority)")
  }

  /// The account of a page on that server; nil when the page is none of that server's.
  static func account(_ page: RemoteID, on server: ServiceURL) -> String? {
    let parts = page.rawValue.utf8.split(
      separator: UInt8(ascii: "@"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].elementsEqual(server.authority.utf8) else { return nil }
    let account = String(decoding: parts[0], as: UTF8.self)
    return isSendable(account) ? account : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
