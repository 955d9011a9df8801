import Crypto
import VitrineCore

/// What a token is besides a secret: something that fits into a header, and something to prove.
enum GraphToken {
  /// Whether the text can be sent: visible ASCII only, so that it cannot break out of a header.
  ///
  /// Tokens are opaque and have no documented length; the bound only keeps a pasted file out.
  static func isSendable(_ token: Secret) -> Bool {
    let bytes = token.exposed.utf8
    return (1...8192).contains(bytes.count) && bytes.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// `appsecret_proof`: HMAC-SHA256 of the token under the app's secret, in lowercase hex.
  ///
  /// It belongs to one token, which is why every operation of a batch carries its own.
  static func proof(of token: Secret, appSecret: Secret) -> String {
    let key = SymmetricKey(data: Array(appSecret.exposed.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Array(token.exposed.utf8), using: key)
    let digits = Array("0123456789abcdef".utf8)
    var hex: [UInt8] = []
    hex.reserveCapacity(64)
    for byte in code {
      hex.append(digits[Int(byte >> 4)])
      hex.append(digits[Int(byte & 15)])
    }
    return String(decoding: hex, as: UTF8.self)
  }
}
