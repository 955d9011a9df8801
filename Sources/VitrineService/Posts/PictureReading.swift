import VitrineCore
import VitrineStorage

/// A picture that a person gives for a post, before anybody has looked at its bytes.
package struct GivenPicture: Sendable {
  /// The bytes of the file.
  package var bytes: [UInt8]
  /// The file's name, for findings only.
  package var name: String
  /// What it shows.
  package var alt: String?
  /// Who can be recognised in it.
  package var declaration: PictureDeclaration
  /// The field of the template that it fills, if it fills one.
  package var field: String?

  /// Makes a picture.
  package init(
    bytes: [UInt8], name: String, alt: String?,
    declaration: PictureDeclaration = PictureDeclaration(), field: String? = nil
  ) {
    self.bytes = bytes
    self.name = name
    self.alt = alt
    self.declaration = declaration
    self.field = field
  }
}

/// Pictures as posts show them, and their bytes to keep.
struct ReadPictures: Sendable {
  var own: [OwnPicture] = []
  var stored: [StoredPicture] = []

  /// Reads pictures that people gave; one that cannot be used is `invalid`.
  init(_ given: [GivenPicture]) throws {
    for picture in given {
      guard let alt = picture.alt.map(TextNormalization.normalized), !alt.isEmpty else {
        throw Fault(
          .invalid, Message("posts.noAlt", TerminalText.excerpt(picture.name)),
          hint: Message("posts.noAlt.hint"), subject: "--alt")
      }
      let read = try PictureReading.read(picture.bytes, name: picture.name)
      stored.append(read)
      own.append(
        OwnPicture(
          picture: PostPicture(digest: read.digest, type: read.type, alt: alt),
          declaration: picture.declaration))
    }
  }
}

/// What kind of picture some bytes are; the name of the file is not believed.
enum PictureReading {
  /// Reads type and size from the bytes.
  static func read(_ bytes: [UInt8], name: String) throws -> StoredPicture {
    if let size = png(bytes) {
      return StoredPicture(type: .png, width: size.width, height: size.height, bytes: bytes)
    }
    if let size = jpeg(bytes) {
      return StoredPicture(type: .jpeg, width: size.width, height: size.height, bytes: bytes)
    }
    throw Fault(
      .invalid, Message("posts.noPicture", TerminalText.excerpt(name)),
      hint: Message("posts.noPicture.hint"), subject: name)
  }

  private static func png(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    else { return nil }
    return (number(bytes[16..<20]), number(bytes[20..<24]))
  }

  /// The size stands in the first frame header (ITU-T T.81, B.2.2).
  private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (number(bytes[index + 7..<index + 9]), number(bytes[index + 5..<index + 7]))
      }
      index += 2 + number(bytes[index + 2..<index + 4])
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
