import Foundation
import VitrineCore
import VitrineTestSupport

@testable import VitrineService
import VitrineStorage

/// Changes one thing in an exported folder, by a seed.
struct FolderTampering {
  static let kinds = [
    "flip record", "flip leaf", "drop record line", "drop leaf line", "repeat record line",
    "swap lines", "torn end", "truncate all", "flip checkpoint", "no checkpoint", "other key",
    "flip tile", "delete tile", "stray file", "fork",
  ]

  private let folder: URL
  private let seed: UInt64
  private let logKey: NoteSigner
  private var generator: SeededGenerator
  private var records: [[UInt8]]

  init(_ folder: URL, seed: UInt64, logKey: NoteSigner) throws {
    self.folder = folder
    self.seed = seed
    self.logKey = logKey
    generator = SeededGenerator(seed: seed &+ 77)
    records = Self.lines(try Data(contentsOf: folder.appending(path: ExportFile.records)))
  }

  mutating func run() throws -> (name: String, target: Int?) {
    let name = Self.kinds[Int(seed) % Self.kinds.count]
    let place = number(records.count)
    let target: Int? =
      switch name {
      case "flip record": try flip(ExportFile.records, line: place)
      case "flip leaf": try flip(ExportFile.leaves, line: place)
      case "drop record line", "drop leaf line", "repeat record line", "swap lines":
        try lines(name, place)
      case "torn end": try tornEnd()
      case "truncate all": try rewrite(Array(records.prefix(1 + number(records.count - 1))))
      case "flip checkpoint": try flipCheckpoint()
      case "no checkpoint": try remove(ExportFile.checkpoint)
      case "other key": try otherKey()
      case "flip tile", "delete tile": try tile(name)
      case "stray file": try stray()
      default: try fork(place)
      }
    return (name, target)
  }

  private static func lines(_ data: Data) -> [[UInt8]] {
    data.split(separator: 0x0A).map(Array.init)
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  private func text(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }

  /// Turns a bit of one line without making a line feed of it.
  private mutating func flip(_ name: String, line: Int) throws -> Int {
    var all = Self.lines(try Data(contentsOf: folder.appending(path: name)))
    let place = number(all[line].count)
    let bit: UInt8 = all[line][place] ^ 1 == 0x0A ? 2 : 1
    all[line][place] ^= bit
    try write(text(all), name)
    return line
  }

  private mutating func lines(_ kind: String, _ place: Int) throws -> Int {
    let name = kind == "drop leaf line" ? ExportFile.leaves : ExportFile.records
    var all = Self.lines(try Data(contentsOf: folder.appending(path: name)))
    switch kind {
    case "repeat record line": all.insert(all[place], at: place)
    case "swap lines":
      let other = (place + 1 + number(all.count - 1)) % all.count
      all.swapAt(place, other)
      try write(text(all), name)
      return min(place, other)
    default: all.remove(at: place)
    }
    try write(text(all), name)
    // After a repeated line the next one is the first that is not what it was.
    return kind == "repeat record line" ? place + 1 : place
  }

  private func tornEnd() throws -> Int {
    let bytes = Array(try Data(contentsOf: folder.appending(path: ExportFile.records)))
    try write(bytes.dropLast(3), ExportFile.records)
    return records.count - 1
  }

  /// Writes another log as an export would, under the checkpoint that is there.
  private func rewrite(_ records: [[UInt8]]) throws -> Int? {
    try write(text(records), ExportFile.records)
    try write(text(records.map { Array(Base64.text($0).utf8) }), ExportFile.leaves)
    try FileManager.default.removeItem(at: folder.appending(path: "tile"))
    var tiles = TileBuilder()
    for record in records { try tiles.append(record, sink: put) }
    try tiles.finish(sink: put)
    return records.count < self.records.count ? records.count : nil
  }

  private func put(_ tile: Tile, _ bytes: [UInt8]) throws {
    try OutputFile.write(bytes, to: folder.appending(path: tile.path))
  }

  private mutating func flipCheckpoint() throws -> Int? {
    var bytes = Array(try Data(contentsOf: folder.appending(path: ExportFile.checkpoint)))
    // In the signature: past the key's id, before the padding.
    let place = bytes.count - 12 - number(40)
    bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    try write(bytes, ExportFile.checkpoint)
    return nil
  }

  private func remove(_ name: String) throws -> Int? {
    try FileManager.default.removeItem(at: folder.appending(path: name))
    return nil
  }

  private func otherKey() throws -> Int? {
    let other = try NoteSigner(name: logKey.name, random: .system)
    try write(Array("\(try other.verifier().vkey)\n".utf8), ExportFile.key)
    return nil
  }

  private mutating func tile(_ kind: String) throws -> Int? {
    let all = Tile.all(ofLogSized: records.count)
    let tile = all[number(all.count)]
    let file = folder.appending(path: tile.path)
    let (width, start): (Int, Int) =
      switch tile.content {
      case .entries: (1, tile.index * Tile.fullWidth)
      case .hashes(let level):
        (1 << (8 * level), tile.index * Tile.fullWidth << (8 * level))
      }
    guard kind == "flip tile" else {
      try FileManager.default.removeItem(at: file)
      return start
    }
    var bytes = Array(try Data(contentsOf: file))
    // In the last record or hash, whose place is known without counting.
    bytes[bytes.count - 1] ^= 1
    try write(bytes, tile.path)
    return start + (tile.width - 1) * width
  }

  private func stray() throws -> Int? {
    try OutputFile.write([1], to: folder.appending(path: "tile/0/999"))
    return nil
  }

  /// Rewrites the log from a record on and signs it with the true key.
  private mutating func fork(_ place: Int) throws -> Int? {
    // Before the kept checkpoint, or nothing contradicts it.
    let place = place % 100
    var changed = records
    var record = try AuditRecord(bytes: changed[place])
    record.requestID = "rq_forged"
    changed[place] = try record.bytes()
    _ = try rewrite(changed)
    let root = MerkleTree.root(of: changed.map { MerkleTree.leaf($0) })
    let checkpoint = try Checkpoint(origin: logKey.name, size: changed.count, root: root)
    try write(checkpoint.signed(by: logKey).bytes, ExportFile.checkpoint)
    return nil
  }
}
