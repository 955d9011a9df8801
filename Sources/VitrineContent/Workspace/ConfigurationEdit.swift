import VitrineCore

/// A change of one scalar in the text of a YAML file, line by line, so that all else stays.
struct ConfigurationEdit {
  private var lines: [String]
  private let lineEnd: String
  private let mark: String
  private let root: YAMLNode?

  init(_ text: String) throws {
    let document = YAMLDocument(Array(text.utf8), file: ConfigurationFile.name)
    root = document.root
    // Scalars, not characters: CR and LF together are one Character.
    let scalars = text.unicodeScalars
    mark = scalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
    lineEnd = text.utf8.contains(0x0D) ? "\r\n" : "\n"
    let clean = scalars.dropFirst(mark.isEmpty ? 0 : 1).filter { $0 != "\r" }
    lines = String(String.UnicodeScalarView(clean))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
  }

  /// The text as it is now.
  var text: String { mark + lines.map { $0 + lineEnd }.joined() }

  /// Sets the scalar at a path of keys, making what is missing.
  mutating func set(_ path: [String], to written: String) throws {
    var parent = root
    for (depth, name) in path.enumerated() {
      let members = parent?.members ?? []
      guard let member = members.first(where: { $0.key == name }) else {
        try insert(Array(path[depth...]), written, into: parent, depth: depth)
        return
      }
      if depth == path.count - 1 {
        try replace(member, with: written)
        return
      }
      if member.value.isMissing {
        insert(Array(path[(depth + 1)...]), written, after: member.line, column: member.column + 2)
        return
      }
      parent = member.value
    }
  }

  private mutating func insert(
    _ names: [String], _ written: String, into parent: YAMLNode?, depth: Int
  ) throws {
    guard depth > 0, let parent, let first = parent.members?.first else {
      insert(names, written, after: lines.count, column: 1)
      return
    }
    // A mapping in braces has no lines of its own to put a new one between.
    guard scalar(at: parent.line, parent.column) != "{" else { throw byHand }
    insert(names, written, after: lastLine(of: parent), column: first.column)
  }

  private mutating func insert(
    _ names: [String], _ written: String, after line: Int, column: Int
  ) {
    var new: [String] = []
    for (index, name) in names.enumerated() {
      let indent = String(repeating: " ", count: column - 1 + 2 * index)
      new.append(indent + name + (index == names.count - 1 ? ": \(written)" : ":"))
    }
    lines.insert(contentsOf: new, at: line)
  }

  private mutating func replace(_ member: YAMLNode.Member, with written: String) throws {
    guard member.value.text != nil else { throw byHand }
    if member.value.isMissing {
      let scalars = lines[member.line - 1].unicodeScalars
      guard let colon = scalars.dropFirst(member.column - 1).firstIndex(of: ":") else {
        throw byHand
      }
      lines[member.line - 1].insert(contentsOf: " " + written, at: scalars.index(after: colon))
      return
    }
    let line = lines[member.value.line - 1].unicodeScalars
    let head = line.prefix(member.value.column - 1)
    let tail = line.dropFirst(member.value.column - 1)
    guard let end = Self.end(of: tail) else { throw byHand }
    lines[member.value.line - 1] = String(head) + written + String(tail[end...])
  }

  /// Where a scalar ends that begins here; `nil` when it goes on in the next line.
  private static func end(of text: Substring.UnicodeScalarView) -> String.Index? {
    guard let first = text.first else { return nil }
    if first == "|" || first == ">" { return nil }
    if first == "\"" || first == "'" { return endOfQuote(text, first) }
    var end = text.startIndex
    var previous: Unicode.Scalar = "x"
    for index in text.indices {
      let scalar = text[index]
      if scalar == "#", previous == " " { break }
      if scalar != " " { end = text.index(after: index) }
      previous = scalar
    }
    return end
  }

  private static func endOfQuote(
    _ text: Substring.UnicodeScalarView, _ quote: Unicode.Scalar
  ) -> String.Index? {
    var index = text.index(after: text.startIndex)
    while index < text.endIndex {
      let next = text.index(after: index)
      if quote == "\"", text[index] == "\\" {
        guard next < text.endIndex else { return nil }
        index = text.index(after: next)
      } else if text[index] == quote {
        guard quote == "'", next < text.endIndex, text[next] == quote else { return next }
        index = text.index(after: next)
      } else {
        index = next
      }
    }
    return nil
  }

  private func lastLine(of node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: node.line
    case .sequence(let items): items.map(lastLine).max() ?? node.line
    case .mapping(let members):
      members.map { max($0.line, lastLine(of: $0.value)) }.max() ?? node.line
    }
  }

  private func scalar(at line: Int, _ column: Int) -> Unicode.Scalar? {
    lines[line - 1].unicodeScalars.dropFirst(column - 1).first
  }

  private var byHand: Fault {
    Fault(
      .configuration, Message("config.by-hand", ConfigurationFile.name),
      subject: ConfigurationFile.name)
  }
}
