/// Reads a PNG (W3C PNG, third edition) and writes it without notes.
///
/// Kept: the header, the palette, the pixels, transparency, the numbers that say what the colours
/// mean (gAMA, cHRM, sRGB, cICP), the frames of an animation, and an orientation that is not upright.
/// Left out: texts, times, EXIF, densities, the compressed colour profile (iCCP), every chunk that is
/// not known, and what follows the end. Every checksum must be right.
struct PNGReader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private var cursor: ByteCursor
  private var header: PNGHeader?
  private var exif: EXIF?
  private var chunks: [UInt8] = []
  private var pixels = Pixels.before
  private var frames = 0

  private enum Pixels { case before, inside, behind }

  init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes, .png, from: Self.signature.count) }

  mutating func read() throws(PictureProblem) -> StrippedPicture {
    while true {
      let start = cursor.position
      let length = try cursor.bigEndian(4)
      guard length < 1 << 31 else { throw .damaged(.png, start) }
      let name = try cursor.take(4)
      let data = try cursor.take(length)
      let sum = UInt32(try cursor.bigEndian(4))
      guard CRC32.checksum(cursor.bytes[(start + 4)..<(start + 8 + length)]) == sum else {
        throw .damaged(.png, start)
      }
      let type = String(decoding: name, as: UTF8.self)
      guard (type == "IHDR") == (header == nil) else { throw .damaged(.png, start) }
      if type != "IDAT", pixels == .inside { pixels = .behind }
      if type == "IEND" {
        guard let header, pixels == .behind, data.isEmpty else { throw .damaged(.png, start) }
        return try stripped(header)
      }
      guard try take(type, data) else { throw .damaged(.png, start) }
    }
  }

  /// Takes a chunk or leaves it out; `false` when it is not what its name says.
  private mutating func take(
    _ type: String, _ data: ArraySlice<UInt8>
  ) throws(PictureProblem) -> Bool {
    switch type {
    case "IHDR":
      guard let header = PNGHeader(Array(data)) else { return false }
      try PictureReader.checkSize(header.width, header.height)
      self.header = header
      return true
    case "IDAT":
      guard pixels != .behind else { return false }
      pixels = .inside
    case "PLTE": guard data.count % 3 == 0, (3...768).contains(data.count) else { return false }
    case "tRNS": guard (1...256).contains(data.count) else { return false }
    case "gAMA": guard data.count == 4 else { return false }
    case "sRGB": guard data.count == 1 else { return false }
    case "cICP": guard data.count == 4 else { return false }
    case "cHRM": guard data.count == 32 else { return false }
    case "acTL": guard data.count == 8 else { return false }
    case "fcTL":
      guard data.count == 26 else { return false }
      frames += 1
    case "fdAT": guard data.count > 4 else { return false }
    case "eXIf":
      if exif == nil { exif = EXIF(data) }
      return true
    default:
      // A capital letter says that a decoder must know the chunk (5.4); the others may go.
      guard let first = type.utf8.first, type.utf8.count == 4 else { return false }
      return first & 0x20 != 0
    }
    if (type == "IDAT" || type == "fdAT") && HiddenNotes.stand(in: Array(data), 0..<data.count) {
      return false
    }
    Self.append(type, data, to: &chunks)
    return true
  }

  private static func append(
    _ type: String, _ data: some Collection<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes += BigEndian.bytes(UInt32(data.count))
    let start = bytes.count
    bytes += type.utf8
    bytes += data
    bytes += BigEndian.bytes(CRC32.checksum(bytes[start...]))
  }

  private func stripped(_ header: PNGHeader) throws(PictureProblem) -> StrippedPicture {
    let shown = max(1, frames)
    guard shown <= PictureReader.mostFramePixels / (header.width * header.height) else {
      throw .tooManyFrames(shown)
    }
    let orientation = exif?.orientation ?? .upright
    var bytes = Self.signature
    bytes.reserveCapacity(chunks.count + 128)
    Self.append("IHDR", header.bytes, to: &bytes)
    if orientation != .upright { Self.append("eXIf", EXIF.minimal(orientation), to: &bytes) }
    bytes += chunks
    Self.append("IEND", [], to: &bytes)
    return StrippedPicture(
      bytes, of: cursor.bytes.count, type: .png, stored: (header.width, header.height),
      orientation: orientation, frames: shown, hadLocation: exif?.hasLocation ?? false)
  }
}

/// The header of a PNG, checked (11.2.1).
struct PNGHeader {
  let bytes: [UInt8]
  let width: Int
  let height: Int

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 13 else { return nil }
    self.bytes = bytes
    width = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    height = bytes[4..<8].reduce(0) { $0 << 8 | Int($1) }
    let depths: [UInt8]
    switch bytes[9] {
    case 0: depths = [1, 2, 4, 8, 16]
    case 3: depths = [1, 2, 4, 8]
    case 2, 4, 6: depths = [8, 16]
    default: return nil
    }
    guard width > 0, height > 0, width < 1 << 31, height < 1 << 31, depths.contains(bytes[8]),
      bytes[10] == 0, bytes[11] == 0, bytes[12] < 2
    else { return nil }
  }
}
