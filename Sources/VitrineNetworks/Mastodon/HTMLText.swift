/// The plain text of a status, whose content is HTML.
///
/// Servers write paragraphs and line breaks, wrap addresses in links of several spans (the whole of
/// which is the address), and put signs as entities. Some format besides, and take the marks of it out
/// of the text: then only the server's own source tells what was written, and `isAltered` says so.
struct HTMLText: Equatable, Sendable {
  /// The text, with a line feed for a break and an empty line between paragraphs.
  let plain: String
  /// Whether the server has made of the text what cannot be taken back with certainty.
  let isAltered: Bool

  /// Reads HTML; never fails, since what is no tag is text.
  init(_ html: String) {
    var reader = HTMLTextReader(Array(html.utf8))
    reader.read()
    plain = reader.text
    isAltered = reader.isAltered
  }
}

/// Goes through the bytes once.
private struct HTMLTextReader {
  private let bytes: [UInt8]
  private var index = 0
  private var out: [UInt8] = []
  /// The address of the link that is open, and where its words begin.
  private var link: (address: String, start: Int)?
  private(set) var isAltered = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text without blanks at its ends.
  var text: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
    let start = out.firstIndex { !isBlank($0) } ?? out.endIndex
    let end = out.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: out[start..<end], as: UTF8.self)
  }

  mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readEntity()
      case 0x0A, 0x0D, 0x09:
        // A line feed of the markup is a blank, and nothing behind a break.
        if let last = out.last, last != 0x0A, last != 0x20 { out.append(0x20) }
        index += 1
      default:
        out.append(bytes[index])
        index += 1
      }
    }
    closeLink()
  }

  private mutating func readTag() {
    guard let tag = HTMLTag(bytes, at: index) else {
      out.append(bytes[index])
      index += 1
      return
    }
    index = tag.end
    switch (tag.name, tag.isClosing) {
    case ("br", _): out.append(0x0A)
    case ("p", false): breakParagraph()
    case ("a", false): openLink(tag)
    case ("a", true): closeLink()
    case ("p", true), ("span", _), ("", _): break
    case ("div", _): breakLine()
    case ("img", _):
      out += Array((tag.attributes["alt"] ?? "").utf8)
      isAltered = true
    default:
      if HTMLTag.blocks.contains(tag.name) { breakLine() }
      isAltered = true
    }
  }

  private mutating func breakParagraph() {
    guard !out.isEmpty else { return }
    while let last = out.last, last == 0x20 || last == 0x0A { out.removeLast() }
    if !out.isEmpty { out += [0x0A, 0x0A] }
  }

  private mutating func breakLine() {
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  private mutating func openLink(_ tag: HTMLTag) {
    closeLink()
    let classes = (tag.attributes["class"] ?? "").split(separator: " ")
    if classes.contains("mention"), !classes.contains("hashtag") {
      // The server of the person is left out of the words.
      isAltered = true
    } else if let address = tag.attributes["href"], !classes.contains("hashtag") {
      link = (address, out.count)
    }
  }

  /// Puts the whole address in the place of its beginning with an ellipsis.
  private mutating func closeLink() {
    guard let (address, start) = link, start <= out.count else { return }
    link = nil
    let words = String(decoding: out[start...], as: UTF8.self)
    guard let shown = Self.withoutEllipsis(words) else { return }
    let bare = Self.withoutScheme(address)
    if bare.utf8.starts(with: Self.withoutScheme(shown).utf8) {
      out.replaceSubrange(start..., with: Array(address.utf8))
    }
  }

  private static func withoutEllipsis(_ words: String) -> String? {
    for mark in ["…", "..."] where words.utf8.count > mark.utf8.count && words.hasSuffix(mark) {
      return String(words.unicodeScalars.dropLast(mark.unicodeScalars.count))
    }
    return nil
  }

  private static func withoutScheme(_ address: String) -> String {
    for scheme in ["https://", "http://"] where address.utf8.starts(with: scheme.utf8) {
      return String(address.dropFirst(scheme.count))
    }
    return address
  }

  private mutating func readEntity() {
    if let (text, length) = HTMLEntity.read(bytes[index...]) {
      out += Array(text.utf8)
      index += length
    } else {
      out.append(bytes[index])
      index += 1
    }
  }
}
