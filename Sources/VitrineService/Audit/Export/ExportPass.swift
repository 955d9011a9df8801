import Foundation
import VitrineCore

/// One pass over the files of an export, a line and a tile at a time.
struct ExportPass {
  private let folder: URL
  private var verifier: AuditVerifier
  private var tiles = TileBuilder()
  private var count = 0

  init(folder: URL, checkpoints: [Checkpoint], findings: [AuditFinding]) {
    self.folder = folder
    verifier = AuditVerifier(checkpoints: checkpoints)
    for finding in findings { verifier.report(finding) }
  }

  /// Reads everything; `size` is what the checkpoint promises, `nil` where there is none to read.
  consuming func run(size: Int?) -> AuditVerdict {
    readRecords()
    var found: [AuditFinding] = []
    let folder = folder
    // The sink throws nothing: what is wrong with a tile is a finding.
    try? tiles.finish { tile, bytes in Self.compare(tile, bytes, folder, &found) }
    found += strayFiles()
    for finding in found { verifier.report(finding) }
    if let size, size < count { verifier.report(.headSize(stored: size, counted: count)) }
    return verifier.finish()
  }

  /// The bytes of a file of the export; `nil` when it is missing or longer.
  static func read(_ folder: URL, _ path: String, limit: Int) -> [UInt8]? {
    guard let handle = try? FileHandle(forReadingFrom: folder.appending(path: path)) else {
      return nil
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: limit + 1), data.count <= limit else { return nil }
    return Array(data)
  }

  private mutating func readRecords() {
    guard let records = try? LineReader(folder.appending(path: ExportFile.records)) else {
      verifier.report(.missingFile(path: ExportFile.records, index: 0))
      return
    }
    let leaves = try? LineReader(folder.appending(path: ExportFile.leaves))
    if leaves == nil { verifier.report(.missingFile(path: ExportFile.leaves, index: 0)) }
    do {
      while let line = try records.next() {
        try take(Array(line), leaves)
      }
    } catch {
      verifier.stopAtUnreadable()
    }
    // One line too many, or half of one.
    if let leaves, verifier.isInOrder, (try? leaves.next()) != .some(.none) {
      verifier.report(.file(path: ExportFile.leaves, index: count, span: 1))
    }
  }

  private mutating func take(_ record: [UInt8], _ leaves: LineReader?) throws {
    if let leaves {
      let line = try? leaves.next()
      if line.map({ !$0.elementsEqual(Base64.text(record).utf8) }) ?? true {
        verifier.report(.file(path: ExportFile.leaves, index: count, span: 1))
      }
    }
    var found: [AuditFinding] = []
    let folder = folder
    try tiles.append(record) { tile, bytes in Self.compare(tile, bytes, folder, &found) }
    for finding in found { verifier.report(finding) }
    verifier.append(index: count, record: record)
    count += 1
  }

  /// Compares a tile with its file, and finds the first record that a difference speaks of.
  private static func compare(
    _ tile: Tile, _ bytes: [UInt8], _ folder: URL, _ found: inout [AuditFinding]
  ) {
    let start: Int
    let width: Int
    switch tile.content {
    case .entries: (start, width) = (tile.index * Tile.fullWidth, 1)
    case .hashes(let level):
      width = 1 << (8 * level)
      start = tile.index * Tile.fullWidth * width
    }
    guard let file = read(folder, tile.path, limit: bytes.count + 1) else {
      let isThere = FileManager.default.fileExists(
        atPath: folder.appending(path: tile.path).path)
      found.append(
        isThere
          ? .file(path: tile.path, index: start, span: width * tile.width)
          : .missingFile(path: tile.path, index: start))
      return
    }
    guard file != bytes else { return }
    let same = zip(file, bytes).prefix { $0 == $1 }.count
    let place = tile.content == .entries ? entry(at: same, bytes) : same / Hash.byteCount
    found.append(
      .file(path: tile.path, index: start + min(place, tile.width - 1) * width, span: width))
  }

  /// The number of the entry in whose bytes, or length before them, a place of a bundle lies.
  private static func entry(at place: Int, _ bytes: [UInt8]) -> Int {
    var number = 0
    var start = 0
    while start + 1 < bytes.count {
      start += 2 + (Int(bytes[start]) << 8 | Int(bytes[start + 1]))
      if place < start { return number }
      number += 1
    }
    return number
  }

  private func strayFiles() -> [AuditFinding] {
    var expected: Set = [
      ExportFile.checkpoint, ExportFile.key, ExportFile.leaves, ExportFile.records,
    ]
    for tile in Tile.all(ofLogSized: count) { expected.insert(tile.path) }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { name in
      guard !expected.contains(name) else { return false }
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: folder.appending(path: name).path, isDirectory: &isFolder)
      return !isThere || !isFolder.boolValue
    }.prefix(AuditVerifier.findingLimit).map { .strayFile(path: $0) }
  }
}
