import Foundation
import Testing
import VitrineTestSupport

@testable import VitrineCore

/// What is left of a picture when its notes are out.
struct PictureStripTests {
  @Test(arguments: TestPictures.names)
  func `no note and no place is left, and stripping again changes nothing`(name: String) throws {
    let original = try TestPictures.bytes(name)
    let once = try PictureReader.read(original)
    #expect(!TestPictures.isTelling(once.bytes))
    #expect(try PictureReader.read(once.bytes).bytes == once.bytes)
    #expect(try PictureReader.read(once.bytes).picture == once.picture)
    #expect(try !PictureReader.read(once.bytes).hadLocation)
  }

  @Test func `the pictures with notes do have them`() throws {
    for name in TestPictures.names where name.hasPrefix("notes") || name == "phone.jpg" {
      #expect(TestPictures.isTelling(try TestPictures.bytes(name)), "\(name)")
    }
  }

  @Test func `a phone's JPEG keeps its way up and the numbers of its colours`() throws {
    let bytes = try PictureReader.read(TestPictures.bytes("phone.jpg")).bytes
    #expect(bytes.first(of: EXIF.mark + EXIF.minimal(.right)) != nil)
    #expect(bytes.first(of: Array("ICC_PROFILE".utf8)) != nil)
    #expect(bytes.first(of: Array("rXYZ".utf8)) != nil)
    #expect(bytes.suffix(2) == [0xFF, 0xD9])
    for gone in ["http:", "MPF", "Photoshop", "JP", "GPS"] {
      #expect(bytes.first(of: Array(gone.utf8)) == nil, "\(gone)")
    }
  }

  @Test(.timeLimit(.minutes(30)))
  func `a comment of ten megabytes is not sent`() throws {
    var bytes = try TestPictures.bytes("plain.jpg")
    let comment: [UInt8] = [0xFF, 0xFE, 0xFF, 0xFF] + Array(repeating: 0x53, count: 65_533)
    bytes.insert(contentsOf: (0..<160).flatMap { _ in comment }, at: 2)
    #expect(bytes.count > 10_000_000)
    let found = try PictureReader.read(bytes)
    #expect(try found.bytes == PictureReader.read(TestPictures.bytes("plain.jpg")).bytes)
    #expect(found.removedBytes > 10_000_000)
  }

  @Test(.timeLimit(.minutes(30)))
  func `ten megabytes of pixels are read in one pass`() throws {
    var bytes = try TestPictures.bytes("plain.jpg")
    bytes.insert(contentsOf: Array(repeating: 0x45, count: 10_000_000), at: bytes.count - 2)
    #expect(try PictureReader.read(bytes).bytes.count > 10_000_000)
  }

  @Test func `notes between the scans or among the pixels are not sent`() throws {
    let bytes = try TestPictures.bytes("progressive.jpg")
    let notes = EXIF.mark + Array("II SECRET".utf8)
    let scan = try #require(bytes.first(of: [0xFF, 0xDA]))
    let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(notes.count + 2)] + notes
    var between = bytes
    between.insert(contentsOf: segment, at: scan)
    #expect(try PictureReader.read(between).bytes == PictureReader.read(bytes).bytes)
    var among = bytes
    among.insert(contentsOf: [0] + segment.dropFirst(), at: bytes.count - 2)
    #expect(TestPictures.problem(among)?.rule == "picture.damaged")
  }

  @Test func `a GIF keeps how often it repeats and nothing else that a program wrote`() throws {
    let bytes = try PictureReader.read(TestPictures.bytes("notes.gif")).bytes
    #expect(bytes.first(of: Array("NETSCAPE2.0".utf8) + [3, 1, 3, 0, 0]) != nil)
    #expect(bytes.first(of: Array("XMP".utf8)) == nil)
  }

  @Test func `the flags of a WebP say what is left in it`() throws {
    let bytes = try PictureReader.read(TestPictures.bytes("clear.webp")).bytes
    let header = try #require(bytes.first(of: Array("VP8X".utf8)))
    #expect(bytes[header + 8] == 0x38)
    #expect(bytes.first(of: Array("XMP ".utf8)) == nil)
    #expect(
      LittleEndian.bytes(bytes.count - 8, 4) == Array(bytes[4..<8]),
      "the size of the whole is right")
  }

  @Test(
    .enabled("VITRINE_TEST_PYTHON names no Python with Pillow") { await Python.has("PIL") },
    .temporaryFolder, .timeLimit(.minutes(30)))
  func `Pillow sees the same pixels and no notes`() async throws {
    let folder = try TemporaryFolder.url()
    for name in TestPictures.names {
      let found = try PictureReader.read(TestPictures.bytes(name))
      try Data(found.bytes).write(to: folder.appending(path: name))
    }
    let script = TestPictures.folder.deletingLastPathComponent()
      .appending(path: "check-pictures.py").path
    let (status, output) = try await Python.run([script, TestPictures.folder.path, folder.path])
    #expect(status == 0, "\(output)")
    #expect(output == "19 compared\n")
  }
}
