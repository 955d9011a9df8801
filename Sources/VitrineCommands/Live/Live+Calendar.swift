import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

extension Live {
  /// The editorial calendar of a workspace, read when somebody asks for it.
  static func calendars(_ workspace: Workspace, _ configuration: Configuration) -> CalendarPort {
    let cache = CalendarCache(folder: workspace.state.appending(path: "cache/calendar"))
    return CalendarPort(
      calendar: { setting in
        let knowledge = CalendarKnowledge(
          try library(workspace), networks: try NetworkLimits.load(workspace).networks,
          zones: setting.zones, vocabulary: setting.vocabulary, today: setting.today)
        return try CalendarLibrary.load(workspace, knowledge)
      },
      templates: {
        let library = try library(workspace)
        var templates: [String: MessageSource] = [:]
        for entry in library.entries where entry.kind == .template {
          if let source = library[entry.id]?.source { templates[entry.id] = source }
        }
        return templates
      },
      rulesDigest: { try rulesDigest(workspace, configuration) },
      cached: { cache.read($0) }, cache: { cache.write($0, $1) }, tidy: { cache.tidy() })
  }

  /// A digest of the rule files and of the severities that the workspace chooses.
  private static func rulesDigest(
    _ workspace: Workspace, _ configuration: Configuration
  ) throws -> String {
    let folder = workspace.folder.appending(path: RuleLibrary.path)
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted()
    var parts: [JSON] = []
    for name in names {
      let bytes = try RegularFile.read(
        folder.appending(path: name).path, limit: RuleLibrary.sizeLimit)
      parts += [.string(name), .string(Hash(of: bytes).hex)]
    }
    for (rule, severity) in configuration.ruleSeverities.sorted(by: { $0.key < $1.key }) {
      parts += [.string(rule), .string(severity.rawValue)]
    }
    return Hash(of: JSON.array(parts).bytes).hex
  }
}

/// What plans of the calendar rendered before, a file an occurrence, in the state folder of the workspace.
struct CalendarCache: Sendable {
  let folder: URL
  /// How many files are kept: the occurrences of some years.
  private static let most = 20_000
  private static let sizeLimit = 1 << 26

  func read(_ name: String) -> [UInt8]? {
    try? RegularFile.read(folder.appending(path: name).path, limit: Self.sizeLimit)
  }

  /// Writes beside and renames, so that two plans at once leave whole files.
  func write(_ name: String, _ bytes: [UInt8]) {
    let manager = FileManager.default
    try? manager.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? Data(bytes).write(to: folder.appending(path: name), options: .atomic)
  }

  /// Takes the oldest files away once there are too many.
  func tidy() {
    let manager = FileManager.default
    let files =
      (try? manager.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
    guard files.count > Self.most else { return }
    let dated = files.map { file in
      (
        file,
        (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?
          .contentModificationDate ?? .distantPast
      )
    }
    for (file, _) in dated.sorted(by: { $0.1 < $1.1 }).prefix(files.count - Self.most / 2) {
      try? manager.removeItem(at: file)
    }
  }
}

extension Console {
  /// Whether somebody is signed in on this desk.
  func hasCredential(_ workspace: Workspace) throws -> Bool {
    let token = invocation.environment["VITRINE_TOKEN"] ?? ""
    return try !token.isEmpty || Credentials(invocation).read(workspace) != nil
  }
}
