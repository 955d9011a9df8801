/// An address that people may be sent to: what a post may link to.
///
/// Only https, only a name of the public internet: no user info, no backslash, no address in
/// numbers, no name of an inner network. The host is kept in ASCII (`xn--…`), so that what is
/// approved is what the network will show; a host that looks like another one is a finding.
package struct WebLink: Hashable, Sendable {
  /// The address in ASCII; other characters of path and query are percent-encoded.
  package let text: String
  /// The host in ASCII and lower case.
  package let host: String
  /// The host as a person would read it, when it is not all ASCII.
  package let readableHost: String?

  /// What is wrong with an address.
  package enum Problem: Error, Hashable, Sendable {
    /// It does not begin with `https://`.
    case notHTTPS
    /// It has `user@` or `user:password@`.
    case userInfo
    /// It has a backslash, which browsers and libraries read differently.
    case backslash
    /// It has a blank, a control character, a brace or a quote.
    case character(UInt32)
    /// It is longer than 2,000 bytes.
    case tooLong(Int)
    /// Its host is an address in numbers.
    case address(String)
    /// Its host is a name of this machine or of an inner network.
    case innerName(String)
    /// Its host is not a name that the internet could know.
    case host(String)
    /// A part of its host mixes alphabets; the second value is the host in ASCII.
    case mixedAlphabets(String, String)
  }

  /// Reads an address.
  package init(_ text: String) throws(Problem) {
    guard text.utf8.count <= 2000 else { throw .tooLong(text.utf8.count) }
    for scalar in text.unicodeScalars {
      if scalar == "\\" { throw .backslash }
      if Self.isRefused(scalar) { throw .character(scalar.value) }
    }
    guard let parts = URLParts(text), parts.scheme == "https" else {
      throw text.lowercased().hasPrefix("https://") ? .host(Self.afterScheme(text)) : .notHTTPS
    }
    if parts.hasUserInfo { throw .userInfo }
    let name = try HostName(parts.host)
    host = name.ascii
    readableHost = name.readable
    let port = parts.port.map { ":\($0)" } ?? ""
    self.text = "https://\(host)\(port)\(Self.encoded(parts.rest))"
  }

  private static func afterScheme(_ text: String) -> String {
    String(text.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
      .lineSeparator, .paragraphSeparator:
      true
    default: "{}<>\"`^|".unicodeScalars.contains(scalar)
    }
  }

  private static func encoded(_ rest: String) -> String {
    var result = ""
    for byte in rest.utf8 {
      if byte < 0x80 {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + digits
      }
    }
    return result
  }
}
