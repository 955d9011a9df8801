/// What signs in on a network whose every page has a server of its own: where it is, and the token there.
///
/// Stored as one secret, so that a token never goes to another server than the one it was given for.
package struct AccountSecret: Sendable {
  /// The longest address that is taken, in bytes.
  package static let longestAddress = 2_048

  /// The server: https, or http on this machine.
  package let server: ServiceURL
  /// The token.
  package let token: Secret

  /// Makes a secret of a server's address and a token; nil when either cannot be used.
  ///
  /// The address must be https, or http to this machine; its path is made of plain segments. The token
  /// is visible ASCII, so that it cannot break out of a header.
  package init?(server text: String, token: Secret) {
    guard let server = Self.server(text), Self.isToken(token.exposed) else { return nil }
    self.server = server
    self.token = token
  }

  /// Reads a stored secret, strictly: an address, a line feed, a token.
  package init?(_ secret: Secret) {
    let parts = secret.exposed.utf8.split(
      separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(
      server: String(decoding: parts[0], as: UTF8.self),
      token: Secret(String(decoding: parts[1], as: UTF8.self)))
  }

  /// The two as they are stored.
  package var stored: Secret { Secret(server.text + "\n" + token.exposed) }

  /// The server that an address names; nil when it may not be called.
  package static func server(_ text: String) -> ServiceURL? {
    guard text.utf8.count <= longestAddress, let url = ServiceURL(text),
      url.isSecure || url.isLoopback
    else { return nil }
    // Behind the slashes of the scheme: host, then path.
    let path = url.text.utf8.split(separator: UInt8(ascii: "/")).dropFirst(2)
    let isPlain = path.allSatisfy { segment in
      segment.contains { $0 != UInt8(ascii: ".") } && segment.allSatisfy(isUnreserved)
    }
    return isPlain ? url : nil
  }

  /// Whether the text can be sent as a token.
  package static func isToken(_ text: String) -> Bool {
    (1...8_192).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
