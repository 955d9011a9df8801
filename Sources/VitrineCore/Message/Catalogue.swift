/// Every text that a person reads, by code, in each language.
///
/// An area of the product has a file of entries: a line with the code, then a line a language
/// (`en …`, `fr …`); a line that starts with two spaces goes on with the line before. In a text
/// `{1}` is an argument, `{1#}` an argument written as a number of that language, and `{1?page:pages}`
/// chooses by whether the argument is one (in French, less than two).
package struct Catalogue: Sendable {
  /// The catalogue of the product.
  package static let shared = Catalogue(areas)

  /// Where an entry stands: in which area, and from which byte to which, behind the line of its code.
  private struct Place {
    let area: Int
    let code: Range<Int>
    let end: Int
  }

  private let areas: [String]
  private let places: [UInt64: Place]

  /// Finds the entries; what stands in one is read when somebody asks for it.
  ///
  /// Every start of the program does this, and a run needs a few dozen of two thousand texts.
  package init(_ areas: [String]) {
    var places: [UInt64: Place] = [:]
    places.reserveCapacity(areas.count * 80)
    for (number, area) in areas.enumerated() {
      _ = area.utf8.withContiguousStorageIfAvailable { bytes in
        var open: Range<Int>?
        var start = 0
        while start < bytes.count {
          let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
          let line = start..<end
          if !line.isEmpty, !Self.goesOn(bytes[line]) {
            if Self.language(of: bytes[line]) != nil {
              // A text before any code stands under none, where a test finds it.
              open = open ?? start..<start
            } else {
              if let open {
                places[Self.hash(bytes[open])] = Place(area: number, code: open, end: start)
              }
              open = line
            }
          }
          start = end + 1
        }
        if let open {
          places[Self.hash(bytes[open])] = Place(area: number, code: open, end: bytes.count)
        }
      }
    }
    self.areas = areas
    self.places = places
  }

  /// Every entry, for the tests that look at all of them.
  package var texts: [String: [Language: String]] {
    var texts: [String: [Language: String]] = [:]
    for place in places.values {
      let code = bytes(of: place.area) { String(decoding: $0[place.code], as: UTF8.self) } ?? ""
      texts[code.isEmpty ? "malformed" : code] = Dictionary(
        Language.allCases.compactMap { language in
          template(at: place, in: language).map { (language, $0) }
        }, uniquingKeysWith: { $1 })
    }
    return texts
  }

  /// The text of a message; an unknown code shows itself with its arguments, so that nothing is lost.
  package func text(_ message: Message, in language: Language) -> String {
    guard let template = template(message.code, in: language) else {
      return ([message.code] + message.arguments).joined(separator: " ")
    }
    return Self.fill(template, message.arguments, language)
  }

  private func template(_ code: String, in language: Language) -> String? {
    var code = code
    let hash = code.withUTF8 { Self.hash($0[...]) }
    guard let place = places[hash] else { return nil }
    // Two codes with one hash would be one text too few, never a wrong one.
    let isMeant = bytes(of: place.area) { $0[place.code].elementsEqual(code.utf8) }
    return isMeant == true ? template(at: place, in: language) : nil
  }

  private func template(at place: Place, in language: Language) -> String? {
    bytes(of: place.area) { bytes -> String? in
      var text: String?
      var isOpen = false
      for line in bytes[place.code.upperBound..<place.end].split(separator: 0x0A) {
        if Self.goesOn(line) {
          if isOpen { text? += " " + String(decoding: line.dropFirst(2), as: UTF8.self) }
        } else {
          isOpen = Self.language(of: line) == language
          if isOpen { text = String(decoding: line.dropFirst(3), as: UTF8.self) }
        }
      }
      return text
    } ?? nil
  }

  private func bytes<Result>(of area: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result?
  {
    areas[area].utf8.withContiguousStorageIfAvailable(body)
  }

  /// Whether a line goes on with the one before.
  private static func goesOn(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.starts(with: [0x20, 0x20])
  }

  /// The language that a line begins with.
  private static func language(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Language? {
    guard line.count > 3, line[line.startIndex + 2] == 0x20 else { return nil }
    return Language.allCases.first { line.starts(with: $0.rawValue.utf8) }
  }

  /// FNV-1a: short texts, and nobody outside chooses them.
  private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
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
