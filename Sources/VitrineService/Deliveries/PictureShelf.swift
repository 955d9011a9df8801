/// The pictures that a worker has read lately, so that 1,212 pages with the same one read it once.
struct PictureShelf {
  private var pictures: [String: [UInt8]] = [:]
  private var size = 0

  /// The most bytes that are kept; a shelf that is full is cleared, and fills again with what is in use.
  private static let capacity = 64 << 20

  /// A picture by its digest.
  subscript(digest: String) -> [UInt8]? { pictures[digest] }

  /// Keeps a picture.
  mutating func keep(_ bytes: [UInt8], as digest: String) {
    if size + bytes.count > Self.capacity {
      pictures = [:]
      size = 0
    }
    pictures[digest] = bytes
    size += bytes.count
  }
}
