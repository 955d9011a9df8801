/// Findings as they come up: all of them are counted, the first hundred are kept.
///
/// A file with a wrong separator has a finding on every line; a hundred are enough to see it, and
/// the count says how many there are. The rule of a finding is the code of its message.
package struct FindingList: Sendable {
  /// How many findings are kept.
  package static let limit = 100

  /// The file as the person named it.
  package let file: String?
  private var kept: [Finding] = []
  private var droppedErrors = 0
  private var droppedWarnings = 0

  /// Makes an empty list for one file.
  package init(file: String? = nil) { self.file = file }

  /// Whether one of the findings, kept or only counted, is an error.
  package var hasErrors: Bool {
    droppedErrors > 0 || kept.contains { $0.severity == .error }
  }

  /// Whether a further finding would only be counted, so that its text need not be worked out.
  package var isFull: Bool { kept.count >= Self.limit }

  /// Adds a finding.
  package mutating func add(_ finding: Finding) {
    if !isFull {
      kept.append(finding)
    } else if finding.severity == .error {
      droppedErrors += 1
    } else {
      droppedWarnings += 1
    }
  }

  /// Adds a finding whose rule is the code of its message; an error unless said otherwise.
  package mutating func add(
    _ message: Message, _ severity: Finding.Severity = .error, at position: SourcePosition?,
    fix: Message? = nil
  ) {
    add(
      Finding(
        severity, message, rule: message.code, file: file, line: position?.line,
        column: position?.column, fix: fix))
  }

  /// Adds what another list found; what it only counted stays counted.
  package mutating func add(contentsOf other: FindingList) {
    for finding in other.kept { add(finding) }
    droppedErrors += other.droppedErrors
    droppedWarnings += other.droppedWarnings
  }

  /// The findings in the order of the file, and last how many more there are.
  package var all: [Finding] {
    let sorted = kept.enumerated().sorted { left, right in
      (left.element.line ?? 0, left.element.column ?? 0, left.offset)
        < (right.element.line ?? 0, right.element.column ?? 0, right.offset)
    }
    var result = sorted.map(\.element)
    let dropped = droppedErrors + droppedWarnings
    if dropped > 0 {
      result.append(
        Finding(
          droppedErrors > 0 ? .error : .warning, Message("finding.more", dropped),
          rule: "finding.more", file: file))
    }
    return result
  }
}
