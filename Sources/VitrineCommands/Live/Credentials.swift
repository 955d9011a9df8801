import Foundation
import VitrineContent
import VitrineCore
import VitrineStorage

/// The file in which `login` keeps a person's token for a workspace: 0600 in a 0700 folder.
struct Credentials {
  private let folder: URL?

  /// Under `XDG_CONFIG_HOME`, else under the home folder; nowhere when there is neither.
  init(_ invocation: Invocation) {
    let environment = invocation.environment
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      folder = URL(filePath: base).appendingPathComponent("vitrine")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = URL(filePath: home).appendingPathComponent(".config/vitrine")
    } else {
      folder = nil
    }
  }

  /// Whether there is a folder to keep tokens in.
  var hasPlace: Bool { folder != nil }

  /// Refuses before anything is used up that could not be kept afterwards.
  func checkWritable() throws {
    guard let folder else {
      throw Fault(.configuration, Message("console.noHome"), hint: Message("console.noHome.hint"))
    }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Fault(.io, Message("console.cannotWrite", folder.path), subject: folder.path)
    }
  }

  /// The token for a workspace, if there is one.
  func read(_ workspace: Workspace) throws -> Secret? {
    guard let file = file(workspace), FileManager.default.fileExists(atPath: file.path) else {
      return nil
    }
    return try SecretFile.read(file)
  }

  /// Keeps the token of a workspace.
  func write(_ token: Secret, _ workspace: Workspace) throws {
    guard let file = file(workspace) else {
      throw Fault(.configuration, Message("console.noHome"), hint: Message("console.noHome.hint"))
    }
    try SecretFile.replace(file, contents: token.exposed + "\n")
  }

  private func file(_ workspace: Workspace) -> URL? {
    let path = workspace.folder.standardizedFileURL.resolvingSymlinksInPath().path
    return folder?.appendingPathComponent("token-" + Hash(of: Array(path.utf8)).hex.prefix(16))
  }
}
