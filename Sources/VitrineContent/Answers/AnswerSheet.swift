import VitrineCore

/// The questions of a template as a file to fill in an editor: commented YAML, with a key a question.
///
/// The answers in it are typed by a person, so they are read as at a prompt (`4,99 €`, `samedi`), not
/// as the values of a template file.
package struct AnswerSheet: Sendable {
  /// How a question stands in the sheet.
  package struct Entry: Hashable, Sendable {
    /// Its key.
    package var key: String
    /// The question.
    package var label: String
    /// Help, of one line or more.
    package var help: String?
    /// What may be typed, in a few words each.
    package var limits: [String]
    /// What may be chosen.
    package var choices: [String]
    /// What stands there already, as it is typed.
    package var typed: String

    /// Makes an entry.
    package init(
      key: String, label: String, help: String? = nil, limits: [String] = [],
      choices: [String] = [], typed: String = ""
    ) {
      self.key = key
      self.label = label
      self.help = help
      self.limits = limits
      self.choices = choices
      self.typed = typed
    }
  }

  /// What the sheet is about, in lines above the questions.
  package var heading: [String]
  /// The questions of the fields.
  package var fields: [Entry]
  /// The questions about the store's picture; none where it is not asked for.
  package var photo: [Entry]

  /// Makes a sheet.
  package init(heading: [String], fields: [Entry], photo: [Entry]) {
    self.heading = heading
    self.fields = fields
    self.photo = photo
  }

  /// The file.
  package var text: String {
    var lines = heading.flatMap { Self.comment($0, indent: "") }
    for (key, entries) in [("fields", fields), ("photo", photo)] where !entries.isEmpty {
      lines += ["", "\(key):"]
      for entry in entries { lines += self.lines(entry) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ entry: Entry) -> [String] {
    var lines = [""]
    let limits = entry.limits.isEmpty ? "" : " (\(entry.limits.joined(separator: ", ")))"
    lines += Self.comment(entry.label + limits, indent: "  ")
    if let help = entry.help { lines += Self.comment(help, indent: "  ") }
    for (index, choice) in entry.choices.enumerated() {
      lines += Self.comment("  \(index + 1)  \(choice)", indent: "  ")
    }
    lines.append("  \(entry.key): \(Self.scalar(entry.typed))")
    return lines
  }

  /// Text from a template behind `#` on each of its lines, so that none of it is ever read as YAML.
  private static func comment(_ text: String, indent: String) -> [String] {
    TerminalText.escaped(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { "\(indent)# \($0)" }
  }

  /// A value as YAML: bare where nothing in it could be read otherwise, else in double quotes.
  static func scalar(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isBare =
      scalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? true
      && scalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || " ,.€'-/!?%()".unicodeScalars.contains(scalar)
      } && scalars.last != " "
    if isBare { return text }
    var quoted = "\""
    for scalar in scalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
