/// Finds emoji as sequences of scalars (UTS #51): flags, keycaps, skin tones, joined people.
///
/// At most four emoji are joined to one, which is the longest that a keyboard offers; a chain that
/// somebody made longer counts part by part.
enum EmojiScan {
  /// Where the emoji ends that begins at a place; `nil` when none does.
  static func end(of scalars: [Unicode.Scalar], at start: Int) -> Int? {
    let first = scalars[start]
    // Nearly all scalars of nearly all texts are letters.
    guard first.value > 0xFF || !first.properties.isAlphabetic, first.properties.isEmoji else {
      return nil
    }
    if isRegional(first) {
      return start + 1 < scalars.count && isRegional(scalars[start + 1]) ? start + 2 : nil
    }
    if first.value < 0x3A { return keycap(scalars, start) }
    guard var end = element(scalars, start) else { return nil }
    for _ in 1..<4 {
      guard end + 1 < scalars.count, scalars[end] == "\u{200D}", scalars[end + 1].value > 0xFF,
        let next = element(scalars, end + 1)
      else { return end }
      end = next
    }
    return end
  }

  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// A digit, `#` or `*` with the frame of a key around it.
  private static func keycap(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var end = start + 1
    if end < scalars.count, scalars[end] == "\u{FE0F}" { end += 1 }
    return end < scalars.count && scalars[end] == "\u{20E3}" ? end + 1 : nil
  }

  /// One emoji with its skin tone, its mark of presentation or the letters of its flag.
  private static func element(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    let first = scalars[start]
    guard first.properties.isEmoji, !isRegional(first) else { return nil }
    var end = start + 1
    guard end < scalars.count else { return first.value > 0xFF ? end : nil }
    if scalars[end] == "\u{FE0F}" { return end + 1 }
    // Asked to be shown as text; and © and ® are letters unless asked to be emoji.
    guard scalars[end] != "\u{FE0E}", first.value > 0xFF else { return nil }
    if first.properties.isEmojiModifierBase, scalars[end].properties.isEmojiModifier {
      return end + 1
    }
    if first.value == 0x1F3F4 {
      while end < scalars.count, (0xE0020...0xE007E).contains(scalars[end].value) { end += 1 }
      if end < scalars.count, end > start + 1, scalars[end].value == 0xE007F { return end + 1 }
    }
    return start + 1
  }
}
