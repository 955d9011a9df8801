/// Reads a Swift file just far enough to know which literals are the first argument of which call.
///
/// Comments are skipped; interpolations are code like any other. Raw strings hold no codes.
struct SourceScan {
  /// A literal; what follows an interpolation is left out.
  struct Literal {
    var text: String
    var isWhole: Bool
  }

  /// A call with the literals of its first argument; `empty:` counts as one.
  struct Call {
    var name: String
    var literals: [Literal]
  }

  private(set) var literals: [Literal] = []
  private(set) var calls: [Call] = []
  private let bytes: [UInt8]
  private var position = 0
  private var open: [(call: Call, isFirst: Bool)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the file.
  mutating func run() {
    while position < bytes.count { code() }
  }

  /// Reads code to its end, or past the parenthesis that closes an interpolation.
  private mutating func code() {
    let depth = open.count
    while position < bytes.count {
      let byte = bytes[position]
      if starts("//") {
        skip(past: "\n")
      } else if starts("/*") {
        skip(past: "*/")
      } else if starts("#\"") {
        position += 2
        skip(past: "\"#")
      } else if byte == UInt8(ascii: "\"") {
        literal()
      } else {
        let name = "([{".utf8.contains(byte) ? name(before: position) : ""
        position += 1
        if "([{".utf8.contains(byte) {
          open.append((Call(name: name, literals: []), true))
        } else if ")]}".utf8.contains(byte) {
          guard open.count > depth, let last = open.popLast() else { return }
          if !last.call.literals.isEmpty { calls.append(last.call) }
        } else if byte == UInt8(ascii: ","), !open.isEmpty {
          open[open.count - 1].isFirst = false
        }
      }
    }
  }

  private mutating func literal() {
    let label = name(before: position, labels: true)
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    position += quote.utf8.count
    var found = Literal(text: "", isWhole: true)
    var text: [UInt8] = []
    while position < bytes.count, !starts(quote) {
      if starts("\\(") {
        found.isWhole = false
        position += 2
        code()
      } else {
        let length = starts("\\") ? 2 : 1
        if found.isWhole { text += bytes[position..<min(position + length, bytes.count)] }
        position += length
      }
    }
    position += quote.utf8.count
    found.text = String(decoding: text, as: UTF8.self)
    literals.append(found)
    if label == "empty:" { calls.append(Call(name: label, literals: [found])) }
    if let last = open.indices.last, open[last].isFirst { open[last].call.literals.append(found) }
  }

  /// The name that ends before a position, with the dots in it.
  private func name(before end: Int, labels: Bool = false) -> String {
    var end = end
    if labels { while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 } }
    var start = end
    while start > 0 {
      let byte = bytes[start - 1]
      let isPart =
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        || (labels && byte == UInt8(ascii: ":")) || (48...57).contains(byte)
        || (65...90).contains(byte & 0xDF)
      guard isPart else { break }
      start -= 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func starts(_ text: String) -> Bool {
    var index = position
    for byte in text.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  private mutating func skip(past text: String) {
    while position < bytes.count, !starts(text) { position += 1 }
    position += text.utf8.count
  }
}
