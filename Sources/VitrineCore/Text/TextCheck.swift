/// Looks for scalars that have no place in a public text, or that hide something in it.
package enum TextCheck {
  /// More marks than this on one letter are no language but an attack on the lines above.
  private static let mostMarks = 8

  /// Returns what is wrong, with the place of each scalar.
  ///
  /// Errors: controls but line feed and tab, separators other than a line feed, and the scalars that
  /// override a writing direction. Warnings: invisible scalars, marks of direction, joiners between
  /// letters of a script that has no use for them, heaps of combining marks, and U+FFFD, which is
  /// what is left of a letter that was read in the wrong encoding. Joined emoji, their variants and
  /// the flags made of tags are left alone.
  package static func findings(
    in text: String, file: String? = nil, firstLine: Int = 1
  ) -> FindingList {
    var list = FindingList(file: file)
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) {
      return list
    }
    let scalars = Array(text.unicodeScalars)
    var place = SourcePosition(line: firstLine, column: 1)
    var marks = 0
    for (index, scalar) in scalars.enumerated() {
      if let (severity, code) = problem(scalars, index) {
        list.add(Message(code, scalar.name), severity, at: place)
      }
      marks = scalar.properties.generalCategory == .nonspacingMark ? marks + 1 : 0
      if marks == mostMarks + 1 { list.add(Message("text.marks", mostMarks), .warning, at: place) }
      place.pass(scalar)
    }
    return list
  }

  private static func problem(
    _ scalars: [Unicode.Scalar], _ index: Int
  ) -> (Finding.Severity, String)? {
    let scalar = scalars[index]
    switch ScalarKind(scalar) {
    case .control: return (.error, "text.control")
    case .separator: return (.error, "text.separator")
    case .directional: return (.error, "text.direction")
    case .directionMark: return (.warning, "text.directionMark")
    case .invisible: return (.warning, "text.invisible")
    case .joiner:
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isAtHome = isJoinable(before) && isJoinable(after)
      return isAtHome ? nil : (.warning, "text.invisible")
    case .ordinary:
      if scalar.value == 0xFFFD { return (.warning, "text.replacement") }
      // Tag letters spell the flags of England, Scotland and Wales behind a black flag.
      if (0xE0000...0xE007F).contains(scalar.value), !followsBlackFlag(scalars, index) {
        return (.warning, "text.invisible")
      }
      return nil
    }
  }

  /// Whether a joiner may stand beside a scalar: emoji and their parts, and scripts that join letters.
  private static func isJoinable(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.value == 0xFE0F || (0x1F3FB...0x1F3FF).contains(scalar.value) { return true }
    if scalar.value > 0xFF, scalar.properties.isEmoji { return true }
    return (0x0590...0x109F).contains(scalar.value)
  }

  private static func followsBlackFlag(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let before = scalars[..<index].suffix(16).last { !(0xE0000...0xE007F).contains($0.value) }
    return before?.value == 0x1F3F4
  }
}
