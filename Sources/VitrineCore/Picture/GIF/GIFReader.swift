/// Reads a GIF (GIF89a) and writes it without notes.
///
/// Kept: the screen, its colours, the pictures with their timing, and how often they repeat. Left
/// out: comments, texts, every other application's block (XMP among them), and what follows the end.
struct GIFReader {
  private var cursor: ByteCursor
  private var kept: [UInt8] = []
  private var width = 0
  private var height = 0
  /// The timing of the picture that comes next.
  private var control: [UInt8] = []
  private var frames = 0

  init(_ bytes: [UInt8]) { cursor = ByteCursor(bytes, .gif) }

  mutating func read() throws(PictureProblem) -> StrippedPicture {
    _ = try cursor.range(6)
    kept = Array("GIF89a".utf8)
    try readScreen()
    while true {
      let start = cursor.position
      switch try cursor.byte() {
      case 0x21: try readExtension()
      case 0x2C:
        frames += 1
        try readPicture()
        kept += control
        control = []
        kept += picture
      case 0x3B:
        guard frames > 0 else { throw .damaged(.gif, start) }
        return StrippedPicture(
          kept + [0x3B], of: cursor.bytes.count, type: .gif, stored: (width, height),
          orientation: .upright, frames: frames, hadLocation: false)
      default: throw .damaged(.gif, start)
      }
    }
  }

  private mutating func readScreen() throws(PictureProblem) {
    let start = cursor.position
    let screen = Array(try cursor.take(7))
    width = Int(screen[0]) | Int(screen[1]) << 8
    height = Int(screen[2]) | Int(screen[3]) << 8
    guard width > 0, height > 0 else { throw .damaged(.gif, start) }
    try PictureReader.checkSize(width, height)
    kept += screen
    if screen[4] & 0x80 != 0 { kept += try cursor.take(3 << (Int(screen[4] & 7) + 1)) }
  }

  private mutating func readExtension() throws(PictureProblem) {
    let start = cursor.position
    switch try cursor.byte() {
    case 0xF9:
      let data = try blocks()
      guard data.count == 4 else { throw .damaged(.gif, start) }
      control = [0x21, 0xF9, 4] + data + [0]
    case 0xFF:
      let data = try blocks()
      let name = data.prefix(11)
      let isLoop = name.elementsEqual("NETSCAPE2.0".utf8) || name.elementsEqual("ANIMEXTS1.0".utf8)
      if isLoop, data.count >= 14, data[11] == 1 {
        kept += [0x21, 0xFF, 11] + name + [3, 1, data[12], data[13], 0]
      }
    case 0x01:
      // Text drawn by the viewer, which hardly any does; its timing goes with it.
      _ = try blocks()
      control = []
    default: _ = try blocks()
    }
  }

  /// The picture that was read last, ready to be kept.
  private var picture: [UInt8] = []

  private mutating func readPicture() throws(PictureProblem) {
    let start = cursor.position
    let place = Array(try cursor.take(9))
    func number(_ index: Int) -> Int { Int(place[index]) | Int(place[index + 1]) << 8 }
    let (across, down) = (number(4), number(6))
    guard across > 0, down > 0, number(0) + across <= width, number(2) + down <= height else {
      throw .damaged(.gif, start)
    }
    guard frames <= PictureReader.mostFramePixels / (width * height) else {
      throw .tooManyFrames(frames)
    }
    picture = [0x2C] + place
    if place[8] & 0x80 != 0 { picture += try cursor.take(3 << (Int(place[8] & 7) + 1)) }
    let codeSize = try cursor.byte()
    let data = try blocks()
    guard (2...8).contains(codeSize),
      let used = GIFPixels.length(data, codeSize: Int(codeSize), pixels: across * down)
    else { throw .damaged(.gif, start) }
    picture.append(codeSize)
    for index in stride(from: 0, to: used, by: 255) {
      let block = data[index..<min(index + 255, used)]
      picture.append(UInt8(block.count))
      picture += block
    }
    picture.append(0)
  }

  /// The bytes of the blocks up to an empty one.
  private mutating func blocks() throws(PictureProblem) -> [UInt8] {
    var data: [UInt8] = []
    while true {
      let length = Int(try cursor.byte())
      guard length > 0 else { return data }
      data += try cursor.take(length)
    }
  }
}
