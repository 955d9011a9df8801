import Foundation
import VitrineTestSupport

/// A folder for everything that the tests of this process share, removed when the process ends.
enum Scratch {
  static let folder = Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "vitrine-acceptance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    let script = """
      trap '' HUP INT PIPE TERM
      read -r line
      rm -rf "$1"
      """
    let lifeline = try Lifeline(
      script, [folder.path], environment: Desk.bareEnvironment, folder: URL(filePath: "/"),
      output: null, errors: null)
    return (url: folder, lifeline: lifeline)
  }

  /// The folder.
  static func url() throws -> URL { try folder.get().url }
}
