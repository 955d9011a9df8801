/// A place for an argument in a text of the catalogue: `{1}`, `{1#}` or `{1?one:many}`.
struct Hole {
  /// The number of the argument, from 1.
  let number: Int
  /// What stands between the number and the brace.
  let kind: Substring
  /// Whether a closing brace was found.
  let isClosed: Bool

  /// Whether the catalogue can fill it.
  var isWellFormed: Bool {
    guard isClosed, number >= 1 else { return false }
    if kind.isEmpty || kind == "#" { return true }
    guard kind.first == "?" else { return false }
    let forms = kind.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    return forms.count == 2 && forms.allSatisfy { !$0.isEmpty && !$0.contains("{") }
  }

  /// The holes of a text; a brace without a digit behind it is a brace.
  static func all(in text: String) -> [Hole] {
    var holes: [Hole] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: open)...]
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits) else { continue }
      let inside = rest.dropFirst(digits.count)
      let close = inside.firstIndex(of: "}")
      holes.append(
        Hole(
          number: number, kind: inside[..<(close ?? inside.endIndex)], isClosed: close != nil))
    }
    return holes
  }

  /// A text without its holes.
  static func none(in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open] + "0"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
