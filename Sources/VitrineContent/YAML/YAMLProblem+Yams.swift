import VitrineCore
import Yams

extension YAMLProblem {
  /// Turns an error of Yams into words that a person can act upon.
  ///
  /// Yams hands through the sentences of libYAML; which sentence means what is known here alone,
  /// and one that is unknown stays a plain syntax error at its place.
  init(yams error: any Error, in text: String) {
    let origin = Place(line: 1, column: 1)
    guard let error = error as? YamlError else {
      self.init(.syntax, at: origin)
      return
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self.init(problem, at: mark, context?.text ?? "", from: context?.mark ?? mark, text)
    case .duplicatedKeysInMapping(let names, let context):
      self = Self.duplicate(names.first ?? "", at: context.mark, in: text)
    case .memory:
      // libYAML answers so when its own stack of open brackets is full.
      self.init(.depth, at: origin)
    default:
      self.init(.syntax, at: origin)
    }
  }

  private init(_ problem: String, at mark: Mark, _ context: String, from: Mark, _ text: String) {
    let place = Place(line: mark.line, column: mark.column)
    let start = Place(line: from.line, column: from.column)
    switch problem {
    case "found undefined alias":
      self.init(.anchor, at: place)
    case "but found another document", "did not find expected <document start>":
      self.init(.documents, at: place)
    case "found undefined tag handle",
      _ where context.contains("tag"):
      self.init(.tag, at: place, [Self.word(at: place, in: text)])
    case _ where problem.hasPrefix("Maximum nesting level"):
      self.init(.depth, at: place)
    case "found unexpected end of stream" where context.contains("quoted"),
      "found unexpected document indicator" where context.contains("quoted"):
      self.init(.quote, at: start)
    case _ where problem.contains("tab character"):
      self.init(.tab, at: place)
    case "found character that cannot start any token":
      let word = Self.word(at: place, in: text)
      self.init(word.utf8.first == 0x09 ? .tab : .start, at: place, [String(word.prefix(1))])
    case "mapping values are not allowed in this context":
      self.init(.colon, at: place)
    case "could not find expected ':'":
      self.init(.line, at: start)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      self.init(.escape, at: place)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      self.init(.bracket, at: start)
    case "did not find expected key", "did not find expected '-' indicator":
      self.init(.indentation, at: place)
    default:
      self.init(.syntax, at: place)
    }
  }

  /// A few characters at a place, to be quoted.
  private static func word(at place: Place, in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard place.line <= lines.count else { return "" }
    let rest = lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1)
    return String(String.UnicodeScalarView(rest.prefix { $0 != " " }))
  }

  /// The second place of a key that stands twice.
  ///
  /// Yams says where it stands first. The same key on the nearest line below, in the same
  /// column, is the other one: a mapping nearer to the end cannot come before it.
  private static func duplicate(_ name: String, at mark: Mark, in text: String) -> YAMLProblem {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst(mark.line) {
      let scalars = line.unicodeScalars
      guard scalars.count >= mark.column else { continue }
      let indent = scalars.prefix(mark.column - 1)
      var rest = Substring(scalars.dropFirst(mark.column - 1))
      guard indent.allSatisfy({ $0 == " " || $0 == "-" }) else { continue }
      if let quote = rest.first, quote == "\"" || quote == "'" { rest = rest.dropFirst() }
      guard rest.hasPrefix(name) else { continue }
      let behind = rest.dropFirst(name.count).drop { $0 == "\"" || $0 == "'" || $0 == " " }
      guard behind.first == ":" else { continue }
      let place = Place(line: index + 1, column: mark.column)
      return YAMLProblem(.duplicate, at: place, [name, String(mark.line)])
    }
    let place = Place(line: mark.line, column: mark.column)
    return YAMLProblem(.duplicate, at: place, [name, String(mark.line)])
  }
}
