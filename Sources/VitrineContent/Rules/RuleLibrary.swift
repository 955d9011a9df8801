import Foundation
import VitrineCore

/// The rule files of a workspace.
package enum RuleLibrary {
  /// The folder of the rule files in a workspace.
  package static let path = "content-library/rules"
  /// The largest rule file that is read, in bytes.
  package static let sizeLimit = 1 << 20
  /// Files of the folder that hold no rules: what each network takes.
  package static let otherFiles = ["network-limits.yaml", "network-media.yaml"]

  /// What the files say: a book when no finding is an error, and all the findings.
  package struct Reading: Sendable {
    /// The rules; `nil` when a finding is an error.
    package let book: RuleBook?
    /// What is wrong, file by file.
    package let findings: [Finding]
  }

  /// The rules of a workspace, with the severities that its `vitrine.yaml` chooses.
  ///
  /// A workspace without rule files has no rules: which laws bind a retailer is for that retailer to
  /// say, and a rule that nobody there owns would block posts without anybody to ask. Throws a
  /// `Fault` with all the findings: `invalid` for the rule files, `configuration` for a severity of a
  /// rule that is not there.
  package static func load(
    _ workspace: Workspace, severities: [String: RuleFinding.Severity] = [:]
  ) throws -> RuleBook {
    let reading = try read(workspace)
    guard let book = reading.book else {
      throw Fault(
        .invalid, Message("content.findings", path, reading.findings.count), subject: path,
        findings: reading.findings)
    }
    let unknown = unknownRules(severities, in: book)
    guard unknown.isEmpty else {
      throw Fault(
        .configuration, Message("config.invalid", ConfigurationFile.name, unknown.count),
        subject: ConfigurationFile.name, findings: unknown)
    }
    return book.with(severities: severities)
  }

  /// Reads the files of a workspace and keeps what is wrong with them as findings.
  ///
  /// Throws a `Fault` when the folder or a file in it cannot be read at all.
  package static func read(_ workspace: Workspace) throws -> Reading {
    let folder = workspace.folder.appendingPathComponent(path, isDirectory: true)
    let networks = try NetworkLimits.load(workspace).networks
    let files = try names(in: folder).map { name in
      let bytes = try RegularFile.read(
        folder.appendingPathComponent(name).path, limit: sizeLimit)
      return RuleFile(bytes, name: "\(path)/\(name)", networks: networks)
    }
    return combine(files)
  }

  /// Puts texts of rule files together, in their order; `networks` are those that a rule may name.
  package static func read(
    _ files: [(name: String, bytes: [UInt8])], networks: [Network] = NetworkLimits.builtIn.networks
  ) -> Reading {
    combine(files.map { RuleFile($0.bytes, name: $0.name, networks: networks) })
  }

  /// The names of the rule files, in the order of their bytes, so that every machine reads alike.
  private static func names(in folder: URL) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let all: [String]
    do {
      all = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw Fault(.io, Message("file.no-access", path), subject: path)
    }
    return all.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") && !otherFiles.contains($0) }
      .sorted()
  }

  private static func unknownRules(
    _ severities: [String: RuleFinding.Severity], in book: RuleBook
  ) -> [Finding] {
    let known = book.rules.map(\.id)
    return severities.keys.filter { !known.contains($0) }.sorted().map { name in
      let shown = TerminalText.excerpt(name)
      let suggestion = EditDistance.suggestion(for: name, among: known)
      return Finding(
        .error,
        suggestion.map { Message("rules.severity-rule-suggestion", shown, $0) }
          ?? Message("rules.severity-rule", shown),
        rule: "rules.severity", file: ConfigurationFile.name)
    }
  }
}
