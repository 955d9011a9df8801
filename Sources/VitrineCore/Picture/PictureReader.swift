/// Reads a picture from its bytes, and takes everything out that is neither picture nor orientation.
///
/// One pass, in time that grows with the file and never with what its header claims: no pixel is
/// decoded. What is kept is what is known (an allow-list), and known parts must be well formed, so
/// that a flipped byte cannot turn a place into a table of the decoder. The result read again is
/// itself.
package enum PictureReader {
  /// The longest side in pixels; what browsers draw ends a little above it.
  package static let longestSide = 30_000
  /// The most pixels of a picture: 100 million, twice what an iPhone of 2025 takes.
  ///
  /// More in a small file is an attack on whoever decodes it (a pixel flood; OWASP ASVS 5.2.6).
  package static let mostPixels = 100_000_000
  /// The most pixels of all the frames of an animation.
  package static let mostFramePixels = 1_000_000_000

  /// The picture without its metadata, and what it is.
  package static func read(_ bytes: [UInt8]) throws(PictureProblem) -> StrippedPicture {
    switch PictureKind(bytes) {
    case .refused(let kind): throw .notTaken(kind)
    case .taken(.jpeg):
      var reader = JPEGReader(bytes)
      return try reader.read()
    case .taken(.png):
      var reader = PNGReader(bytes)
      return try reader.read()
    case .taken(.gif):
      var reader = GIFReader(bytes)
      return try reader.read()
    case .taken(.webp):
      var reader = WebPReader(bytes)
      return try reader.read()
    }
  }

  /// Refuses sides that no decoder should be asked for; both come from a header and fit into 32 bits.
  static func checkSize(_ width: Int, _ height: Int) throws(PictureProblem) {
    // The sides are small before they are multiplied.
    guard width <= longestSide, height <= longestSide, width * height <= mostPixels else {
      throw .tooManyPixels(width, height)
    }
  }
}
