import VitrineCore

/// A message of the content library as a file: `.md` with front matter.
package enum MessageFile {
  /// The largest message that is read, in bytes.
  package static let sizeLimit = 1 << 20

  /// What a file says, and what is wrong with it.
  package struct Reading: Sendable {
    /// The message; `nil` when a finding is an error.
    package let source: MessageSource?
    /// Errors and warnings, in the order of the file.
    package let findings: [Finding]
    /// Where things stand that only a whole library can judge: `id`, each picture by its path, each region
    /// by its name.
    package let places: [String: SourcePosition]

    init(
      source: MessageSource?, findings: [Finding], places: [String: SourcePosition] = [:]
    ) {
      self.source = source
      self.findings = findings
      self.places = places
    }
  }

  /// Reads a file from disk; warnings come back beside the message.
  ///
  /// Throws a `Fault`: `notFound`, `io`, or `invalid` with all the findings.
  package static func load(
    _ path: String, kind: MessageKind = .message, knowledge: MessageKnowledge = .builtIn
  ) throws -> (source: MessageSource, findings: [Finding]) {
    let bytes = try RegularFile.read(path, limit: sizeLimit)
    let reading = parse(bytes, file: path, kind: kind, knowledge: knowledge)
    guard let source = reading.source else {
      throw Fault(
        .invalid, Message("message.invalid", TerminalText.excerpt(path), reading.findings.count),
        subject: path, findings: reading.findings)
    }
    return (source, reading.findings)
  }

  /// Turns bytes into a message and findings.
  ///
  /// `file` is the name that findings show; `knowledge` is what the file is judged by.
  package static func parse(
    _ bytes: [UInt8], file: String? = nil, kind: MessageKind = .message,
    knowledge: MessageKnowledge = .builtIn
  ) -> Reading {
    guard bytes.count <= sizeLimit else {
      let message = Message("file.too-large", file ?? "", bytes.count, sizeLimit)
      return Reading(
        source: nil, findings: [Finding(.error, message, rule: "file.size", file: file)])
    }
    let decoded = FileText(bytes, file: file)
    guard decoded.findings.isEmpty else { return Reading(source: nil, findings: decoded.findings) }
    switch FrontMatter.split(decoded.text, file: file) {
    case .failure(let problem):
      return Reading(source: nil, findings: [problem.finding])
    case .success(let parts):
      var reader = MessageReader(file: file, kind: kind, knowledge: knowledge)
      let source = reader.read(parts)
      let findings = reader.findings.inOrder()
      let isGood = !findings.contains { $0.severity == .error }
      return Reading(
        source: isGood ? source : nil, findings: findings, places: reader.places)
    }
  }
}

extension [Finding] {
  /// In the order of the file; at most 100, and then one that says how many more there are.
  func inOrder() -> [Finding] {
    let sorted = self.enumerated().sorted {
      ($0.element.line ?? 0, $0.element.column ?? 0, $0.offset)
        < ($1.element.line ?? 0, $1.element.column ?? 0, $1.offset)
    }.map(\.element)
    guard count > 100, let last = sorted.last else { return sorted }
    let hasErrors = sorted.dropFirst(100).contains { $0.severity == .error }
    let rest = Finding(
      hasErrors ? .error : .warning, Message("content.more-findings", count - 100),
      rule: "content.more", file: last.file)
    return sorted.prefix(100) + [rest]
  }
}
