import Foundation
import VitrineCore

/// A folder of a test's own, gone when the test is over.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("vitrine-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}

/// The repository, found from where this file lies.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

extension [Finding] {
  /// What a person sees.
  func lines(_ language: Language = .en) -> [String] { map { $0.text(in: language) } }
}

extension Fault {
  /// The findings, or the message where there are none.
  func lines(_ language: Language = .en) -> [String] {
    findings.isEmpty ? [message.text(in: language)] : findings.lines(language)
  }
}

/// The fault that a piece of work throws.
func fault(_ body: () throws -> Void) -> Fault? {
  do {
    try body()
    return nil
  } catch {
    return error as? Fault
  }
}
