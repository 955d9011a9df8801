import VitrineCore

/// A file of the library: what it says, and what is wrong with it.
package struct LibraryEntry: Sendable {
  /// In which of the two folders it lies.
  package let kind: MessageKind
  /// Its path from the workspace, with `/`.
  package let path: String
  /// The message; `nil` when a finding is an error.
  package let source: MessageSource?
  /// Errors and warnings, in the order of the file.
  package internal(set) var findings: [Finding]
  /// Where the id, the pictures and the regions stand in the file.
  let places: [String: SourcePosition]

  /// The id: the one in the file, else the file's name without `.md`.
  package var id: String { source?.id ?? MessageSource.id(ofFile: path) }

  /// Whether a finding is an error.
  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Adds a finding at the place of something in the file.
  mutating func add(
    severity: Finding.Severity = .error, _ message: Message, rule: String, at name: String,
    fix: Message? = nil
  ) {
    let place = places[name]
    findings.append(
      Finding(
        severity, message, rule: rule, file: path, line: place?.line ?? 1,
        column: place?.column ?? 1, fix: fix))
  }

  /// Warns of regions of which the register has no store.
  package mutating func checkRegions(_ known: [String]) {
    for region in source?.regions ?? [] where !known.contains(region) {
      let meant = EditDistance.suggestion(for: region, among: known)
      add(
        severity: .warning, Message("message.region", TerminalText.excerpt(region)),
        rule: "message.region",
        at: region, fix: meant.map { Message("did.you.mean", $0) })
    }
  }
}
