/// The two things that we read of a camera's notes (CIPA DC-008, a small TIFF file): which way is up,
/// and whether they say where the picture was taken.
///
/// Notes that cannot be read mean an upright picture; they are taken out in any case.
struct EXIF {
  private(set) var orientation = PictureOrientation.upright
  private(set) var hasLocation = false

  /// What stands before the TIFF file in a JPEG, and now and then in a WebP.
  static let mark = Array("Exif".utf8) + [0, 0]

  init(_ data: ArraySlice<UInt8>) {
    let tiff = Array(data.starts(with: Self.mark) ? data.dropFirst(Self.mark.count) : data)
    let isLittle = tiff.starts(with: [0x49, 0x49])
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset <= tiff.count - count else { return nil }
      let bytes = tiff[offset..<(offset + count)]
      return isLittle
        ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : bytes.reduce(0) { $0 << 8 | Int($1) }
    }
    guard isLittle || tiff.starts(with: [0x4D, 0x4D]), number(2, 2) == 42,
      let directory = number(4, 4), let count = number(directory, 2)
    else { return }
    for index in 0..<count {
      let entry = directory + 2 + index * 12
      guard let tag = number(entry, 2), let kind = number(entry + 2, 2) else { return }
      if tag == 0x8825 { hasLocation = true }
      if tag == 0x0112, kind == 3, let value = number(entry + 8, 2) {
        orientation = UInt8(exactly: value).flatMap(PictureOrientation.init) ?? .upright
      }
    }
  }

  /// A TIFF file that says nothing but an orientation.
  static func minimal(_ orientation: PictureOrientation) -> [UInt8] {
    var tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
    tiff += [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation.rawValue, 0, 0]
    return tiff + [0, 0, 0, 0]
  }
}
