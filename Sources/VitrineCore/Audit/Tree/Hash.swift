import Crypto

/// A SHA-256 hash: of a leaf, of a node, of a whole tree, of a content.
///
/// Four words instead of an array, so that a million of them need no allocation.
package struct Hash: Hashable, Sendable, CustomStringConvertible {
  /// The number of bytes of a hash.
  package static let byteCount = 32

  // The bytes as they lie in memory; the words are never read as numbers.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// Takes the hash that SHA-256 gave.
  init(_ digest: SHA256.Digest) { self = digest.withUnsafeBytes(Self.init(raw:)) }

  /// Takes the code that HMAC-SHA256 gave.
  init(_ code: HashedAuthenticationCode<SHA256>) { self = code.withUnsafeBytes(Self.init(raw:)) }

  private init(raw: UnsafeRawBufferPointer) {
    first = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    third = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    fourth = raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
  }

  /// Takes exactly 32 bytes; `nil` for any other number.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self = Array(bytes).withUnsafeBytes(Self.init(raw:))
  }

  /// Takes 64 lower-case hexadecimal digits.
  package init?(hex: String) {
    guard let bytes = Hex.bytes(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// Takes padded standard base 64 in its one spelling.
  package init?(base64: String) {
    guard let bytes = Base64.bytes(base64) else { return nil }
    self.init(bytes: bytes)
  }

  /// The SHA-256 of some bytes, without the prefixes of the tree: a digest of content.
  package init(of content: [UInt8]) { self.init(SHA256.hash(data: content)) }

  /// The 32 bytes.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// 64 lower-case hexadecimal digits.
  package var hex: String { Hex.text(bytes) }

  /// Padded standard base 64, as in checkpoints and proofs.
  package var base64: String { Base64.text(bytes) }

  /// The hexadecimal digits.
  package var description: String { hex }

  /// Lends the 32 bytes without copying them to the heap.
  func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
    try withUnsafeBytes(of: self, body)
  }
}
