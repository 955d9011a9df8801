/// What kind of file bytes are, by how they begin.
package enum PictureKind: Hashable, Sendable {
  /// A picture that some network takes.
  case taken(PictureType)
  /// Something else.
  case refused(Refused)

  /// Kinds of files that people send instead of a picture.
  package enum Refused: String, CaseIterable, Sendable {
    /// What iPhones take unless told otherwise.
    case heic
    /// AVIF.
    case avif
    /// JPEG XL.
    case jpegXL
    /// A drawing in XML, which may hold scripts.
    case svg
    /// PDF.
    case pdf
    /// TIFF, and the raw files of cameras that are built like it.
    case tiff
    /// BMP.
    case bmp
    /// A film.
    case video
    /// ZIP and what is built like it: documents of word processors.
    case archive
    /// Text.
    case text
    /// Nothing at all.
    case empty
    /// None of these.
    case unknown
  }

  /// How much of a file is looked at, in bytes.
  private static let limit = 1024

  /// Looks at the beginning of a file.
  package init(_ bytes: [UInt8]) {
    let head = bytes.prefix(Self.limit)
    if let type = Self.type(head) {
      self = .taken(type)
    } else {
      self = .refused(Self.refused(head))
    }
  }

  private static func type(_ head: ArraySlice<UInt8>) -> PictureType? {
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if head.starts(with: PNGReader.signature) { return .png }
    if head.starts(with: "GIF87a".utf8) || head.starts(with: "GIF89a".utf8) { return .gif }
    if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) { return .webp }
    return nil
  }

  private static func refused(_ head: ArraySlice<UInt8>) -> Refused {
    if head.isEmpty { return .empty }
    if head.dropFirst(4).starts(with: "ftyp".utf8) { return media(head.dropFirst(8)) }
    for (start, kind) in starts where head.starts(with: start) { return kind }
    if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "AVI ".utf8) { return .video }
    return words(head)
  }

  /// ISO base media files name their brand behind `ftyp`; still pictures have brands of their own.
  private static func media(_ brands: ArraySlice<UInt8>) -> Refused {
    if brands.starts(with: "avif".utf8) || brands.starts(with: "avis".utf8) { return .avif }
    let still = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"]
    return still.contains { brands.starts(with: $0.utf8) } ? .heic : .video
  }

  private static func words(_ head: ArraySlice<UInt8>) -> Refused {
    guard !head.contains(where: { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20) }) else { return .unknown }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    if text.utf8.starts(with: "<svg".utf8) || text.contains("<svg") { return .svg }
    // The last scalar may be cut in two by the limit of what is read.
    let whole = head.count < limit ? text.unicodeScalars[...] : text.unicodeScalars.dropLast()
    return whole.contains("\u{FFFD}") ? .unknown : .text
  }

  private static let starts: [([UInt8], Refused)] = [
    (Array("%PDF".utf8), .pdf),
    ([0x49, 0x49, 0x2A, 0x00], .tiff),
    ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x49, 0x49, 0x2B, 0x00], .tiff),
    (Array("BM".utf8), .bmp),
    ([0xFF, 0x0A], .jpegXL),
    ([0x00, 0x00, 0x00, 0x0C, 0x4A, 0x58, 0x4C, 0x20], .jpegXL),
    ([0x1A, 0x45, 0xDF, 0xA3], .video),
    ([0x00, 0x00, 0x01, 0xBA], .video),
    (Array("OggS".utf8), .video),
    (Array("PK".utf8) + [0x03, 0x04], .archive),
    ([0x1F, 0x8B], .archive),
    (Array("Rar!".utf8), .archive),
  ]
}

extension PictureKind.Refused {
  /// What it is and that the networks do not take it.
  var message: Message { Message("picture.kind.\(rawValue)") }

  /// What to send instead.
  var fix: Message {
    switch self {
    case .heic: Message("picture.heic-fix")
    case .video: Message("picture.video-fix")
    case .text, .archive, .empty, .unknown: Message("picture.choose-fix")
    case .avif, .jpegXL, .svg, .pdf, .tiff, .bmp: Message("picture.save-fix")
    }
  }
}
