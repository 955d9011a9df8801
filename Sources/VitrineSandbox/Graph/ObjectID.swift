/// The id in a path: a page, user or photo has one number, a post or comment a pair of them.
enum ObjectID: Sendable, Equatable {
  case number(UInt64)
  case pair(UInt64, UInt64)
  case name(String)

  init(_ text: String) {
    var text = text
    self =
      text.withUTF8 { bytes -> ObjectID? in
        let parts = bytes.split(separator: 0x5F, maxSplits: 2, omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return Self.number(parts[0]).map { .number($0) }
        case 2:
          guard let first = Self.number(parts[0]), let second = Self.number(parts[1]) else {
            return nil
          }
          return .pair(first, second)
        default: return nil
        }
      } ?? .name(text)
  }

  private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    guard (1...19).contains(bytes.count) else { return nil }
    var value: UInt64 = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value &* 10 &+ UInt64(byte &- 0x30)
    }
    return value
  }
}
