/// Makes all tiles of a log while its records go by, holding one tile a level in memory.
package struct TileBuilder {
  /// Takes a finished tile and its bytes.
  package typealias Sink = (_ tile: Tile, _ bytes: [UInt8]) throws -> Void

  /// A level's tile in the making.
  private struct Row {
    var index = 0
    var hashes: [Hash] = []
  }

  private var rows: [Row] = []
  private var entries: [UInt8] = []
  private var entryCount = 0

  /// Begins with an empty log.
  package init() {}

  /// Makes all tiles of a log of that size; the reader is asked for each record once, in order.
  package static func build(
    size: Int, record: (_ index: Int) throws -> [UInt8], sink: Sink
  ) throws {
    var builder = TileBuilder()
    for index in 0..<max(size, 0) { try builder.append(try record(index), sink: sink) }
    try builder.finish(sink: sink)
  }

  /// Adds the next record; full tiles go to the sink at once.
  ///
  /// Throws `invalid` for a record over 65,535 bytes, which an entry bundle cannot hold.
  package mutating func append(_ record: [UInt8], sink: Sink) throws {
    guard let length = UInt16(exactly: record.count) else {
      throw Fault(
        .invalid, Message("audit.record.tooLong", record.count, AuditRecord.byteLimit))
    }
    entries += BigEndian.bytes(length)
    entries += record
    entryCount += 1
    if entryCount % Tile.fullWidth == 0 { try emitEntries(width: Tile.fullWidth, sink) }
    try append(MerkleTree.leaf(record), level: 0, sink)
  }

  /// Hands out the partial tiles at the end of the log; nothing can be added afterwards.
  package consuming func finish(sink: Sink) throws {
    let width = entryCount % Tile.fullWidth
    if width > 0 { try emitEntries(width: width, sink) }
    for level in rows.indices where !rows[level].hashes.isEmpty { try emit(level, sink) }
  }

  private mutating func append(_ hash: Hash, level: Int, _ sink: Sink) throws {
    if rows.count == level { rows.append(Row()) }
    rows[level].hashes.append(hash)
    guard rows[level].hashes.count == Tile.fullWidth else { return }
    let root = MerkleTree.root(of: rows[level].hashes)
    try emit(level, sink)
    rows[level].index += 1
    rows[level].hashes.removeAll(keepingCapacity: true)
    try append(root, level: level + 1, sink)
  }

  private func emit(_ level: Int, _ sink: Sink) throws {
    let row = rows[level]
    guard let tile = Tile(.hashes(level: level), index: row.index, width: row.hashes.count) else {
      return
    }
    try sink(tile, row.hashes.flatMap(\.bytes))
  }

  private mutating func emitEntries(width: Int, _ sink: Sink) throws {
    let index = (entryCount - 1) / Tile.fullWidth
    guard let tile = Tile(.entries, index: index, width: width) else { return }
    try sink(tile, entries)
    entries.removeAll(keepingCapacity: true)
  }
}
