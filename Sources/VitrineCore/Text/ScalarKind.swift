/// What a scalar does to a reader: the invisible and the misleading ones are told apart here.
enum ScalarKind {
  /// Anything that may stand in a text.
  case ordinary
  /// C0 (but line feed and tab), DEL and C1: they drive terminals, not readers.
  case control
  /// Opens, closes or overrides a writing direction and so can show text in another order.
  case directional
  /// A mark of direction without a range (U+200E, U+200F, U+061C), at home in Arabic and Hebrew.
  case directionMark
  /// A line or paragraph separator, or NEL: a line end that networks and terminals read differently.
  case separator
  /// Takes no room and joins nothing: hides a difference between two equal-looking words.
  case invisible
  /// Joins or parts its neighbours (U+200C, U+200D): needed inside emoji and in some scripts.
  case joiner

  init(_ scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case 0x09, 0x0A: .ordinary
      case 0x85, 0x2028, 0x2029: .separator
      case 0..<0x20, 0x7F..<0xA0: .control
      case 0x202A...0x202E, 0x2066...0x2069: .directional
      case 0x200E, 0x200F, 0x061C: .directionMark
      case 0x200C, 0x200D: .joiner
      case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B,
        0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFC:
        .invisible
      default: .ordinary
      }
  }
}

extension Unicode.Scalar {
  /// The scalar as Unicode writes it: `U+202E`.
  var name: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}
