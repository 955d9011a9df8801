/// What follows the host of an address.
enum LinkPath {
  private static let path = Set("!*';:=+,.$/%#[]-_~@|&".unicodeScalars)
  private static let pathEnding = Set("+-=_#/".unicodeScalars)
  private static let query = Set("!?*'();:&=+$/%#[]-_.,~|@".unicodeScalars)
  private static let queryEnding = Set("-_&=#/".unicodeScalars)

  /// Where an address ends whose host ends here; signs that end a sentence are not part of it.
  ///
  /// `nil` when what follows shows that the host was none.
  static func end(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start
    if index + 1 < scalars.count, scalars[index] == ":", isDigit(scalars[index + 1]) {
      index += 1
      while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    }
    if index < scalars.count, scalars[index] == "/" {
      index = run(scalars, index + 1, path, ending: pathEnding, hasBrackets: true)
    }
    if index < scalars.count, scalars[index] == "?" {
      let last = run(scalars, index + 1, query, ending: queryEnding, hasBrackets: false)
      if last > index + 1 { index = last }
    }
    return index < scalars.count && scalars[index] == "@" && index == start ? nil : index
  }

  private static func run(
    _ scalars: [Unicode.Scalar], _ start: Int, _ inside: Set<Unicode.Scalar>,
    ending: Set<Unicode.Scalar>,
    hasBrackets: Bool
  ) -> Int {
    var last = start
    var open = 0
    for index in start..<scalars.count {
      let scalar = scalars[index]
      let isLetter = LinkScan.isWord(scalar) || (0x400...0x4FF).contains(scalar.value)
      if hasBrackets, scalar == "(" {
        open += 1
      } else if hasBrackets, scalar == ")" {
        guard open > 0 else { return last }
        open -= 1
        last = index + 1
      } else if isLetter || ending.contains(scalar) {
        last = index + 1
      } else if !inside.contains(scalar) {
        return last
      }
    }
    return last
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }
}
