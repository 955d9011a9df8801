import Foundation
import VitrineCore

/// The content library of a workspace: every template and message, read once, found by id.
package struct Library: Sendable {
  /// The files in the order of their paths; templates first.
  package let entries: [LibraryEntry]
  private let byID: [String: Int]

  /// Reads every `.md` file of the two folders of a workspace.
  ///
  /// Broken files are entries too, with their findings; only a folder that cannot be listed throws
  /// (`io`). A workspace without the folders has an empty library.
  package static func load(
    _ workspace: Workspace, knowledge: MessageKnowledge = .builtIn
  ) throws -> Library {
    var pictures = MediaFolder(workspace.media)
    var entries: [LibraryEntry] = []
    for kind in MessageKind.allCases {
      let path = LibraryFolder.path(of: kind)
      for file in try LibraryFolder.files(in: workspace.folder.path + "/" + path, shown: path) {
        var entry = LibraryEntry(file, kind, knowledge)
        entry.checkPictures(&pictures)
        entries.append(entry)
      }
    }
    return Library(entries)
  }

  /// Reads templates from elsewhere, a file or the files of a folder, against the pictures of a
  /// workspace.
  ///
  /// `shown` is the path as the person named it, `place` where it lies. Throws `notFound`.
  package static func load(
    _ place: String, shown: String, for workspace: Workspace,
    knowledge: MessageKnowledge = .builtIn
  ) throws -> Library {
    let files: [LibraryFolder.File]
    let kind = FileKind(place)
    switch kind {
    case .missing:
      let path = TerminalText.excerpt(shown)
      throw Fault(.notFound, Message("file.missing", path), subject: shown)
    case .folder: files = try LibraryFolder.files(in: place, shown: shown)
    case .link, .other:
      files = [LibraryFolder.File(path: shown, place: place, isLink: kind == .link)]
    }
    var pictures = MediaFolder(workspace.media)
    return Library(
      files.map { file in
        var entry = LibraryEntry(file, .template, knowledge)
        entry.checkPictures(&pictures)
        return entry
      })
  }

  /// Puts a library together; entries of one id get a finding each.
  init(_ entries: [LibraryEntry]) {
    var entries = entries
    var byID: [String: Int] = [:]
    for index in entries.indices where entries[index].source != nil {
      let id = entries[index].id
      guard let first = byID[id] else {
        byID[id] = index
        continue
      }
      entries[index].add(
        Message("message.id-twice", id, entries[first].path), rule: "message.id", at: "id")
      entries[first].add(
        Message("message.id-twice", id, entries[index].path), rule: "message.id", at: "id")
    }
    self.entries = entries
    self.byID = byID
  }

  /// The entry of that id; `nil` when there is none, or when two files claim it.
  package subscript(id: String) -> LibraryEntry? {
    guard let entry = byID[id].map({ entries[$0] }), !entry.hasErrors else { return nil }
    return entry
  }

  /// The entry of that id.
  ///
  /// Throws `invalid` with the findings of the file when it is broken, and `notFound` with "did you
  /// mean" when there is none.
  package func existing(_ id: String) throws -> (entry: LibraryEntry, source: MessageSource) {
    let named = byID[id].map { entries[$0] } ?? entries.first { $0.id == id }
    guard let entry = named else {
      let meant = EditDistance.suggestion(for: id, among: entries.map(\.id))
      throw Fault(
        .notFound, Message("library.unknown", TerminalText.excerpt(id)),
        hint: meant.map { Message("did.you.mean", $0) } ?? Message("library.unknown-hint"),
        subject: id)
    }
    guard let source = entry.source, !entry.hasErrors else {
      throw Fault(
        .invalid, Message("message.invalid", entry.path, entry.findings.count),
        subject: entry.path, findings: entry.findings)
    }
    return (entry, source)
  }
}

extension LibraryEntry {
  /// Reads one file; what cannot be read is a finding.
  init(
    _ file: LibraryFolder.File, _ kind: MessageKind, _ knowledge: MessageKnowledge
  ) {
    self.kind = kind
    path = file.path
    guard !file.isLink else {
      source = nil
      places = [:]
      findings = [
        Finding(
          .error, Message("library.link", file.path), rule: "library.file", file: file.path)
      ]
      return
    }
    do {
      let bytes = try RegularFile.read(file.place, limit: MessageFile.sizeLimit)
      let reading = MessageFile.parse(bytes, file: file.path, kind: kind, knowledge: knowledge)
      source = reading.source
      findings = reading.findings
      places = reading.places
    } catch let fault as Fault {
      source = nil
      places = [:]
      findings = [Finding(.error, fault.message, rule: "library.file", file: file.path)]
    } catch {
      source = nil
      places = [:]
      findings = [
        Finding(
          .error, Message("file.unreadable", file.path, "\(error)"), rule: "library.file",
          file: file.path)
      ]
    }
    if let source, source.writtenID == nil, !MessageSource.isID(source.id) {
      add(Message("message.id", TerminalText.excerpt(source.id)), rule: "message.id", at: "id")
    }
  }

  /// Whether its pictures are there.
  mutating func checkPictures(_ folder: inout MediaFolder) {
    for media in source?.media ?? [] where !folder.contains(media.file) {
      let meant = EditDistance.suggestion(for: media.file, among: folder.names)
      add(
        Message("library.no-picture", media.file), rule: "message.media", at: media.file,
        fix: meant.map { Message("did.you.mean", $0) })
    }
  }
}
