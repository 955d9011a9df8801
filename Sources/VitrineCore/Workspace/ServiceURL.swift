/// An address that Vitrine itself calls: scheme, host and perhaps a port and a path, nothing else.
///
/// Read by bytes and more strictly than any URL parser: user info, backslash, query, fragment,
/// blanks and anything outside ASCII are refused, since two parsers may see two hosts in them.
package struct ServiceURL: Hashable, Sendable {
  /// The address as written, without a slash at its end.
  package let text: String
  /// Whether it is https; the only other scheme is http.
  package let isSecure: Bool
  /// The host in lower case, without the brackets of an IPv6 address.
  package let host: String

  /// Host and port in lower case, as they name a server; the port is left out where it is the
  /// scheme's own.
  package let authority: String

  /// Reads an address; `nil` when it is anything but `http(s)://host[:port][/path]`.
  package init?(_ text: String) {
    guard let parts = URLParts(text), parts.scheme == "https" || parts.scheme == "http",
      !parts.hasUserInfo, !parts.host.isEmpty,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.refused.contains($0) })
    else { return nil }
    var host = parts.host.lowercased()
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte) else { return nil }
    isSecure = parts.scheme == "https"
    let standard = parts.scheme == "https" ? "443" : "80"
    let port = parts.port.flatMap { $0 == standard ? nil : ":\($0)" } ?? ""
    authority = parts.host.lowercased() + port
    self.host = host
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// Whether the host is this machine: `localhost`, `127.0.0.0/8` or `::1`.
  package var isLoopback: Bool {
    if host == "localhost" || host == "::1" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127"
      && numbers.allSatisfy { ConfigurationKey.whole($0, in: 0...255) != nil }
  }

  private static let refused = Set(#"\?#<>"{}|^`%"#.utf8)

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
