/// Writes a page of HTML in which texts from outside are texts and nothing else.
///
/// The sandbox has one of its own, since it shares no code with the side that it tests.
package struct HTMLWriter: Sendable {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty page.
  package init() {}

  /// Writes markup, which only a literal of ours can be.
  package mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes += $0 }
  }

  /// Writes a text into an element or a quoted attribute: the five bytes that could end either are named.
  package mutating func text(_ text: String) {
    for byte in text.utf8 {
      if let name = Self.names[byte] { bytes += name.utf8 } else { bytes.append(byte) }
    }
  }

  /// Writes an address as a link if it is one of the web, and as a text otherwise.
  package mutating func link(_ address: String) {
    guard ["https://", "http://"].contains(where: { address.utf8.starts(with: $0.utf8) }) else {
      return text(address)
    }
    markup("<a rel=\"noopener noreferrer\" href=\"")
    text(address)
    markup("\">")
    text(address)
    markup("</a>")
  }

  private static let names: [UInt8: String] = [
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;",
    UInt8(ascii: "\""): "&quot;", UInt8(ascii: "'"): "&#39;",
  ]
}
