/// Every text that a person reads, by code, in each language.
///
/// An area of the product has a file of entries: a line with the code, then a line a language
/// (`en …`, `fr …`); a line that starts with two spaces goes on with the line before. In a text
/// `{1}` is an argument, `{1#}` an argument written as a number of that language, and `{1?page:pages}`
/// chooses by whether the argument is one (in French, less than two).
package struct Catalogue: Sendable {
  /// The catalogue of the product.
  package static let shared = Catalogue(areas)

  private let areas: [String]
  /// The lines of each entry by its code, cut apart but not read: a run of the program needs a few
  /// of a thousand entries, and reading them all was a tenth of the time to `--help`.
  private let blocks: [String: Substring]

  /// Takes areas; each entry stands alone between empty lines.
  package init(_ areas: [String]) {
    self.areas = areas
    var blocks: [String: Substring] = [:]
    blocks.reserveCapacity(2_048)
    for area in areas {
      var start = area.startIndex
      var last: UInt8 = 0
      for index in area.utf8.indices {
        let byte = area.utf8[index]
        if byte == 0x0A, last == 0x0A {
          Self.add(area[start..<index], to: &blocks)
          start = area.utf8.index(after: index)
        }
        last = byte
      }
      Self.add(area[start...], to: &blocks)
    }
    self.blocks = blocks
  }

  private static func add(_ block: Substring, to blocks: inout [String: Substring]) {
    guard let end = block.utf8.firstIndex(of: 0x0A) else { return }
    blocks[String(block[..<end])] = block
  }

  /// All texts by code; a line that fits nowhere is under the code `malformed`, where a test finds it.
  package var texts: [String: [Language: String]] {
    areas.reduce(into: [:]) { texts, area in
      texts.merge(Self.read(area[...])) { $0.merging($1) { $1 } }
    }
  }

  /// Reads entries.
  private static func read(_ lines: Substring) -> [String: [Language: String]] {
    var texts: [String: [Language: String]] = [:]
    var code = "malformed"
    var language: Language?
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        language = nil
      } else if line.hasPrefix("  "), let language {
        texts[code, default: [:]][language, default: ""] += " " + line.dropFirst(2)
      } else if let found = Language.allCases.first(where: { line.hasPrefix("\($0.rawValue) ") }) {
        language = found
        texts[code, default: [:]][found] = String(line.dropFirst(3))
      } else {
        code = String(line)
        language = nil
      }
    }
    return texts
  }

  /// The text of a message; an unknown code shows itself with its arguments, so that nothing is lost.
  package func text(_ message: Message, in language: Language) -> String {
    guard let block = blocks[message.code], let template = Self.read(block)[message.code]?[language]
    else {
      return ([message.code] + message.arguments).joined(separator: " ")
    }
    return Self.fill(template, message.arguments, language)
  }

  /// Puts the arguments into a text.
  static func fill(_ template: String, _ arguments: [String], _ language: Language) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let hole = rest[rest.index(after: open)..<close]
      result += value(of: hole, arguments, language) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func value(
    of hole: Substring, _ arguments: [String], _ language: Language
  ) -> String? {
    let digits = hole.prefix { $0.isNumber }
    guard let index = Int(digits), index >= 1, index <= arguments.count else { return nil }
    let argument = arguments[index - 1]
    let kind = hole.dropFirst(digits.count)
    if kind.isEmpty { return argument }
    if kind == "#" { return grouped(argument, language) }
    guard kind.first == "?" else { return nil }
    let forms = kind.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard forms.count == 2 else { return nil }
    let isOne = language == .fr ? ["0", "1"].contains(argument) : argument == "1"
    return String(forms[isOne ? 0 : 1])
  }

  /// A whole number with the separator of the language: `1,212` or `1 212` (narrow no-break space).
  package static func grouped(_ digits: String, _ language: Language) -> String {
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return digits }
    let separator = language == .fr ? "\u{202F}" : ","
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.utf8.count - offset) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
