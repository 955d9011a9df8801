/// Builds a page of HTML as bytes; texts are escaped byte by byte.
struct HTML {
  private(set) var bytes: [UInt8] = []

  /// Appends markup of our own.
  mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends text from outside, harmless in elements and in quoted attributes.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: markup("&amp;")
      case 0x3C: markup("&lt;")
      case 0x3E: markup("&gt;")
      case 0x22: markup("&quot;")
      case 0x27: markup("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// Appends text in which addresses become links and line breaks stay.
  mutating func prose(_ prose: String) {
    for line in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      var isFirst = true
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !isFirst { markup(" ") }
        isFirst = false
        if word.hasPrefix("https://") || word.hasPrefix("http://") {
          link(String(word), text: String(word))
        } else {
          text(String(word))
        }
      }
      markup("\n")
    }
  }

  /// Appends a link to the outside; anything but http and https stays text.
  mutating func link(_ address: String, text label: String) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      text(label)
      return
    }
    markup("<a rel=\"noopener noreferrer\" href=\"")
    text(address)
    markup("\">")
    text(label)
    markup("</a>")
  }
}
