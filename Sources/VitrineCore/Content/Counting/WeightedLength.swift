/// The length of a text as X counts it: weights, one length for every address, two for every emoji.
///
/// Sources: https://docs.x.com/fundamentals/counting-characters and the configuration `v3` of
/// twitter-text (scale 100, default weight 200; weight 100 for 0–4351, 8192–8205, 8208–8223 and
/// 8242–8247; an address 23; emoji parsing on), both looked at on 2026-11-22. The text is counted in
/// NFC. One pass, in linear time.
enum WeightedLength {
  /// What an address counts, however long it is.
  static let link = 23
  /// What an emoji counts, however many scalars it is made of.
  static let emoji = 2

  /// The length; X takes 280.
  static func count(_ text: String) -> Int {
    let scalars = Array(text.nfc.unicodeScalars)
    var total = 0
    var index = 0
    while index < scalars.count {
      if let found = LinkScan.link(in: scalars, at: index) {
        total += found.weight
        index = found.end
      } else if let end = EmojiScan.end(of: scalars, at: index) {
        total += emoji
        index = end
      } else {
        total += weight(scalars[index])
        index += 1
      }
    }
    return total
  }

  /// What a scalar counts by itself.
  static func weight(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...4351, 8192...8205, 8208...8223, 8242...8247: 1
    default: 2
    }
  }
}
