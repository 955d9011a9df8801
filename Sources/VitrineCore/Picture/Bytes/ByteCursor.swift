/// Walks through the bytes of a picture; whatever would lead past their end is a file cut short.
///
/// Every length is compared with what is left before it is added to anything, so that no number of
/// a file can overflow.
struct ByteCursor {
  let bytes: [UInt8]
  let type: PictureType
  private(set) var position: Int
  let end: Int

  init(_ bytes: [UInt8], _ type: PictureType, from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.type = type
    position = start
    self.end = end ?? bytes.count
  }

  var remaining: Int { end - position }

  /// The problem of a file that says something else here than its format.
  var damaged: PictureProblem { .damaged(type, position) }

  mutating func byte() throws(PictureProblem) -> UInt8 {
    guard position < end else { throw .cutShort(type) }
    defer { position += 1 }
    return bytes[position]
  }

  /// The place of the next bytes, which are passed over.
  mutating func range(_ count: Int) throws(PictureProblem) -> Range<Int> {
    guard count >= 0, count <= remaining else { throw .cutShort(type) }
    defer { position += count }
    return position..<(position + count)
  }

  /// The next bytes.
  mutating func take(_ count: Int) throws(PictureProblem) -> ArraySlice<UInt8> {
    bytes[try range(count)]
  }

  mutating func bigEndian(_ count: Int) throws(PictureProblem) -> Int {
    try take(count).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func littleEndian(_ count: Int) throws(PictureProblem) -> Int {
    try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
