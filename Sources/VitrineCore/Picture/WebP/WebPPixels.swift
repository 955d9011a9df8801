/// The compressed pixels of a WebP: how large they say they are, and whether that is all they hold.
enum WebPPixels {
  /// The size that a key frame of VP8 (RFC 6386, 9.1) or VP8L (RFC 9649, 3.4) begins with.
  static func size(_ bytes: [UInt8], _ data: Range<Int>, _ name: String) -> (
    width: Int, height: Int
  )? {
    guard data.count >= 10, !HiddenNotes.stand(in: bytes, data) else { return nil }
    let start = data.lowerBound
    func number(_ offset: Int, _ count: Int) -> Int {
      bytes[(start + offset)..<(start + offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    if name == "VP8L" {
      let bits = number(1, 4)
      guard bytes[start] == 0x2F, bits >> 29 == 0 else { return nil }
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }
    let tag = number(0, 3)
    // A frame that builds on no other, whose first part ends inside it.
    guard tag & 1 == 0, tag >> 5 <= data.count - 10, number(3, 3) == 0x2A019D else { return nil }
    let (width, height) = (number(6, 2) & 0x3FFF, number(8, 2) & 0x3FFF)
    return width > 0 && height > 0 ? (width, height) : nil
  }

  /// A frame of an animation with its pixels alone; `nil` when it is none.
  static func frame(
    _ bytes: [UInt8], _ data: Range<Int>, _ canvas: (width: Int, height: Int)
  ) throws(PictureProblem) -> [UInt8]? {
    guard data.count > 16 else { return nil }
    let head = Array(bytes[data.prefix(16)])
    func number(_ offset: Int) -> Int {
      head[offset..<(offset + 3)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let place = (number(0) * 2, number(3) * 2)
    let size = (width: number(6) + 1, height: number(9) + 1)
    guard place.0 + size.width <= canvas.width, place.1 + size.height <= canvas.height else {
      return nil
    }
    var kept = Array(head[..<15]) + [head[15] & 3]
    var cursor = ByteCursor(bytes, .webp, from: data.lowerBound + 16, to: data.upperBound)
    var hasAlpha = false
    while cursor.remaining > 0 {
      let (name, part) = try WebPReader.chunk(&cursor)
      switch name {
      case "ALPH" where !hasAlpha:
        hasAlpha = true
        WebPReader.append(name, bytes[part], to: &kept)
      case "VP8 ", "VP8L":
        guard let found = Self.size(bytes, part, name), found == size else { return nil }
        WebPReader.append(name, bytes[part], to: &kept)
        return kept
      default: continue
      }
    }
    return nil
  }
}
