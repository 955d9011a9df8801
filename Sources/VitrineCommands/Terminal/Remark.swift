import VitrineCore

/// What somebody should know before a post leaves, in words.
struct Remark: Hashable, Sendable {
  /// How much it weighs.
  var severity: RuleFinding.Severity
  /// What is wrong.
  var text: String
  /// What would mend it.
  var fix: String?
  /// Why: the article, or the rule.
  var reason: String?

  /// Takes texts that are already in the person's language.
  init(_ severity: RuleFinding.Severity, _ text: String, fix: String? = nil, reason: String? = nil)
  {
    self.severity = severity
    self.text = text
    self.fix = fix
    self.reason = reason
  }

  /// A finding of the program.
  init(_ finding: Finding, _ language: Language) {
    self.init(
      finding.severity == .error ? .error : .warning, finding.message.text(in: language),
      fix: finding.fix?.text(in: language))
  }

  /// A finding of the retailer's rules; title and fix are in the language of the rule files.
  init(_ finding: RuleFinding) {
    let words = finding.words.isEmpty ? "" : " (\(finding.words.joined(separator: ", ")))"
    self.init(
      finding.severity, finding.title + words, fix: finding.fix.isEmpty ? nil : finding.fix,
      reason: finding.article.isEmpty ? nil : finding.article)
  }

  /// The lines on the screen; the sign says what the colour says.
  func lines(columns: Int) -> [ScreenLine] {
    let (sign, style): (String, ScreenLine.Style) =
      switch severity {
      case .error: ("✗ ", .error)
      case .warning: ("! ", .warning)
      case .info: ("· ", .faint)
      }
    let head = reason.map { "\(text) [\($0)]" } ?? text
    var lines = TerminalText.wrapped(head, to: max(8, columns - 2)).enumerated().map {
      ScreenLine($0 == 0 ? sign : "  ", style).then($1, style == .faint ? .faint : .plain)
    }
    if let fix { lines += ScreenLine.wrapped("→ " + fix, .faint, columns: columns, indent: "  ") }
    return lines
  }
}

/// A post before it leaves: how it will look, and what there is to say about it.
struct InterviewReview: Hashable, Sendable {
  /// A preview for each network.
  var previews: [PostPreview]
  /// What was found, gravest first.
  var remarks: [Remark]

  /// Whether nothing that was found stops the post.
  var canSend: Bool { !remarks.contains { $0.severity == .error } }
}
