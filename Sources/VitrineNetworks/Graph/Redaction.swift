/// Takes secrets out of words that a network sent, before anybody sees them.
///
/// A network quotes what it was sent: a token in a message, an address with its query. Known secrets
/// go wherever they stand; what looks like a token goes too, since it may be somebody else's.
struct Redaction: Sendable {
  /// The longest text that is kept, in Unicode scalars.
  static let longest = 300
  /// What stands in a secret's place.
  static let mark = "•••"

  /// How far into a text secrets are looked for, in bytes; what lies beyond is dropped.
  private static let furthest = 65_536

  private let secrets: @Sendable () -> [String]

  /// Knows these secrets; they are asked for only when there are words to clean, which is seldom.
  init(_ secrets: @escaping @Sendable () -> [String]) { self.secrets = secrets }

  /// The secrets as they are and percent-encoded.
  private func known() -> [[UInt8]] {
    var seen: Set<String> = []
    for secret in secrets() where secret.utf8.count >= 4 {
      seen.insert(secret)
      seen.insert(FormEncoding.encode(secret))
    }
    // The longest first: the app's token holds the app's secret.
    return seen.map { Array($0.utf8) }.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  /// The text without secrets, control characters and what is beyond the bound.
  func clean(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    let known = known()
    var index = 0
    while index < bytes.count, index < Self.furthest, out.count < Self.longest * 4 {
      if let hit = Self.secret(at: bytes[index...], known) {
        out += bytes[index..<index + hit.kept]
        out += Self.mark.utf8
        index += hit.length
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return Self.plain(String(decoding: out, as: UTF8.self))
  }

  /// A secret at the start: how long it is, and how much of that is its harmless name.
  private static func secret(
    at rest: ArraySlice<UInt8>, _ known: [[UInt8]]
  ) -> (length: Int, kept: Int)? {
    if let secret = known.first(where: { rest.starts(with: $0) }) { return (secret.count, 0) }
    for (name, shortest) in names where starts(rest, name) {
      let value = rest.dropFirst(name.count).prefix(while: isTokenByte)
      if value.count >= shortest { return (name.count + value.count, name.count) }
    }
    guard rest.starts(with: "EAA".utf8) else { return nil }
    let word = rest.prefix(while: isTokenByte)
    return word.count >= 8 ? (word.count, 0) : nil
  }

  /// Names with a secret behind them, and how long that is at least: "OAuth access token" is words.
  private static let names: [(name: [UInt8], shortest: Int)] = [
    ("access_token=", 1), ("input_token=", 1), ("fb_exchange_token=", 1), ("client_secret=", 1),
    ("appsecret_proof=", 1), ("bearer ", 16), ("oauth ", 16),
  ].map { (name: Array($0.0.utf8), shortest: $0.1) }

  private static func starts(_ rest: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
    rest.count >= name.count
      && zip(rest, name).allSatisfy { byte, wanted in
        ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == wanted
      }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x2D, 0x2E, 0x5F, 0x7C, 0x7E, 0x25: true  // - . _ | ~ %
    default: false
    }
  }

  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
