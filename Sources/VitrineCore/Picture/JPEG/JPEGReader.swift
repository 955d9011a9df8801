/// Reads a JPEG (ITU-T T.81) and writes it without notes.
///
/// Kept: tables, the frame, its scans; of the application segments a JFIF of our own where there was
/// one, the transform of Adobe's segment (without it colours are decoded wrongly), the numbers of the
/// colour profile, and an orientation that is not upright. Left out: EXIF, XMP, IPTC, comments,
/// thumbnails, every other application segment, and whatever follows the end of the picture, such as
/// the second picture of an MPF or the film of a motion photo.
struct JPEGReader {
  var cursor: ByteCursor
  var kept: [UInt8] = []
  var frame: JPEGFrame?
  private var exif: EXIF?
  private var hasJFIF = false
  private var transform: UInt8?
  private var profile: [Int: ArraySlice<UInt8>] = [:]
  private var scans = 0
  /// More scans than any program writes make a decoder work without end.
  private static let mostScans = 500

  init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes, .jpeg) }

  mutating func read() throws(PictureProblem) -> StrippedPicture {
    _ = try cursor.range(2)
    while true {
      let start = cursor.position
      let marker = try marker()
      switch marker {
      case 0xC0, 0xC1, 0xC2: try readFrame(marker)
      case 0xC4, 0xDB, 0xDD: try readTable(marker)
      case 0xDA:
        scans += 1
        guard scans <= Self.mostScans else { throw .damaged(.jpeg, start) }
        try readScan()
      case 0xE0...0xEF: try readApplication(marker)
      case 0xDC, 0xFE: _ = try segment()
      case 0xD9:
        guard scans > 0, let frame else { throw .damaged(.jpeg, start) }
        return stripped(frame)
      // Lossless, hierarchical and arithmetic kinds, which browsers do not show.
      case 0xC3, 0xC5...0xCF, 0xDE, 0xDF: throw .unusual(.jpeg)
      default: throw .damaged(.jpeg, start)
      }
    }
  }

  /// The code of the next marker; any number of fill bytes may stand before it.
  private mutating func marker() throws(PictureProblem) -> UInt8 {
    guard try cursor.byte() == 0xFF else { throw .damaged(.jpeg, cursor.position - 1) }
    var code = try cursor.byte()
    while code == 0xFF { code = try cursor.byte() }
    return code
  }

  /// What a segment holds behind its length.
  mutating func segment() throws(PictureProblem) -> ArraySlice<UInt8> {
    let length = try cursor.bigEndian(2)
    guard length >= 2 else { throw cursor.damaged }
    return try cursor.take(length - 2)
  }

  /// Appends a segment to what is kept.
  mutating func keep(_ marker: UInt8, _ payload: ArraySlice<UInt8>) {
    Self.append(marker, payload, to: &kept)
  }

  private static func append(
    _ marker: UInt8, _ payload: some Collection<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes += [0xFF, marker] + BigEndian.bytes(UInt16(payload.count + 2))
    bytes += payload
  }

  private mutating func readApplication(_ marker: UInt8) throws(PictureProblem) {
    let payload = try segment()
    switch marker {
    case 0xE0: hasJFIF = hasJFIF || payload.starts(with: Array("JFIF".utf8) + [0])
    case 0xE1: if exif == nil, payload.starts(with: EXIF.mark) { exif = EXIF(payload) }
    case 0xE2:
      let mark = Array("ICC_PROFILE".utf8) + [0]
      if payload.starts(with: mark), let number = payload.dropFirst(mark.count).first {
        profile[Int(number)] = payload.dropFirst(mark.count + 2)
      }
    case 0xEE:
      if payload.starts(with: "Adobe".utf8), payload.count >= 12,
        let last = payload.dropFirst(11).first,
        last <= 2
      {
        transform = last
      }
    default: break
    }
  }

  private func stripped(_ frame: JPEGFrame) -> StrippedPicture {
    let orientation = exif?.orientation ?? .upright
    var bytes: [UInt8] = [0xFF, 0xD8]
    bytes.reserveCapacity(kept.count + 1024)
    if hasJFIF {
      Self.append(0xE0, Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0], to: &bytes)
    }
    if orientation != .upright {
      Self.append(0xE1, EXIF.mark + EXIF.minimal(orientation), to: &bytes)
    }
    if let transform {
      Self.append(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, transform], to: &bytes)
    }
    if let profile = colourProfile(frame) {
      Self.append(0xE2, Array("ICC_PROFILE".utf8) + [0, 1, 1] + profile, to: &bytes)
    }
    bytes += kept
    bytes += [0xFF, 0xD9]
    return StrippedPicture(
      bytes, of: cursor.bytes.count, type: .jpeg, stored: (frame.width, frame.height),
      orientation: orientation, hadLocation: exif?.hasLocation ?? false)
  }

  private func colourProfile(_ frame: JPEGFrame) -> [UInt8]? {
    let whole = profile.sorted { $0.key < $1.key }.flatMap(\.value)
    guard let rebuilt = ColourProfile.rebuilt(whole, colours: frame.components.count),
      rebuilt.count < 65_000
    else { return nil }
    return rebuilt
  }
}
