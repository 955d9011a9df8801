import Crypto
import Foundation

/// The app, its secret and the tokens that come out of both.
///
/// Page tokens are derived, so that a restart with the same data file keeps every one of them.
struct Credentials: Sendable, Equatable {
  let appID: String
  let appSecret: String
  let userID: String
  let userToken: String

  /// The business on the network that keeps the pages.
  var businessID: String {
    String(Self.number(Self.code(secret: appSecret, "business"), from: 100_000_000_000_000))
  }

  /// The app token in the spelling that needs no call to obtain.
  var appToken: String { "\(appID)|\(appSecret)" }

  init(appID: String, appSecret: String, userToken: String) {
    self.appID = appID
    self.appSecret = appSecret
    self.userToken = userToken
    userID = String(Self.number(Self.code(secret: appSecret, "user"), from: 100_000_000_000_000))
  }

  /// Derives what the configuration leaves open from its seed.
  init(configuration: SandboxConfiguration) {
    var random = SplitMix64(seed: configuration.seed)
    let id = 1_000_000_000_000_000 + random.next() % 9_000_000_000_000_000
    let secret = Self.hexadecimal((0..<4).flatMap { _ in Self.bytes(of: random.next()) })
    let appSecret = configuration.appSecret ?? String(secret.prefix(32))
    self.init(
      appID: configuration.appID ?? String(id), appSecret: appSecret,
      userToken: "EAAU" + Self.text(of: Self.code(secret: appSecret, "user token")))
  }

  func pageToken(_ id: String) -> String {
    "EAAP" + Self.text(of: Self.code(secret: appSecret, "page \(id)"))
  }

  /// The `appsecret_proof` of a token: HMAC-SHA256 under the app's secret, in hexadecimal.
  func proof(of token: String) -> String {
    Self.hexadecimal(Self.code(secret: appSecret, token))
  }

  /// A fifteen-digit page id that depends on the store's code alone.
  static func pageNumber(of storeCode: String) -> UInt64 {
    number(Array(SHA256.hash(data: Data(storeCode.utf8))), from: 100_000_000_000_000)
  }

  private static func number(_ bytes: [UInt8], from least: UInt64) -> UInt64 {
    let value = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return least + value % (9 * least)
  }

  private static func code(secret: String, _ text: String) -> [UInt8] {
    let key = SymmetricKey(data: Data(secret.utf8))
    return Array(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
  }

  private static func bytes(of word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (UInt64($0) * 8)) }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }

  /// Letters and digits only, like the network's own tokens.
  private static func text(of bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    let twice = bytes + bytes.map { $0 &* 167 &+ 13 }
    return String(decoding: twice.map { letters[Int($0) % letters.count] }, as: UTF8.self)
  }
}
