import VitrineCore

/// A Markdown file cut in two: the YAML between two lines of `---`, and the text behind it.
struct FrontMatter {
  /// The YAML, without the two lines.
  let yaml: String
  /// The line of the file on which the YAML begins.
  static let yamlLine = 2
  /// Everything behind the second line of `---`.
  let body: Substring
  /// The line of the file on which the body begins.
  let bodyLine: Int

  /// Cuts a text; the finding says what is missing.
  static func split(_ text: String, file: String?) -> Result<FrontMatter, FrontMatterProblem> {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, isFence(first) else {
      return .failure(FrontMatterProblem(Message("message.no-front-matter"), file))
    }
    lines.removeFirst()
    guard let end = lines.firstIndex(where: isFence) else {
      return .failure(FrontMatterProblem(Message("message.open-front-matter"), file))
    }
    let head = lines[..<end].joined(separator: "\n")
    let tail = end + 1 < lines.endIndex ? text[lines[end + 1].startIndex...] : ""
    return .success(FrontMatter(yaml: head, body: tail, bodyLine: end + 3))
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.utf8.starts(with: "---".utf8)
      && line.utf8.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// Why a file has no front matter.
struct FrontMatterProblem: Error {
  let finding: Finding

  init(_ message: Message, _ file: String?) {
    finding = Finding(
      .error, message, rule: "message.front-matter", file: file, line: 1, column: 1,
      fix: Message("message.front-matter-fix"))
  }
}
