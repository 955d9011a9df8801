/// One remark about a file or a value: where it is, what is wrong, and what would mend it.
package struct Finding: Hashable, Codable, Sendable {
  /// How much a finding weighs.
  package enum Severity: String, Codable, CaseIterable, Sendable {
    /// Nothing goes on until it is mended.
    case error
    /// Worth a look; nothing is stopped.
    case warning
  }

  /// How much it weighs.
  package var severity: Severity
  /// The file as the person named it; `nil` when the input has no file.
  package var file: String?
  /// The line, from 1.
  package var line: Int?
  /// The column, from 1, in Unicode scalars.
  package var column: Int?
  /// What is wrong.
  package var message: Message
  /// The rule that says so, in brackets behind the message.
  package var rule: String
  /// What to write instead.
  package var fix: Message?

  /// Makes a finding; an error unless said otherwise.
  package init(
    _ severity: Severity = .error, _ message: Message, rule: String, file: String? = nil,
    line: Int? = nil, column: Int? = nil, fix: Message? = nil
  ) {
    self.severity = severity
    self.message = message
    self.rule = rule
    self.file = file
    self.line = line
    self.column = column
    self.fix = fix
  }

  /// The finding as a compiler would print it: `path:line:col: error: message [rule]`.
  package func text(in language: Language) -> String {
    var place = file ?? ""
    if let line {
      place += place.isEmpty ? "\(line)" : ":\(line)"
      if let column { place += ":\(column)" }
    }
    let kind = Message("finding.\(severity.rawValue)").text(in: language)
    let head = place.isEmpty ? kind : "\(place): \(kind)"
    return "\(head): \(message.text(in: language)) [\(rule)]"
  }
}
