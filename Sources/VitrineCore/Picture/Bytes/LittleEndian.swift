/// Numbers as bytes, least significant first.
enum LittleEndian {
  /// The lowest bytes of a number.
  static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
