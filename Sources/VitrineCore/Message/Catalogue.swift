/// Every text that a person reads, by code, in each language.
///
/// An area of the product has a file of entries: a line with the code, then a line a language
/// (`en …`, `fr …`); a line that starts with two spaces goes on with the line before. In a text
/// `{1}` is an argument, `{1#}` an argument written as a number of that language, and `{1?page:pages}`
/// chooses by whether the argument is one (in French, less than two).
package struct Catalogue: Sendable {
  /// The catalogue of the product.
  package static let shared = Catalogue(areas)

  /// The texts by code.
  package let texts: [String: [Language: String]]

  /// Reads entries; a line that fits nowhere is kept under the code `malformed`, where a test finds it.
  package init(_ areas: [String]) {
    // By bytes and not by characters: every start of the program reads all entries.
    let starts = Language.allCases.map { (language: $0, bytes: Array("\($0.rawValue) ".utf8)) }
    var texts: [String: [Language: String]] = [:]
    for area in areas {
      var code = "malformed"
      var language: Language?
      for line in area.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.isEmpty {
          language = nil
        } else if line.starts(with: [0x20, 0x20]), let language {
          texts[code, default: [:]][language, default: ""] += " " + Substring(line.dropFirst(2))
        } else if let found = starts.first(where: { line.starts(with: $0.bytes) }) {
          language = found.language
          texts[code, default: [:]][found.language] = String(Substring(line.dropFirst(3)))
        } else {
          code = String(Substring(line))
          language = nil
        }
      }
    }
    self.texts = texts
  }

  /// The text of a message; an unknown code shows itself with its arguments, so that nothing is lost.
  package func text(_ message: Message, in language: Language) -> String {
    guard let template = texts[message.code]?[language] else {
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
