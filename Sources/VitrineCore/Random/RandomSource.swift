/// Where random bytes come from; passed in, so that a test replays the same run from a seed.
package struct RandomSource: Sendable {
  /// Returns that many random bytes.
  package let bytes: @Sendable (_ count: Int) -> [UInt8]

  /// Makes a source from a function.
  package init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.bytes = bytes }

  /// The operating system's generator, fit for keys and tokens.
  package static let system = RandomSource { count in
    // Each number is a system call, so all eight bytes of it are used.
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// An opaque id: a prefix and 80 random bits in lower-case base 32 without look-alikes.
  package func identifier<Kind>(_ prefix: String) -> Identifier<Kind> {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let characters = bytes(16).map { alphabet[Int($0 & 31)] }
    return Identifier("\(prefix)_" + String(decoding: characters, as: UTF8.self))
  }
}
