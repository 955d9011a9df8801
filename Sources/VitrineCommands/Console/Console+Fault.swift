import VitrineCore

extension Console {
  /// Shows a fault on standard error: for people as message and hint, for scripts as JSON.
  func show(_ fault: Fault) {
    if isJSON { return invocation.error(JSON.object(["error": json(fault)]).text + "\n") }
    // One finding that is the fault itself would only be the same sentence twice.
    for finding in fault.findings where finding.message.code != fault.message.code {
      line("", finding.text(in: language))
      if let fix = finding.fix { line("", "  " + fix.text(in: language)) }
    }
    line(text("finding.error") + ": ", fault.message.text(in: language))
    if let hint = fault.hint { line("", "\(text("console.hint")): \(hint.text(in: language))") }
  }

  private func json(_ fault: Fault) -> JSON {
    var members: [String: JSON] = [
      "code": .string(fault.code.rawValue), "message": .string(fault.message.text(in: language)),
      "hint": fault.hint.map { .string($0.text(in: language)) } ?? .null,
      "subject": fault.subject.map(JSON.string) ?? .null,
    ]
    if !fault.findings.isEmpty { members["findings"] = .array(fault.findings.map(json)) }
    return .object(members)
  }

  /// A finding as scripts read it.
  func json(_ finding: Finding) -> JSON {
    var members: [String: JSON] = [
      "severity": .string(finding.severity.rawValue), "rule": .string(finding.rule),
      "message": .string(finding.message.text(in: language)),
    ]
    if let file = finding.file { members["file"] = .string(file) }
    if let line = finding.line { members["line"] = .integer(Int64(line)) }
    if let column = finding.column { members["column"] = .integer(Int64(column)) }
    if let fix = finding.fix { members["fix"] = .string(fix.text(in: language)) }
    return .object(members)
  }

  /// A line with a marked head; what comes from data is made safe for the terminal.
  private func line(_ head: String, _ text: String) {
    let marked = hasColor && !head.isEmpty ? "\u{1B}[1;31m\(head)\u{1B}[0m" : head
    invocation.error(marked + TerminalText.escaped(text) + "\n")
  }
}
