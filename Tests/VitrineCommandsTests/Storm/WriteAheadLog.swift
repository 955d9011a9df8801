import Foundation
import VitrineTestSupport

/// The write-ahead log that a killed program leaves beside its database.
///
/// Layout: https://www.sqlite.org/fileformat2.html#walformat.
struct WriteAheadLog {
  private let path: String
  /// Where the file ends.
  let end: Int
  /// Where the frames end, each with whether it commits a transaction.
  private let frames: [(end: Int, isCommit: Bool)]

  private static let header = 32
  private static let frameHeader = 24

  /// Reads the log of a desk's database.
  init(of desk: Desk) throws {
    path = desk.workspace.appending(path: ".vitrine/vitrine.db-wal").path
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    end = bytes.count
    guard bytes.count >= Self.header else {
      frames = []
      return
    }
    func number(_ place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    let page = number(8)
    var frames: [(end: Int, isCommit: Bool)] = []
    var place = Self.header
    // Frames of an earlier round of the log carry other salts.
    while place + Self.frameHeader + page <= bytes.count, number(place + 8) == number(16),
      number(place + 12) == number(20)
    {
      let isCommit = number(place + 4) != 0
      place += Self.frameHeader + page
      frames.append((place, isCommit))
    }
    self.frames = frames
  }

  /// Where the last transaction ends that was committed; the rest is of one that was not.
  var lastCommit: Int { frames.last(where: \.isCommit)?.end ?? Self.header }

  /// Where that transaction begins.
  var lastBeginning: Int { frames.last { $0.isCommit && $0.end < lastCommit }?.end ?? Self.header }

  /// Cuts the file, as a disk does that had not written the rest.
  func cut(at place: Int) throws {
    guard truncate(path, off_t(place)) == 0 else {
      throw ChildProcess.Failure("cutting the write-ahead log")
    }
  }

  /// Writes bytes behind what the transactions left, as a write that was torn off does.
  func append(_ bytes: [UInt8]) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    defer { try? file.close() }
    try file.seekToEnd()
    try file.write(contentsOf: Data(bytes))
  }
}
