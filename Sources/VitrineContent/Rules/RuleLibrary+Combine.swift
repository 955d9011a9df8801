import VitrineCore

extension RuleLibrary {
  /// Puts files together: ids stand once, subjects are declared, and none is a part of itself.
  static func combine(_ files: [RuleFile]) -> Reading {
    var findings: [Finding] = []
    let subjects = files.flatMap(\.subjects)
    let rules = files.flatMap(\.rules)
    findings += twice(rules.map { ($0.value.id, $0.file, $0.node) })
    findings += twice(subjects.map { ($0.value.id, $0.file, $0.node) })
    if !files.contains(where: \.isBroken) {
      findings += undeclared(files.flatMap(\.references), subjects.map(\.value.id))
    }
    findings += circles(subjects)
    let sales = files.compactMap(\.sales)
    if let first = sales.first, sales.count > 1 {
      let message = Message("rules.sales-twice", first.file, first.node.line)
      findings += sales.dropFirst().map { finding(message, "rules.twice", $0.file, $0.node) }
    }
    // File by file, as people mend them.
    let all = files.flatMap { file in
      (file.findings + findings.filter { $0.file == file.name }).inOrder()
    }
    guard !all.contains(where: { $0.severity == .error }) else {
      return Reading(book: nil, findings: all)
    }
    let book = RuleBook(
      rules: rules.map(\.value), subjects: subjects.map(\.value),
      ignored: files.flatMap(\.ignored), sales: sales.first?.value ?? SalesCalendar())
    return Reading(book: book, findings: all)
  }

  private static func finding(
    _ message: Message, _ rule: String, _ file: String, _ node: YAMLNode
  ) -> Finding {
    Finding(.error, message, rule: rule, file: file, line: node.line, column: node.column)
  }

  private static func twice(_ ids: [(id: String, file: String, node: YAMLNode)]) -> [Finding] {
    var first: [String: (file: String, line: Int)] = [:]
    var findings: [Finding] = []
    for (id, file, node) in ids {
      if let other = first[id] {
        let message = Message("rules.twice", id, other.file, other.line)
        findings.append(finding(message, "rules.twice", file, node))
      } else {
        first[id] = (file, node.line)
      }
    }
    return findings
  }

  private static func undeclared(
    _ references: [RuleFile.Placed<String>], _ declared: [String]
  ) -> [Finding] {
    let known = Set(declared)
    return references.filter { !known.contains($0.value) }.map { reference in
      let shown = TerminalText.excerpt(reference.value)
      let suggestion = EditDistance.suggestion(for: reference.value, among: declared)
      let message =
        suggestion.map { Message("rules.subject-suggestion", shown, $0) }
        ?? Message("rules.subject", shown)
      return finding(message, "rules.subject", reference.file, reference.node)
    }
  }

  /// Subjects that are, over some steps, part of themselves.
  private static func circles(_ subjects: [RuleFile.Placed<RuleSubject>]) -> [Finding] {
    let wholes = Dictionary(
      subjects.map { ($0.value.id, $0.value.partOf) }, uniquingKeysWith: { first, _ in first })
    return subjects.filter { subject in
      var seen: Set<String> = []
      var open = subject.value.partOf
      while let next = open.popLast() {
        if next == subject.value.id { return true }
        if seen.insert(next).inserted { open += wholes[next] ?? [] }
      }
      return false
    }.map { finding(Message("rules.circle", $0.value.id), "rules.circle", $0.file, $0.node) }
  }
}
