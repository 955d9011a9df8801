import Crypto

/// A digest that stands in the log for a text that may be erased: a name, an address, a reason.
///
/// Keyed with a salt that lies beside the text: with the salt anybody can check that the text was
/// not swapped; once text and salt are erased, nobody can find the text by trying.
package enum Commitment {
  /// HMAC-SHA256 of the text's bytes under the salt (RFC 2104).
  package static func hash(_ text: [UInt8], salt: [UInt8]) -> Hash {
    Hash(HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: salt)))
  }
}
