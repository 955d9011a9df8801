/// Looks for notes inside what should be pixels.
///
/// Compressed pixels end where a decoder says so, which we do not ask. A damaged length could make a
/// camera's notes look like more of them; their own beginnings give them away.
enum HiddenNotes {
  /// Whether compressed pixels contain the beginning of EXIF or XMP.
  static func stand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "E"):
        if starts(exif, bytes, index, range.upperBound) { return true }
        if starts(chunk, bytes, index, range.upperBound), index + 9 < range.upperBound,
          [[0x49, 0x49], [0x4D, 0x4D], [0x45, 0x78]].contains(
            Array(bytes[(index + 8)...(index + 9)]))
        {
          return true
        }
      case UInt8(ascii: "h"):
        if starts(adobe, bytes, index, range.upperBound) { return true }
      case UInt8(ascii: "<"):
        if starts(packet, bytes, index, range.upperBound)
          || starts(xmp, bytes, index, range.upperBound)
        {
          return true
        }
      default: continue
      }
    }
    return false
  }

  private static let exif = EXIF.mark
  private static let chunk = Array("EXIF".utf8)
  private static let adobe = Array("http://ns.adobe.com/".utf8)
  private static let packet = Array("<?xpacket".utf8)
  private static let xmp = Array("<x:xmpmeta".utf8)

  private static func starts(_ mark: [UInt8], _ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard mark.count <= end - index else { return false }
    for offset in mark.indices where bytes[index + offset] != mark[offset] { return false }
    return true
  }
}
