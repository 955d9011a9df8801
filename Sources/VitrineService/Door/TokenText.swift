import Crypto
import VitrineCore

/// The text of tokens and enrolment codes: a prefix, 30 random characters, a checksum.
///
/// After GitHub's format: scanners find the prefix, and a typing error is refused without asking the
/// database. 30 characters of 62 are 178 bits, so a plain hash at rest is enough (ASVS 5, 6.5.2).
package enum TokenText {
  /// What a text is for.
  package enum Kind: String, CaseIterable, Sendable {
    /// A personal token, for scripts.
    case personal = "vitrine_pat_"
    /// A session of a person who signed in.
    case session = "vitrine_ses_"
    /// A one-time enrolment code.
    case enrolment = "vitrine_enr_"
  }

  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// Makes a new text.
  package static func make(_ kind: Kind, random: RandomSource) -> Secret {
    var characters: [UInt8] = []
    while characters.count < 30 {
      // 248 = 4 × 62: larger bytes would make the first characters likelier.
      characters += random.bytes(30).filter { $0 < 248 }.map { alphabet[Int($0) % 62] }
    }
    let body = kind.rawValue + String(decoding: characters.prefix(30), as: UTF8.self)
    return Secret(body + checksum(of: body))
  }

  /// SHA-256 of a well-formed text of that kind (of either kind of token, if none is named).
  package static func hash(of secret: Secret, kind: Kind? = nil) -> [UInt8]? {
    let text = secret.exposed
    let kinds = kind.map { [$0] } ?? [.personal, .session]
    guard let prefix = kinds.first(where: { text.utf8.starts(with: $0.rawValue.utf8) }),
      text.utf8.count == prefix.rawValue.utf8.count + 36
    else { return nil }
    let body = String(decoding: text.utf8.dropLast(6), as: UTF8.self)
    guard text == body + checksum(of: body) else { return nil }
    return Array(SHA256.hash(data: Array(text.utf8)))
  }

  /// CRC-32 of the text in six base-62 digits.
  private static func checksum(of text: String) -> String {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in text.utf8 {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    var rest = ~crc
    var digits: [UInt8] = []
    for _ in 0..<6 {
      digits.append(alphabet[Int(rest % 62)])
      rest /= 62
    }
    return String(decoding: digits.reversed(), as: UTF8.self)
  }
}
