/// A colour profile (ICC.1) written anew from its numbers alone.
///
/// A phone's photo without its profile is shown pale, and a profile as it comes holds texts, a date
/// and the maker of a device. So the curves and the three colours are kept and everything else is
/// ours. Profiles of printers and those with tables are left out; the picture is then shown as sRGB.
enum ColourProfile {
  /// The longest profile that is looked at, in bytes.
  static let longest = 1 << 20

  /// The profile rebuilt; `nil` when it is no plain profile for this many colours.
  static func rebuilt(_ profile: [UInt8], colours: Int) -> [UInt8]? {
    guard (132...longest).contains(profile.count), profile[36...39].elementsEqual("acsp".utf8),
      profile[20...23].elementsEqual("XYZ ".utf8), profile[8] == 2 || profile[8] == 4
    else { return nil }
    let isGrey = colours == 1
    guard profile[16...19].elementsEqual((isGrey ? "GRAY" : "RGB ").utf8) else { return nil }
    let needed =
      isGrey ? ["wtpt", "kTRC"] : ["wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"]
    let found = tags(profile)
    var parts: [(name: String, data: [UInt8])] = []
    for name in needed + ["chad"] {
      if let data = found[name].flatMap({ value(profile[$0], name) }) {
        parts.append((name, data))
      } else if name != "chad" {
        return nil
      }
    }
    let version = profile[8]
    parts.append(("desc", text("RGB", version, isTitle: true)))
    parts.append(("cprt", text("-", version, isTitle: false)))
    return written(parts, version: version, space: isGrey ? "GRAY" : "RGB ")
  }

  private static func tags(_ profile: [UInt8]) -> [String: Range<Int>] {
    func number(_ offset: Int) -> Int {
      profile[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    var result: [String: Range<Int>] = [:]
    for index in 0..<min(number(128), 100) {
      let entry = 132 + index * 12
      guard entry + 12 <= profile.count else { break }
      let (offset, size) = (number(entry + 4), number(entry + 8))
      guard offset <= profile.count, size <= profile.count - offset else { continue }
      result[String(decoding: profile[entry..<(entry + 4)], as: UTF8.self)] =
        offset..<(offset + size)
    }
    return result
  }

  /// The numbers of a tag without what may stand behind them; `nil` when they are not what its name
  /// promises.
  private static func value(_ data: ArraySlice<UInt8>, _ name: String) -> [UInt8]? {
    let body = data.dropFirst(8)
    let length: Int
    switch (String(decoding: data.prefix(4), as: UTF8.self), name) {
    case ("XYZ ", "wtpt"), ("XYZ ", "rXYZ"), ("XYZ ", "gXYZ"), ("XYZ ", "bXYZ"): length = 12
    case ("sf32", "chad"): length = 36
    case ("curv", "rTRC"), ("curv", "gTRC"), ("curv", "bTRC"), ("curv", "kTRC"):
      let count = body.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard count <= 4096 else { return nil }
      length = 4 + count * 2
    case ("para", "rTRC"), ("para", "gTRC"), ("para", "bTRC"), ("para", "kTRC"):
      guard let kind = body.dropFirst().first, body.first == 0, kind < 5 else { return nil }
      length = 4 + [1, 3, 4, 5, 7][Int(kind)] * 4
    default: return nil
    }
    guard body.count >= length else { return nil }
    return Array(data.prefix(4)) + [0, 0, 0, 0] + body.prefix(length)
  }

  /// The texts that a profile must have, in the types of its version.
  private static func text(_ text: String, _ version: UInt8, isTitle: Bool) -> [UInt8] {
    let ascii = Array(text.utf8)
    if version == 4 {
      return Array("mluc".utf8) + [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12] + Array("enUS".utf8)
        + BigEndian.bytes(UInt32(ascii.count * 2)) + [0, 0, 0, 28] + ascii.flatMap { [0, $0] }
    }
    guard isTitle else { return Array("text".utf8) + [0, 0, 0, 0] + ascii + [0] }
    return Array("desc".utf8) + [0, 0, 0, 0] + BigEndian.bytes(UInt32(ascii.count + 1)) + ascii
      + [UInt8](repeating: 0, count: 1 + 8 + 3 + 67)
  }

  private static func written(
    _ parts: [(name: String, data: [UInt8])], version: UInt8, space: String
  ) -> [UInt8] {
    var table = BigEndian.bytes(UInt32(parts.count))
    var body: [UInt8] = []
    let start = 132 + parts.count * 12
    var places: [[UInt8]: Int] = [:]
    for part in parts {
      // The three curves are most often one.
      let place = places[part.data] ?? start + body.count
      if places.updateValue(place, forKey: part.data) == nil {
        body += part.data + [UInt8](repeating: 0, count: (4 - part.data.count % 4) % 4)
      }
      table += Array(part.name.utf8) + BigEndian.bytes(UInt32(place))
      table += BigEndian.bytes(UInt32(part.data.count))
    }
    var header = BigEndian.bytes(UInt32(start + body.count)) + [0, 0, 0, 0, version, 0x20, 0, 0]
    header += Array("mntr".utf8) + Array(space.utf8) + Array("XYZ ".utf8)
    header += [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0] + Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 28)
    // The white of the connection space, D50.
    header += [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D]
    header += [UInt8](repeating: 0, count: 48)
    return header + table + body
  }
}
