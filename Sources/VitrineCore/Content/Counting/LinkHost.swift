/// The host of an address as X reads it out of a text.
struct LinkHost {
  /// What is known about the ending of a host.
  enum Ending { case generic, country, unknown }

  /// Where the host ends in the scalars of the text.
  let end: Int
  let ending: Ending
  /// A name and a country, such as `mairie.fr`: no address for X unless a scheme or a path says so;
  /// `.co` and `.tv` are.
  let isShort: Bool

  /// The longest beginning of a run that is a host.
  init?(_ run: ArraySlice<Unicode.Scalar>, isBare: Bool) {
    var labels = run.split(separator: ".", omittingEmptySubsequences: false)
    while let last = labels.last, last.isEmpty { labels.removeLast() }
    let good = labels.prefix { Self.isLabel($0) }
    guard good.count >= 2 else { return nil }
    var fallback: (index: Int, end: Int)?
    for index in good.indices.dropFirst().reversed() {
      // The end of an address is not inside a word: `exemple.com1` is none.
      let label = good[index]
      guard let (name, ending) = Self.ending(label, isBare: isBare),
        !good[index - 1].contains("_")
      else { continue }
      if ending == .unknown, isBare {
        if index == labels.count - 1 { fallback = (index, name.endIndex) }
        continue
      }
      end = name.endIndex
      self.ending = ending
      let country = String(String.UnicodeScalarView(name)).lowercased()
      isShort = index == 1 && ending == .country && !["co", "tv"].contains(country)
      return
    }
    guard let fallback else { return nil }
    end = fallback.end
    ending = .unknown
    isShort = false
  }

  /// Up to 63 letters, digits and hyphens once it is in ASCII (RFC 1035), no hyphen at its ends.
  private static func isLabel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = label.first, let last = label.last, first != "-", last != "-", first != "_",
      last != "_", label.count <= 63
    else { return false }
    if label.allSatisfy(\.isASCII) { return true }
    return Punycode.encode(String(String.UnicodeScalarView(label))).utf8.count <= 59
  }

  /// The part of the last label that ends a host; text in another alphabet may follow it directly.
  private static func ending(
    _ label: ArraySlice<Unicode.Scalar>, isBare: Bool
  ) -> (ArraySlice<Unicode.Scalar>, Ending)? {
    let letters = label.prefix { $0.isASCII && $0.properties.isAlphabetic }
    if letters.count < label.count {
      let next = label[letters.endIndex]
      if next.isASCII {
        let isPunycode = label.prefix(4).elementsEqual("xn--".unicodeScalars)
        return isPunycode && label.allSatisfy(\.isASCII) ? (label, .generic) : nil
      }
      if letters.isEmpty, !isBare { return (label, .generic) }
    }
    guard letters.count >= 2 else { return nil }
    let name = String(String.UnicodeScalarView(letters))
    if letters.count == 2 { return (letters, .country) }
    if common.contains(name.lowercased()) { return (letters, .generic) }
    if !isBare { return (letters, .generic) }
    return letters.count == label.count && name == name.lowercased() ? (letters, .unknown) : nil
  }

  /// Endings that X knows without any doubt.
  private static let common: Set<String> = [
    "com", "org", "net", "info", "biz", "edu", "gov", "int", "mil", "name", "pro", "mobi", "jobs",
    "travel", "coop", "museum", "aero", "asia", "cat", "tel", "post", "app", "dev", "shop", "store",
    "online", "site", "blog", "club", "news", "paris", "bzh", "corsica", "alsace", "boutique",
  ]
}
