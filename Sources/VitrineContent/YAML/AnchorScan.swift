/// A quick look for anchors and aliases before Yams sees a text.
///
/// Looks only where a value may begin, and reports only when both kinds stand in the text: an
/// ampersand or an asterisk in a sentence is no reason to refuse a file. What this lets pass, the
/// composed tree shows exactly.
enum AnchorScan {
  /// The place of the first anchor of a text that also has an alias.
  static func anchorWithAlias(in text: String) -> YAMLProblem.Place? {
    var anchor: YAMLProblem.Place?
    var hasAlias = false
    var place = YAMLProblem.Place(line: 1, column: 1)
    var canBegin = true
    var marker: Unicode.Scalar?
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      if marker == "&", isName(scalar), anchor == nil {
        anchor = YAMLProblem.Place(line: place.line, column: place.column - 1)
      }
      if marker == "*", isName(scalar) { hasAlias = true }
      marker = canBegin && (scalar == "&" || scalar == "*") ? scalar : nil
      switch scalar {
      case "\n", "[", "{", ",": canBegin = true
      case " ", "\t":
        // A blank behind an indicator lets a value begin; behind a word it changes nothing.
        canBegin = canBegin || previous == "-" || previous == "?" || previous == ":"
      default: canBegin = false
      }
      if scalar == "\n" {
        place = YAMLProblem.Place(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
      previous = scalar
    }
    return hasAlias ? anchor : nil
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
      || scalar == "-"
  }
}
