import Foundation
import VitrineContent
import VitrineCore
import VitrineService

extension Live {
  /// The content library of a workspace, read when somebody asks for a part of it.
  static func content(_ workspace: Workspace) -> ContentPort {
    ContentPort(
      template: { try template($0, workspace) },
      templateIDs: { templateFiles(workspace).keys.sorted() },
      ruleBook: { .empty },
      picture: { path in
        guard MediaPath.problem(with: path) == nil else { return nil }
        let file = workspace.media.appendingPathComponent(path)
        return try RegularFile.read(file.path, limit: PictureOptions.sizeLimit)
      })
  }

  /// The template whose file has that name.
  private static func template(_ id: String, _ workspace: Workspace) throws -> MessageSource? {
    guard let file = templateFiles(workspace)[id] else { return nil }
    return try MessageFile.load(file.path).source
  }

  /// The files of templates and messages, by their names without `.md`.
  private static func templateFiles(_ workspace: Workspace) -> [String: URL] {
    var files: [String: URL] = [:]
    for folder in ["messages", "templates"] {
      let folder = workspace.library.appendingPathComponent(folder, isDirectory: true)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names where name.hasSuffix(".md") {
        files[String(name.dropLast(3))] = folder.appendingPathComponent(name)
      }
    }
    return files
  }
}
