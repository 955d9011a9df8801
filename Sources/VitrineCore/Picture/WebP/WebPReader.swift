/// Reads a WebP (RFC 9649) and writes it without notes.
///
/// Kept: the pixels, transparency, the frames of an animation, the numbers of the colour profile, and
/// an orientation that is not upright. Left out: EXIF, XMP, every chunk that is not known, and what
/// follows the end. The flags of the extended header say what is then there.
struct WebPReader {
  var cursor: ByteCursor
  private var canvas: (width: Int, height: Int)?
  private var isAnimation = false
  private var hasAlpha = false
  private var still: (width: Int, height: Int)?
  private var exif: EXIF?
  private var profile: [UInt8]?
  private var animation: [UInt8] = []
  private var pixels: [UInt8] = []
  private var frames = 0

  init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes, .webp) }

  mutating func read() throws(PictureProblem) -> StrippedPicture {
    _ = try cursor.range(4)
    let size = try cursor.littleEndian(4)
    guard size <= cursor.remaining else { throw .cutShort(.webp) }
    let bytes = cursor.bytes
    cursor = ByteCursor(bytes, .webp, from: 12, to: 8 + size)
    guard size >= 4 else { throw cursor.damaged }
    while cursor.remaining > 0 {
      let start = cursor.position
      let (name, data) = try Self.chunk(&cursor)
      guard try take(name, data) else { throw .damaged(.webp, start) }
    }
    return try stripped()
  }

  /// A chunk's name and place; a chunk of an odd length is followed by a byte that is none of it.
  static func chunk(_ cursor: inout ByteCursor) throws(PictureProblem) -> (String, Range<Int>) {
    let name = String(decoding: try cursor.take(4), as: UTF8.self)
    let size = try cursor.littleEndian(4)
    let data = try cursor.range(size)
    if size % 2 == 1 { _ = try cursor.range(1) }
    return (name, data)
  }

  /// Takes a chunk or leaves it out; `false` when it cannot stand here.
  private mutating func take(
    _ name: String, _ data: Range<Int>
  ) throws(PictureProblem) -> Bool {
    let bytes = cursor.bytes
    switch name {
    case "VP8X":
      guard canvas == nil, still == nil, frames == 0, data.count == 10 else { return false }
      let flags = bytes[data.lowerBound]
      let size = (
        number(data.lowerBound + 4, 3) + 1, number(data.lowerBound + 7, 3) + 1
      )
      try PictureReader.checkSize(size.0, size.1)
      canvas = size
      isAnimation = flags & 0x02 != 0
      hasAlpha = flags & 0x10 != 0
    case "VP8 ", "VP8L":
      guard still == nil, !isAnimation, let size = WebPPixels.size(bytes, data, name) else {
        return false
      }
      try PictureReader.checkSize(size.width, size.height)
      guard canvas.map({ $0 == size }) ?? true else { return false }
      still = size
      Self.append(name, bytes[data], to: &pixels)
    case "ALPH":
      guard canvas != nil, !isAnimation, still == nil, pixels.isEmpty else { return false }
      Self.append(name, bytes[data], to: &pixels)
    case "ANIM":
      guard isAnimation, animation.isEmpty, data.count == 6 else { return false }
      Self.append(name, bytes[data], to: &animation)
    case "ANMF":
      guard isAnimation, let canvas, !animation.isEmpty else { return false }
      frames += 1
      guard frames <= PictureReader.mostFramePixels / (canvas.width * canvas.height) else {
        throw .tooManyFrames(frames)
      }
      guard let frame = try WebPPixels.frame(bytes, data, canvas) else { return false }
      Self.append(name, frame, to: &pixels)
    case "ICCP":
      if profile == nil { profile = ColourProfile.rebuilt(Array(bytes[data]), colours: 3) }
    case "EXIF":
      if exif == nil { exif = EXIF(bytes[data]) }
    default: break
    }
    return true
  }

  private func number(_ offset: Int, _ count: Int) -> Int {
    cursor.bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  static func append(_ name: String, _ data: some Collection<UInt8>, to bytes: inout [UInt8]) {
    bytes += name.utf8
    bytes += LittleEndian.bytes(data.count, 4)
    bytes += data
    if data.count % 2 == 1 { bytes.append(0) }
  }

  private func stripped() throws(PictureProblem) -> StrippedPicture {
    guard let size = canvas ?? still, still != nil || frames > 0 else { throw cursor.damaged }
    let orientation = exif?.orientation ?? .upright
    var body = Array("WEBP".utf8)
    if canvas != nil {
      var flags: UInt8 = (hasAlpha ? 0x10 : 0) | (isAnimation ? 0x02 : 0)
      flags |= (profile == nil ? 0 : 0x20) | (orientation == .upright ? 0 : 0x08)
      let sides = LittleEndian.bytes(size.width - 1, 3) + LittleEndian.bytes(size.height - 1, 3)
      Self.append("VP8X", [flags, 0, 0, 0] + sides, to: &body)
      if let profile { Self.append("ICCP", profile, to: &body) }
    }
    body += animation + pixels
    if canvas != nil, orientation != .upright {
      Self.append("EXIF", EXIF.minimal(orientation), to: &body)
    }
    return StrippedPicture(
      Array("RIFF".utf8) + LittleEndian.bytes(body.count, 4) + body, of: cursor.bytes.count,
      type: .webp, stored: size, orientation: canvas == nil ? .upright : orientation,
      frames: max(1, frames), hadLocation: exif?.hasLocation ?? false)
  }
}
