/// A piece of the static form of a log: C2SP tlog-tiles.
///
/// 256 hashes of one height, or 256 records, in a file that never changes once it is full; any web
/// server can hand out a log in this form.
package struct Tile: Hashable, Sendable {
  /// What a tile holds.
  package enum Content: Hashable, Sendable {
    /// Hashes of subtrees of 256 to the power of that level records; level 0 are the records' own.
    case hashes(level: Int)
    /// The records themselves.
    case entries
  }

  /// The number of hashes or records of a full tile.
  package static let fullWidth = 256

  /// What it holds.
  package let content: Content
  /// The number among the tiles of its kind and level, from 0.
  package let index: Int
  /// How many hashes or records it holds, 1 to 256; fewer than 256 only at the end of the log.
  package let width: Int

  /// Makes a tile's name; `nil` for a level, index or width that the form does not have.
  package init?(_ content: Content, index: Int, width: Int = Self.fullWidth) {
    guard index >= 0, (1...Self.fullWidth).contains(width) else { return nil }
    if case .hashes(let level) = content, !(0...63).contains(level) { return nil }
    self.content = content
    self.index = index
    self.width = width
  }

  /// Where the tile lies: `tile/0/x001/x234/067.p/8`, `tile/entries/000`.
  package var path: String {
    let kind =
      switch content {
      case .hashes(let level): String(level)
      case .entries: "entries"
      }
    var elements = [padded(index % 1000, 3)]
    var rest = index / 1000
    while rest > 0 {
      elements.insert("x" + padded(rest % 1000, 3), at: 0)
      rest /= 1000
    }
    let partial = width == Self.fullWidth ? "" : ".p/\(width)"
    return "tile/\(kind)/\(elements.joined(separator: "/"))\(partial)"
  }

  /// All tiles of a log of that size: entries first, then the hashes by level.
  package static func all(ofLogSized size: Int) -> [Tile] {
    var tiles = row(.entries, count: size)
    var count = size
    var level = 0
    while count > 0 {
      tiles += row(.hashes(level: level), count: count)
      count /= fullWidth
      level += 1
    }
    return tiles
  }

  private static func row(_ content: Content, count: Int) -> [Tile] {
    let full = (0..<max(count, 0) / fullWidth).compactMap { Tile(content, index: $0) }
    let last = Tile(content, index: full.count, width: max(count, 0) % fullWidth)
    return full + [last].compactMap(\.self)
  }
}
