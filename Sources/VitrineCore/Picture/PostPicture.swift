/// A picture of a post: its bytes by their digest, and what it shows.
///
/// The bytes themselves lie in the desk's store of pictures, once for all the posts that show them.
package struct PostPicture: Hashable, Codable, Sendable {
  /// SHA-256 of the bytes as they are sent, in lower-case hexadecimal.
  package var digest: String
  /// What kind of file it is, as its bytes say.
  package var type: PictureType
  /// What it shows, for people who do not see it.
  package var alt: String?

  /// Makes a picture.
  package init(digest: String, type: PictureType, alt: String? = nil) {
    self.digest = digest
    self.type = type
    self.alt = alt
  }
}

/// A kind of picture that some network takes.
package enum PictureType: String, CaseIterable, Codable, Sendable {
  /// JPEG.
  case jpeg
  /// PNG.
  case png
  /// GIF.
  case gif
  /// WebP.
  case webp

  /// The type as HTTP names it (IANA media types).
  package var mediaType: String { "image/\(rawValue)" }
}
