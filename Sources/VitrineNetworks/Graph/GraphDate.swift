import VitrineCore

/// Instants as Graph writes them.
enum GraphDate {
  /// Reads `2019-05-17T16:24:04+0000`: an offset without a colon, no fraction, never `Z`.
  static func read(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"),
      bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-")
    else { return nil }
    return Timestamp(
      String(decoding: bytes[..<22] + [UInt8(ascii: ":")] + bytes[22...], as: UTF8.self))
  }

  /// Whole seconds since 1970 at or before the instant, for `since`.
  static func seconds(before instant: Timestamp) -> Int64 { instant.milliseconds / 1000 }

  /// Whole seconds since 1970 at or after the instant, for `until`.
  static func seconds(after instant: Timestamp) -> Int64 { (instant.milliseconds + 999) / 1000 }
}
