import Foundation
import VitrineCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folders of the library on disk.
package enum LibraryFolder {
  /// A file of one of the folders.
  struct File: Hashable, Sendable {
    /// Its path as findings show it, with `/`.
    let path: String
    /// Where it lies.
    let place: String
    /// Whether it is a symbolic link, which is never followed: it could lead anywhere.
    let isLink: Bool
  }

  /// The folder of a kind of file, from the workspace.
  package static func path(of kind: MessageKind) -> String { "content-library/\(kind.rawValue)s" }

  /// The `.md` files in a folder and its subfolders, in the order of their paths.
  ///
  /// Names that begin with a dot belong to editors and to git. A folder that is not there has no
  /// files; links to folders come back as links. `shown` is the name of the folder in findings.
  static func files(in place: String, shown: String) throws -> [File] {
    var files: [File] = []
    var folders = [(place: place, shown: shown)]
    while let folder = folders.popLast() {
      for name in try names(in: folder.place) where !name.hasPrefix(".") {
        let place = folder.place + "/" + name
        let path = folder.shown + "/" + name
        switch FileKind(place) {
        case .folder: folders.append((place, path))
        case .link: files.append(File(path: path, place: place, isLink: true))
        case .other where name.hasSuffix(".md"):
          files.append(File(path: path, place: place, isLink: false))
        case .other, .missing: continue
        }
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  static func names(in folder: String) throws -> [String] {
    guard FileKind(folder) != .missing else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Fault(.io, Message("file.no-access", TerminalText.excerpt(folder)), subject: folder)
    }
  }
}

/// What lies at a path; links are not followed.
enum FileKind {
  case missing, folder, link, other

  init(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// The folder of pictures, asked about each of them once.
struct MediaFolder {
  private let folder: URL
  private var known: [String: Bool] = [:]
  /// The names at the top of the folder, for suggestions.
  private(set) lazy var names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

  init(_ folder: URL) { self.folder = folder }

  /// Whether a file lies there, reached without a link; the path is one that `MediaPath` lets pass.
  mutating func contains(_ path: String) -> Bool {
    if let answer = known[path] { return answer }
    var place = folder.path
    var answer = true
    let names = path.split(separator: "/")
    for (index, name) in names.enumerated() where answer {
      place += "/" + name
      let kind = FileKind(place)
      answer = index == names.count - 1 ? kind == .other : kind == .folder
    }
    known[path] = answer
    return answer
  }
}
