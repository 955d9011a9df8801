import Testing

@testable import VitrineCore

struct TileTests {
  @Test(arguments: [
    (Tile(.hashes(level: 0), index: 0), "tile/0/000"),
    (Tile(.hashes(level: 2), index: 5, width: 1), "tile/2/005.p/1"),
    (Tile(.hashes(level: 63), index: 1000), "tile/63/x001/000"),
    (Tile(.hashes(level: 1), index: 1_234_067), "tile/1/x001/x234/067"),
    (Tile(.entries, index: 1_234_067, width: 255), "tile/entries/x001/x234/067.p/255"),
  ])
  func `a tile lies where the specification puts it`(tile: Tile?, path: String) throws {
    #expect(try #require(tile).path == path)
  }

  @Test(arguments: [
    Tile(.entries, index: -1), Tile(.entries, index: 0, width: 0),
    Tile(.entries, index: 0, width: 257), Tile(.hashes(level: 64), index: 0),
    Tile(.hashes(level: -1), index: 0),
  ])
  func `a tile that cannot be is none`(tile: Tile?) {
    #expect(tile == nil)
  }

  @Test func `a log of 70,000 records has the tiles of the specification's example`() {
    let tiles = Tile.all(ofLogSized: 70_000)
    let entries = tiles.filter { $0.content == .entries }
    #expect(entries.count == 274)
    #expect(entries.last?.path == "tile/entries/273.p/112")
    let levels = (0...3).map { level in tiles.filter { $0.content == .hashes(level: level) } }
    #expect(levels.map { $0.filter { $0.width == 256 }.count } == [273, 1, 0, 0])
    #expect(levels.map { $0.last?.width } == [112, 17, 1, nil])
    #expect(
      Tile.all(ofLogSized: 256).map(\.path) == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"])
    #expect(Tile.all(ofLogSized: 0).isEmpty)
  }

  @Test(arguments: [0, 1, 255, 256, 257, 511, 512, 1000])
  func `the builder makes the tiles of the list from the hashes of the tree`(size: Int) throws {
    let log = MemoryLog(count: size)
    var made: [Tile: [UInt8]] = [:]
    try TileBuilder.build(size: size, record: { log.records[$0] }) { tile, bytes in
      #expect(made.updateValue(bytes, forKey: tile) == nil)
    }
    #expect(Set(made.keys) == Set(Tile.all(ofLogSized: size)))
    for (tile, bytes) in made {
      let first = tile.index * 256
      switch tile.content {
      case .entries:
        #expect(
          try EntryBundle.records(bytes, count: tile.width)
            == Array(log.records[first..<first + tile.width]))
      case .hashes(let level):
        let hashes = log.nodes[level * 8][first..<first + tile.width]
        #expect(bytes == hashes.flatMap(\.bytes))
      }
    }
  }

  @Test func `an entry has its length before it, most significant byte first`() throws {
    var bundle: [UInt8] = []
    let records: [[UInt8]] = [[], [7], [UInt8](repeating: 1, count: 258)]
    try TileBuilder.build(size: 3, record: { records[$0] }) { tile, bytes in
      if tile.content == .entries { bundle = bytes }
    }
    #expect(bundle == [0, 0, 0, 1, 7, 1, 2] + [UInt8](repeating: 1, count: 258))
  }

  @Test func `a record that no bundle can hold is refused`() throws {
    var builder = TileBuilder()
    try builder.append([UInt8](repeating: 0, count: 65_535)) { _, _ in }
    #expect(throws: Fault.self) {
      try builder.append([UInt8](repeating: 0, count: 65_536)) { _, _ in }
    }
  }

  @Test(arguments: [[0], [0, 1], [0, 2, 9], [0, 1, 9, 0], [255, 255], [0, 1, 9, 0, 1, 9]])
  func `a damaged bundle is corrupt`(bytes: [UInt8]) {
    #expect { try EntryBundle.records(bytes, count: 1) } throws: {
      ($0 as? Fault)?.code == .corrupt
    }
  }
}
