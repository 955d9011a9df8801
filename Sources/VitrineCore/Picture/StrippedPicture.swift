/// A picture as it may leave the house: nothing in it but pixels, colours and which way is up.
package struct StrippedPicture: Hashable, Sendable {
  /// What the stripped bytes are; its size is theirs.
  package let picture: Picture
  /// The bytes to keep, to approve and to send.
  package let bytes: [UInt8]
  /// Whether the original said where it was taken; worth a word to who took it.
  package let hadLocation: Bool
  /// How many bytes were left out, or 0.
  package let removedBytes: Int

  init(
    _ bytes: [UInt8], of original: Int, type: PictureType, stored: (width: Int, height: Int),
    orientation: PictureOrientation, frames: Int = 1, hadLocation: Bool
  ) {
    picture = Picture(
      type: type, bytes: bytes.count, stored: stored, orientation: orientation, frames: frames)
    self.bytes = bytes
    self.hadLocation = hadLocation
    removedBytes = max(0, original - bytes.count)
  }

  /// SHA-256 of the bytes in lower-case hexadecimal, under which they are kept.
  package var digest: String { Hash(of: bytes).hex }

  /// The picture as a post shows it.
  package func postPicture(alt: String? = nil) -> PostPicture {
    PostPicture(digest: digest, type: picture.type, alt: alt)
  }
}
