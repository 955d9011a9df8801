/// Finds what X takes for an address, with or without `https://`.
///
/// Follows the published rules of twitter-text 3 but for one point: its list of endings of the
/// internet is not carried along. Two letters are a country; the common endings are known; behind
/// another one in small letters (`promo.magasin`) the larger of both counts is taken, so that a text
/// which we let pass is not refused.
enum LinkScan {
  /// Where an address ends, and what it counts.
  typealias Found = (end: Int, weight: Int)

  /// The address that begins at a place; `nil` when none does.
  static func link(in scalars: [Unicode.Scalar], at start: Int) -> Found? {
    let previous = start > 0 ? scalars[start - 1] : " "
    guard isWord(scalars[start]), !isWord(previous), !joining.contains(previous)
    else { return nil }
    if let host = scheme(scalars, start) {
      return absolute(scalars, start, host)
    }
    return inner.contains(previous) || previous == "/" ? nil : bare(scalars, start)
  }

  /// Behind these stands the name of an account, a subject or an e-mail's host.
  private static let joining: Set<Unicode.Scalar> = ["@", "＠", "$", "#", "＃"]
  private static let inner: Set<Unicode.Scalar> = ["-", "_", "."]

  /// Where the host begins behind `http://` or `https://`.
  private static func scheme(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard scalars[start].value | 0x20 == 0x68 else { return nil }
    for name in ["https://", "http://"] {
      let wanted = name.unicodeScalars
      guard wanted.count < scalars.count - start else { continue }
      let found = scalars[start..<(start + wanted.count)]
      if zip(found, wanted).allSatisfy({ $0 == $1 || ($0.isASCII && $0.value | 0x20 == $1.value) })
      {
        return start + wanted.count
      }
    }
    return nil
  }

  private static func absolute(_ scalars: [Unicode.Scalar], _ start: Int, _ host: Int) -> Found? {
    var end = host
    while end < scalars.count, isHost(scalars[end]) { end += 1 }
    guard let domain = LinkHost(scalars[host..<end], isBare: false), domain.ending != .unknown,
      let last = LinkPath.end(scalars, domain.end)
    else { return nil }
    return found(scalars, start, last, isSure: true)
  }

  /// An address without a scheme.
  ///
  /// Inside a word none begins, so that no word is read twice.
  private static func bare(_ scalars: [Unicode.Scalar], _ start: Int) -> Found? {
    var end = start
    var hasDot = false
    while end < scalars.count, isWord(scalars[end]) || inner.contains(scalars[end]) {
      hasDot = hasDot || scalars[end] == "."
      end += 1
    }
    guard hasDot, end == scalars.count || scalars[end] != "@",
      let domain = LinkHost(scalars[start..<end], isBare: true),
      let last = LinkPath.end(scalars, domain.end), !domain.isShort || last > domain.end
    else { return nil }
    return found(scalars, start, last, isSure: domain.ending != .unknown)
  }

  /// What an address counts; one of more than 4,096 characters is a text for X, all of it, and is not
  /// searched again.
  private static func found(
    _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int, isSure: Bool
  ) -> Found {
    let isText = end - start > 4096
    if isSure, !isText { return (end, WeightedLength.link) }
    let plain = (start..<end).reduce(0) { $0 + WeightedLength.weight(scalars[$1]) }
    return (end, isText ? plain : max(plain, WeightedLength.link))
  }

  /// Letters and digits of European languages; others may stand in an address with a scheme only.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
    default: false
    }
  }

  private static func isHost(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isWord(scalar) || inner.contains(scalar) }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .dashPunctuation:
      return false
    default: return true
    }
  }
}
