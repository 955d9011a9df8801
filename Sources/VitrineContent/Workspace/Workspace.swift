import Foundation
import VitrineCore

/// A folder with `vitrine.yaml`: what a retailer's content, calendars and state belong to.
package struct Workspace: Hashable, Sendable {
  /// The folder.
  package let folder: URL

  /// Takes a folder as it is.
  ///
  /// Made a folder's URL, since a URL without the slash would resolve paths beside the folder.
  package init(folder: URL) { self.folder = URL(fileURLWithPath: folder.path, isDirectory: true) }

  /// Finds the workspace: the one that `VITRINE_WORKSPACE` names, else the nearest folder upwards.
  ///
  /// Throws a `Fault` of code `configuration` when there is none: the hint says how to make one.
  package static func find(from start: URL, environment: [String: String]) throws -> Workspace {
    if let named = environment["VITRINE_WORKSPACE"], !named.isEmpty {
      let folder = URL(fileURLWithPath: named, isDirectory: true, relativeTo: start)
        .standardizedFileURL
      guard hasConfiguration(folder) else {
        throw Fault(
          .configuration, Message("workspace.named", TerminalText.excerpt(named)),
          hint: Message("workspace.hint"), subject: named)
      }
      return Workspace(folder: folder)
    }
    var folder = start.standardizedFileURL
    while true {
      if hasConfiguration(folder) { return Workspace(folder: folder) }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      guard parent.path != folder.path else { break }
      folder = parent
    }
    throw Fault(
      .configuration, Message("workspace.none", TerminalText.excerpt(start.path)),
      hint: Message("workspace.hint"), subject: start.path)
  }

  /// The folder of the content library.
  package var library: URL { folder.appendingPathComponent("content-library", isDirectory: true) }

  /// The folder of pictures and films; nothing outside it is ever sent.
  package var media: URL { library.appendingPathComponent("media", isDirectory: true) }

  /// The folder of the calendars.
  package var calendars: URL { folder.appendingPathComponent("calendars", isDirectory: true) }

  /// The folder of what is not kept in git: database, keys, caches.
  package var state: URL { folder.appendingPathComponent(".vitrine", isDirectory: true) }

  /// A path of the configuration, which counts from the workspace.
  package func resolve(_ path: String) -> URL {
    URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL
  }

  private static func hasConfiguration(_ folder: URL) -> Bool {
    // Anything of that name counts: a broken one is to be reported, not passed over.
    FileManager.default.fileExists(
      atPath: folder.appendingPathComponent(ConfigurationFile.name).path)
  }
}
