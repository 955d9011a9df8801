/// What the bytes of a picture say about it; its name and what a camera claims are never asked.
package struct Picture: Hashable, Codable, Sendable {
  /// The kind of file.
  package var type: PictureType
  /// The size of the file in bytes.
  package var bytes: Int
  /// Pixels from left to right as people see it, that is after it was turned.
  package var width: Int
  /// Pixels from top to bottom as people see it.
  package var height: Int
  /// How the stored pixels are turned before they are shown.
  package var orientation: PictureOrientation
  /// How many pictures play one after the other; 1 for a still one.
  package var frames: Int

  /// Takes facts; `stored` are the pixels as they lie in the file.
  package init(
    type: PictureType, bytes: Int, stored: (width: Int, height: Int),
    orientation: PictureOrientation = .upright, frames: Int = 1
  ) {
    self.type = type
    self.bytes = bytes
    (width, height) = orientation.swapsSides ? (stored.height, stored.width) : stored
    self.orientation = orientation
    self.frames = frames
  }

  /// Whether it moves.
  package var isAnimated: Bool { frames > 1 }
}

/// How stored pixels are turned before they are shown: tag 0x0112 of EXIF (CIPA DC-008).
///
/// Named after where the top of the stored picture is seen.
package enum PictureOrientation: UInt8, CaseIterable, Codable, Sendable {
  /// As stored.
  case upright = 1
  /// Left and right exchanged.
  case mirrored
  /// Turned by half.
  case upsideDown
  /// Top and bottom exchanged.
  case flipped
  /// Mirrored, and its top on the left.
  case mirroredLeft
  /// Its top on the right: a phone held upright.
  case right
  /// Mirrored, and its top on the right.
  case mirroredRight
  /// Its top on the left.
  case left

  /// Whether what is stored as width is seen as height.
  package var swapsSides: Bool { rawValue >= 5 }
}

extension PictureType {
  /// The name that people know.
  package var title: String { self == .webp ? "WebP" : rawValue.uppercased() }
}
