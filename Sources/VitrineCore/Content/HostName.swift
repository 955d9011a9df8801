/// The name of a host on the public internet, in ASCII and as people read it.
struct HostName {
  let ascii: String
  /// The name with its letters, when it is not all ASCII.
  let readable: String?

  init(_ text: String) throws(WebLink.Problem) {
    var text = text.lowercased()
    if text.hasSuffix(".") { text.removeLast() }
    guard !text.hasPrefix("[") else { throw .address(text) }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let last = labels.last, text.utf8.count <= 253 else { throw .host(text) }
    // What a browser would read as IPv4: the last part is a number, decimal or 0x….
    if last.utf8.first.map({ (48...57).contains($0) }) == true,
      last.hasPrefix("0x") || last.utf8.allSatisfy({ (48...57).contains($0) })
    {
      throw .address(text)
    }
    var ascii: [String] = []
    var readable: [String] = []
    for label in labels {
      let letters = try Self.letters(of: label, in: text)
      readable.append(letters)
      ascii.append(letters.utf8.allSatisfy { $0 < 0x80 } ? letters : Self.punycode(letters))
    }
    self.ascii = ascii.joined(separator: ".")
    for label in readable where Self.mixesAlphabets(label) {
      throw .mixedAlphabets(readable.joined(separator: "."), self.ascii)
    }
    guard ascii.allSatisfy({ (1...63).contains($0.utf8.count) }) else { throw .host(text) }
    let isInner =
      labels.count < 2
      || ["localhost", "local", "internal", "lan", "home", "corp", "arpa", "onion", "invalid"]
        .contains(last)
    if isInner { throw .innerName(text) }
    let name = readable.joined(separator: ".")
    self.readable = name == self.ascii ? nil : name
  }

  /// The label with its letters: `xn--` is read, so that both spellings are judged alike.
  private static func letters(of label: String, in host: String) throws(WebLink.Problem) -> String {
    var letters = label
    if label.hasPrefix("xn--") {
      guard let decoded = Punycode.decode(String(label.dropFirst(4))),
        decoded.utf8.contains(where: { $0 >= 0x80 }), punycode(decoded) == label
      else { throw .host(host) }
      letters = decoded
    }
    guard letters.utf8.first != 0x2D, letters.utf8.last != 0x2D,
      letters.unicodeScalars.allSatisfy(isAllowed)
    else { throw .host(host) }
    return letters
  }

  private static func punycode(_ letters: String) -> String { "xn--" + Punycode.encode(letters) }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-": return true
    case _ where scalar.isASCII: return false
    default:
      let properties = scalar.properties
      // Full-width digits, mathematical letters and the like become other characters in a browser.
      return (properties.isAlphabetic || properties.generalCategory == .nonspacingMark)
        && !properties.changesWhenNFKCCaseFolded
    }
  }

  /// Whether letters of Latin stand beside letters of another alphabet.
  private static func mixesAlphabets(_ label: String) -> Bool {
    var isLatin = false
    var isOther = false
    for scalar in label.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0...0x24F, 0x1E00...0x1EFF: isLatin = true
      default: isOther = true
      }
    }
    return isLatin && isOther
  }
}
