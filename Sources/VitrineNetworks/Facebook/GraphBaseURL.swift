import VitrineCore

/// The address of a Graph API: Meta's own over TLS, or a rehearsal on this machine.
///
/// Read by hand over bytes, because URL parsers disagree on backslashes and user info, and every
/// page's token goes to the host that this names. Another host than Meta's is refused, TLS or not:
/// one wrong line in a file must not hand 1,212 tokens to a stranger.
package struct GraphBaseURL: Hashable, Sendable {
  /// Scheme, host, port and path, without a slash at the end.
  package let text: String
  /// Whether it is on this machine, so that nothing public happens; commands say so.
  package let isLoopback: Bool

  /// Reads an address; throws a `Fault(.configuration)` that says what is wrong with it.
  ///
  /// The fault does not quote the address: user info may be a secret.
  package init(_ address: String) throws {
    let bytes = Array(address.utf8)
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Self.fault(Message("network.address.characters"))
    }
    guard !bytes.contains(UInt8(ascii: "\\")), !bytes.contains(UInt8(ascii: "@")) else {
      throw Self.fault(Message("network.address.userInfo"))
    }
    guard !bytes.contains(UInt8(ascii: "?")), !bytes.contains(UInt8(ascii: "#")) else {
      throw Self.fault(Message("network.address.query"))
    }
    let lowercase = address.lowercased()
    let isSecure = lowercase.utf8.starts(with: "https://".utf8)
    guard isSecure || lowercase.utf8.starts(with: "http://".utf8) else {
      throw Self.fault(Message("network.address.scheme"))
    }
    let rest = Array(lowercase.utf8).dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") }
    guard let (host, port) = Self.split(authority), Self.isPort(port),
      let path = Self.path(bytes.suffix(rest.count - authority.count))
    else { throw Self.fault(Message("network.address.malformed")) }
    isLoopback = Self.isLoopback(host)
    guard isSecure || isLoopback else { throw Self.fault(Message("network.address.insecure")) }
    guard isLoopback || Self.isMeta(host) else { throw Self.fault(Message("network.address.host")) }
    text = (isSecure ? "https://" : "http://") + String(decoding: authority, as: UTF8.self) + path
  }

  private static func fault(_ message: Message) -> Fault {
    Fault(
      .configuration, message, hint: Message("network.address.hint"),
      subject: "networks.facebook.baseURL")
  }

  /// Host and port of an authority; the port is empty when there is none.
  private static func split(_ authority: ArraySlice<UInt8>) -> (host: String, port: [UInt8])? {
    if authority.first == UInt8(ascii: "[") {
      guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      let behind = authority[(end + 1)...]
      guard behind.isEmpty || (behind.count > 1 && behind.first == UInt8(ascii: ":")) else {
        return nil
      }
      return (String(decoding: authority[...end], as: UTF8.self), Array(behind.dropFirst()))
    }
    let parts = authority.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let host = parts.first, !host.isEmpty,
      parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    return (String(decoding: host, as: UTF8.self), parts.count == 2 ? Array(parts[1]) : [])
  }

  private static func isPort(_ digits: [UInt8]) -> Bool {
    guard !digits.isEmpty else { return true }
    guard digits.count <= 5, let number = decimal(digits[...]) else { return false }
    return (1...65_535).contains(number)
  }

  /// A path of plain segments, without the slash at its end; `nil` for dots and odd characters.
  private static func path(_ bytes: ArraySlice<UInt8>) -> String? {
    var path = bytes
    if path.last == UInt8(ascii: "/") { path.removeLast() }
    guard !path.isEmpty else { return "" }
    let segments = path.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for segment in segments {
      guard !segment.isEmpty, segment.contains(where: { $0 != UInt8(ascii: ".") }),
        segment.allSatisfy({ isUnreserved($0) })
      else { return nil }
    }
    return String(decoding: path, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  /// `localhost`, `[::1]` or four plain decimals from 127: not `127.1`, not octal, not a name.
  private static func isLoopback(_ host: String) -> Bool {
    if ["localhost", "[::1]"].contains(host) { return true }
    let parts = Array(host.utf8).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].elementsEqual("127".utf8) else { return false }
    return parts.allSatisfy { part in
      guard (1...3).contains(part.count), let number = decimal(part), number <= 255 else {
        return false
      }
      return part.count == 1 || part.first != UInt8(ascii: "0")
    }
  }

  /// A host of Meta's: below `facebook.com`, in plain letters, digits and hyphens.
  private static func isMeta(_ host: String) -> Bool {
    let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count >= 3 && labels.count <= 5
      && labels.suffix(2).map { String(decoding: $0, as: UTF8.self) } == ["facebook", "com"]
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (48...57).contains(byte) || byte == 0x2D
          }
      }
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
