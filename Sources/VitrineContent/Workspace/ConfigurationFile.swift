import Foundation
import VitrineCore

/// `vitrine.yaml`: reading it, changing one value of it, writing the first one.
package enum ConfigurationFile {
  /// The name of the file that makes a folder a workspace.
  package static let name = "vitrine.yaml"
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 20

  /// Reads the configuration of a workspace; the environment overrides the file.
  ///
  /// Warnings come back beside it. Throws a `Fault`: `configuration` with all the findings, or what
  /// reading the file throws.
  package static func load(
    _ folder: URL, environment: [String: String] = [:]
  ) throws -> (configuration: Configuration, warnings: [Finding]) {
    let path = folder.appendingPathComponent(name).path
    let bytes: [UInt8]
    do {
      bytes = try RegularFile.read(path, limit: sizeLimit)
    } catch let fault as Fault where fault.code == .invalid {
      throw Fault(.configuration, fault.message, hint: fault.hint, subject: fault.subject)
    }
    return try parse(bytes, file: name, environment: environment)
  }

  /// Turns bytes into a configuration.
  package static func parse(
    _ bytes: [UInt8], file: String? = name, environment: [String: String] = [:]
  ) throws -> (configuration: Configuration, warnings: [Finding]) {
    guard bytes.count <= sizeLimit else {
      let message = Message("file.too-large", file ?? "", bytes.count, sizeLimit)
      throw Fault(.configuration, message, subject: file)
    }
    let document = YAMLDocument(bytes, file: file)
    var reader = ConfigurationReader(file: file)
    let settings = reader.read(document, environment)
    let findings = reader.findings.inOrder()
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw Fault(
        .configuration, Message("config.invalid", TerminalText.excerpt(file ?? ""), findings.count),
        subject: file, findings: findings)
    }
    return (Configuration(checked: settings), findings)
  }

  /// Whether the machine's zone data knows a time zone; abbreviations and offsets are no names.
  package static func isTimeZone(_ name: String) -> Bool {
    let isName = name == "UTC" || name.utf8.contains(UInt8(ascii: "/"))
    return isName && TimeZone(identifier: name) != nil
  }
}
