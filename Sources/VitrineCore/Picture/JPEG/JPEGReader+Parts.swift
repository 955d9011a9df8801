/// The frame of a JPEG: its size and the numbers of its colours.
struct JPEGFrame {
  let width: Int
  let height: Int
  let components: [UInt8]
}

extension JPEGReader {
  /// Reads the frame header (B.2.2): eight bits a colour, one, three or four colours.
  mutating func readFrame(_ marker: UInt8) throws(PictureProblem) {
    let start = cursor.position
    let payload = Array(try segment())
    guard frame == nil, payload.count >= 6, payload.count == 6 + 3 * Int(payload[5]) else {
      throw .damaged(.jpeg, start)
    }
    let height = Int(payload[1]) << 8 | Int(payload[2])
    let width = Int(payload[3]) << 8 | Int(payload[4])
    // A height of 0 is given behind the first scan, which browsers do not read.
    guard payload[0] == 8, height > 0, [1, 3, 4].contains(payload[5]) else { throw .unusual(.jpeg) }
    guard width > 0 else { throw .damaged(.jpeg, start) }
    try PictureReader.checkSize(width, height)
    var components: [UInt8] = []
    for index in stride(from: 6, to: payload.count, by: 3) {
      let (across, down) = (payload[index + 1] >> 4, payload[index + 1] & 15)
      guard (1...4).contains(across), (1...4).contains(down), payload[index + 2] < 4 else {
        throw .damaged(.jpeg, start)
      }
      components.append(payload[index])
    }
    frame = JPEGFrame(width: width, height: height, components: components)
    keep(marker, payload[...])
  }

  /// Reads tables, which must fill their segment exactly: other data under their marker is refused.
  mutating func readTable(_ marker: UInt8) throws(PictureProblem) {
    let start = cursor.position
    let payload = try segment()
    let isGood =
      switch marker {
      case 0xC4: Self.areHuffmanTables(payload)
      case 0xDB: Self.areQuantisationTables(payload)
      default: payload.count == 2
      }
    guard isGood else { throw .damaged(.jpeg, start) }
    keep(marker, payload)
  }

  private static func areHuffmanTables(_ payload: ArraySlice<UInt8>) -> Bool {
    var rest = payload
    while let first = rest.first {
      guard first >> 4 < 2, first & 15 < 4, rest.count >= 17 else { return false }
      let count = rest.dropFirst().prefix(16).reduce(0) { $0 + Int($1) }
      guard count <= 256, rest.count >= 17 + count else { return false }
      rest = rest.dropFirst(17 + count)
    }
    return !payload.isEmpty
  }

  private static func areQuantisationTables(_ payload: ArraySlice<UInt8>) -> Bool {
    var rest = payload
    while let first = rest.first {
      let length = first >> 4 == 0 ? 65 : 129
      guard first >> 4 < 2, first & 15 < 4, rest.count >= length else { return false }
      rest = rest.dropFirst(length)
    }
    return !payload.isEmpty
  }

  /// Reads a scan: its header (B.2.3) and compressed pixels up to the next marker.
  mutating func readScan() throws(PictureProblem) {
    let start = cursor.position
    let header = try segment()
    guard let frame, Self.isScan(Array(header), frame) else { throw .damaged(.jpeg, start) }
    keep(0xDA, header)
    let first = cursor.position
    while true {
      guard try cursor.byte() == 0xFF else { continue }
      let end = cursor.position - 1
      var code = try cursor.byte()
      if code == 0 || (0xD0...0xD7).contains(code) { continue }
      let fill = cursor.position - 1
      while code == 0xFF { code = try cursor.byte() }
      guard code != 0 else { throw .damaged(.jpeg, fill) }
      guard !HiddenNotes.stand(in: cursor.bytes, first..<end) else { throw .damaged(.jpeg, first) }
      kept += cursor.bytes[first..<end]
      cursor = ByteCursor(cursor.bytes, .jpeg, from: cursor.position - 2)
      return
    }
  }

  private static func isScan(_ header: [UInt8], _ frame: JPEGFrame) -> Bool {
    guard let count = header.first, (1...4).contains(count), header.count == 4 + 2 * Int(count)
    else {
      return false
    }
    for index in stride(from: 1, to: 1 + 2 * Int(count), by: 2) {
      guard frame.components.contains(header[index]), header[index + 1] & 0xCC == 0 else {
        return false
      }
    }
    let tail = header.suffix(3)
    return tail.dropLast().allSatisfy { $0 < 64 }
      && tail.suffix(1).allSatisfy { $0 >> 4 < 14 && $0 & 15 < 14 }
  }
}
