import Testing

@testable import VitrineCore

/// What bytes say of a picture.
struct PictureFactsTests {
  static let facts: [(String, String)] = [
    ("plain.jpg", "JPEG 24x16 upright 1"), ("progressive.jpg", "JPEG 40x30 upright 1"),
    ("restarts.jpg", "JPEG 40x30 upright 1"), ("grey.jpg", "JPEG 24x16 upright 1"),
    ("cmyk.jpg", "JPEG 24x16 upright 1"), ("phone.jpg", "JPEG 16x24 right 1"),
    ("plain.png", "PNG 24x16 upright 1"), ("grey16.png", "PNG 24x16 upright 1"),
    ("palette.png", "PNG 24x16 upright 1"), ("clear.png", "PNG 24x16 upright 1"),
    ("moving.png", "PNG 24x16 upright 3"), ("notes.png", "PNG 16x24 left 1"),
    ("still.gif", "GIF 24x16 upright 1"), ("notes.gif", "GIF 24x16 upright 2"),
    ("plain.webp", "WebP 24x16 upright 1"), ("lossless.webp", "WebP 24x16 upright 1"),
    ("clear.webp", "WebP 16x24 mirroredLeft 1"), ("notes.webp", "WebP 16x24 mirroredLeft 1"),
    ("moving.webp", "WebP 16x24 mirroredLeft 3"),
  ]

  @Test(arguments: facts)
  func `kind, size, way up and frames are read from the bytes`(name: String, facts: String) throws {
    let found = try PictureReader.read(TestPictures.bytes(name))
    let picture = found.picture
    let summary =
      "\(picture.type.title) \(picture.width)x\(picture.height) \(picture.orientation) \(picture.frames)"
    #expect(summary == facts)
    #expect(picture.isAnimated == (picture.frames > 1))
    #expect(picture.bytes == found.bytes.count)
  }

  @Test func `every picture of the folder is in the table above`() {
    #expect(TestPictures.names.count == 19)
  }

  @Test(arguments: 1...8)
  func `an orientation decides what is width and what is height`(value: Int) throws {
    var bytes = try TestPictures.bytes("phone.jpg")
    let tag = try #require(bytes.first(of: [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6]))
    bytes[tag + 8] = UInt8(value)
    let picture = try PictureReader.read(bytes).picture
    #expect(picture.orientation.rawValue == UInt8(value))
    #expect((picture.width, picture.height) == (value < 5 ? (24, 16) : (16, 24)))
  }

  @Test(arguments: [0, 9, 255])
  func `an orientation that there is not is upright`(value: UInt8) throws {
    var bytes = try TestPictures.bytes("phone.jpg")
    let tag = try #require(bytes.first(of: [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6]))
    bytes[tag + 8] = value
    #expect(try PictureReader.read(bytes).picture.orientation == .upright)
  }

  @Test(arguments: TestPictures.names)
  func `a place in the notes is noticed`(name: String) throws {
    let hadPlace = try PictureReader.read(TestPictures.bytes(name)).hadLocation
    #expect(
      hadPlace
        == (["phone", "notes", "moving", "clear"].contains { name.hasPrefix($0) }
          && !["notes.gif", "moving.png", "clear.png"].contains(name)))
  }

  @Test func `the digest is that of what is sent`() throws {
    let found = try PictureReader.read(TestPictures.bytes("phone.jpg"))
    #expect(found.digest == Hash(of: found.bytes).hex)
    #expect(
      found.postPicture(alt: "Un étal")
        == PostPicture(digest: found.digest, type: .jpeg, alt: "Un étal"))
    #expect(found.removedBytes == 3142 - found.bytes.count)
  }
}
