import Testing
import VitrineTestSupport

@testable import VitrineCore

/// What is no picture for us, and what people are told.
struct PictureRefusalTests {
  /// Files by their beginning, in Latin-1.
  static let kinds: [(String, PictureKind.Refused)] = [
    ("\0\0\0\u{18}ftypheic", .heic), ("\0\0\0\u{18}ftypmif1", .heic),
    ("\0\0\0\u{18}ftypavif", .avif), ("\0\0\0\u{14}ftypqt  ", .video),
    ("\0\0\0\u{18}ftypmp42", .video), ("\0\0\0\u{18}ftypisom", .video),
    ("\u{1A}E\u{DF}\u{A3}\u{1}", .video), ("RIFF\0\0\0\0AVI ", .video),
    ("<svg onload='alert(1)'>", .svg),
    ("<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///'>]>\n<svg/>", .svg),
    ("%PDF-1.7", .pdf), ("II*\0", .tiff), ("MM\0*", .tiff), ("BM\0\u{1}", .bmp),
    ("\u{FF}\u{A}\u{1}", .jpegXL), ("PK\u{3}\u{4}\u{14}\0", .archive), ("Bonjour", .text),
    ("", .empty),
    ("\0\u{1}\u{2}", .unknown), ("\u{FF}\u{D8}", .unknown), ("\u{89}PN", .unknown),
  ]

  @Test(arguments: kinds)
  func `a file is known by how it begins`(start: String, kind: PictureKind.Refused) {
    let bytes = start.unicodeScalars.map { UInt8($0.value) }
    #expect(PictureKind(bytes) == .refused(kind))
    #expect(TestPictures.problem(bytes) == .notTaken(kind))
  }

  @Test(arguments: PictureKind.Refused.allCases)
  func `every kind has a sentence and an advice in both languages`(kind: PictureKind.Refused) {
    let problem = PictureProblem.notTaken(kind)
    for language in Language.allCases {
      #expect(problem.message.text(in: language) != problem.message.code)
      #expect(problem.fix.text(in: language) != problem.fix.code)
    }
  }

  @Test func `somebody with an iPhone is told how to get a JPEG`() {
    let problem = PictureProblem.notTaken(.heic)
    #expect(
      problem.message.text(in: .fr)
        == "la photo est au format HEIC d'Apple, que les réseaux n'acceptent pas")
    #expect(problem.fix.text(in: .fr).contains("Formats > Le plus compatible"))
    #expect(problem.fix.text(in: .en).contains("Formats > Most Compatible"))
  }

  @Test(arguments: TestPictures.names.filter { !$0.hasPrefix("notes") && $0 != "phone.jpg" })
  func `a file cut anywhere is refused`(name: String) throws {
    let bytes = try TestPictures.bytes(name)
    for length in 0..<bytes.count {
      #expect(TestPictures.problem(Array(bytes[..<length])) != nil, "\(length) bytes")
    }
  }

  @Test(arguments: [(60_000, 60_000), (30_001, 1), (1, 30_001), (10_001, 10_000)])
  func `a flood of pixels is refused from the header`(width: Int, height: Int) throws {
    var bytes = try TestPictures.bytes("plain.png")
    bytes.replaceSubrange(
      16..<24, with: BigEndian.bytes(UInt32(width)) + BigEndian.bytes(UInt32(height)))
    bytes.replaceSubrange(29..<33, with: BigEndian.bytes(CRC32.checksum(bytes[12..<29])))
    bytes += Array(repeating: 0, count: 1024 - bytes.count)
    #expect(TestPictures.problem(bytes) == .tooManyPixels(width, height))
  }

  @Test func `every format is asked for its size before anything else`() throws {
    var jpeg = try TestPictures.bytes("plain.jpg")
    let frame = try #require(jpeg.first(of: [0xFF, 0xC0]))
    jpeg.replaceSubrange((frame + 5)..<(frame + 9), with: [0xEA, 0x60, 0xEA, 0x60])
    #expect(TestPictures.problem(jpeg) == .tooManyPixels(60_000, 60_000))
    var gif = try TestPictures.bytes("still.gif")
    gif.replaceSubrange(6..<10, with: [0x60, 0xEA, 0x60, 0xEA])
    #expect(TestPictures.problem(gif) == .tooManyPixels(60_000, 60_000))
    var webp = try TestPictures.bytes("clear.webp")
    webp.replaceSubrange(24..<30, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(TestPictures.problem(webp) == .tooManyPixels(1 << 24, 1 << 24))
  }

  @Test func `the message of a flood says what was found and what is allowed`() {
    #expect(
      PictureProblem.tooManyPixels(60_000, 60_000).message.text(in: .en)
        == "the picture claims 60,000 × 60,000 pixels; 100 million in all and 30,000 a side are the limit"
    )
  }

  @Test(arguments: ["plain.png", "notes.png", "moving.png"])
  func `a wrong checksum is refused`(name: String) throws {
    let bytes = try TestPictures.bytes(name)
    let end = try #require(bytes.first(of: Array("IEND".utf8))) + 8
    for index in 8..<end {
      var wrong = bytes
      wrong[index] ^= 0x20
      #expect(TestPictures.problem(wrong) != nil, "byte \(index)")
    }
  }

  @Test(arguments: [UInt8(0xC3), 0xC9, 0xCA])
  func `lossless and arithmetic JPEGs are refused as unusual`(marker: UInt8) throws {
    var bytes = try TestPictures.bytes("plain.jpg")
    let frame = try #require(bytes.first(of: [0xFF, 0xC0]))
    bytes[frame + 1] = marker
    #expect(TestPictures.problem(bytes) == .unusual(.jpeg))
  }

  @Test func `a name says nothing`() throws {
    #expect(throws: PictureProblem.notTaken(.text)) {
      try PictureReader.read(Array("photo.jpg".utf8))
    }
  }

  @Test(arguments: TestPictures.names)
  func `500 damaged copies trap nothing and give nothing away`(name: String) throws {
    let original = try TestPictures.bytes(name)
    var random = SeededGenerator(seed: UInt64(original.count))
    for round in 0..<500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let found = try? PictureReader.read(bytes) else { continue }
      #expect(!TestPictures.isTelling(found.bytes), "round \(round)")
      #expect(try PictureReader.read(found.bytes).bytes == found.bytes, "round \(round)")
    }
  }
}
