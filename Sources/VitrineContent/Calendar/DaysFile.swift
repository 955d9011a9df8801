import Foundation
import VitrineCore

/// A file of days in `calendars/`: the holidays, or the exceptions to hours.
///
/// A workspace may do without either.
package protocol DaysFile {
  /// What the file says.
  associatedtype Days: Sendable

  /// Where it stands in a workspace.
  static var path: String { get }
  /// Its one key.
  static var key: String { get }
  /// What a workspace without the file has.
  static var empty: Days { get }

  /// Reads what stands behind the key; what is wrong goes to the reader.
  static func days(_ root: YAMLMapping, _ reader: inout YAMLReader) -> Days
}

extension DaysFile {
  /// The largest file that is read, in bytes; ten years of holidays are a thirtieth of it.
  package static var sizeLimit: Int { 1 << 20 }
  /// How many lines a file may have.
  package static var mostLines: Int { 5_000 }

  /// What the file of a workspace says, or nothing when there is no file.
  ///
  /// Throws a `Fault` of code `invalid` with all the findings.
  package static func load(_ workspace: Workspace) throws -> Days {
    let file = workspace.folder.appendingPathComponent(path).path
    do {
      return try parse(RegularFile.read(file, limit: sizeLimit), file: path)
    } catch let fault as Fault where fault.code == .notFound {
      return empty
    }
  }

  /// Turns the bytes of a file into days; throws all the findings.
  package static func parse(_ bytes: [UInt8], file: String? = nil) throws -> Days {
    let (days, findings) = read(bytes, file: file)
    guard findings.isEmpty else {
      throw Fault(
        .invalid, Message("content.findings", file ?? "", findings.count), subject: file,
        findings: findings)
    }
    return days
  }

  /// What can be read of a file, and what is wrong with it.
  static func read(_ bytes: [UInt8], file: String?) -> (days: Days, findings: [Finding]) {
    var reader = YAMLReader(file: file)
    guard bytes.count <= sizeLimit else {
      reader.add(
        Message("file.too-large", file ?? "", bytes.count, sizeLimit), rule: "days.size", at: nil)
      return (empty, reader.findings)
    }
    let document = YAMLDocument(bytes, file: file)
    reader.add(document.findings)
    guard let root = document.root else {
      if document.findings.isEmpty {
        reader.add(Message("yaml.missing", key), rule: "yaml.missing", at: nil)
      }
      return (empty, reader.findings)
    }
    guard let mapping = reader.mapping(root, "", allowed: [key]),
      reader.value(mapping, key, required: true) != nil
    else { return (empty, reader.findings) }
    let days = days(mapping, &reader)
    return (days, reader.findings.inOrder())
  }
}
