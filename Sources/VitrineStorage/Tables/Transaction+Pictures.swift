import VitrineCore

/// A picture as stored.
package struct StoredPicture: Sendable {
  /// SHA-256 of the bytes, in hexadecimal.
  package let digest: String
  /// What kind of file it is.
  package let type: PictureType
  /// The width in pixels.
  package let width: Int
  /// The height in pixels.
  package let height: Int
  /// The bytes as they are sent.
  package let bytes: [UInt8]

  /// Makes a picture; the digest is that of the bytes.
  package init(type: PictureType, width: Int, height: Int, bytes: [UInt8]) {
    digest = Hash(of: bytes).hex
    self.type = type
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  init(row: Row) throws {
    digest = try row.text("digest")
    type = try row.value(of: "type", as: PictureType.self)
    width = try row.int("width")
    height = try row.int("height")
    bytes = try row.blob("bytes")
  }
}

extension Transaction {
  /// Keeps a picture; one that is there already stays as it is, since its digest says that it is the same.
  package func insertPicture(_ picture: StoredPicture, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO picture (digest, type, width, height, bytes, added_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (digest) DO NOTHING
      """,
      [
        .text(picture.digest), .text(picture.type.rawValue), SQLValue(picture.width),
        SQLValue(picture.height), .blob(picture.bytes), SQLValue(now),
      ])
  }

  /// A picture by its digest.
  package func picture(_ digest: String) throws -> StoredPicture? {
    try row("SELECT * FROM picture WHERE digest = ?1", [.text(digest)])
      .map(StoredPicture.init(row:))
  }
}
