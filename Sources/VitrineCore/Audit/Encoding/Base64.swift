/// Base 64 of RFC 4648 section 4: standard alphabet, padded, one spelling for each value.
///
/// Own code because Foundation and Go both accept spellings with stray bits in the last character:
/// two texts for one key or hash are one too many in a file that gets signed.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()

  /// The text of some bytes.
  package static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var start = 0
    while start < bytes.count {
      let count = min(3, bytes.count - start)
      let first = bytes[start]
      let second = count > 1 ? bytes[start + 1] : 0
      let third = count > 2 ? bytes[start + 2] : 0
      out.append(alphabet[Int(first >> 2)])
      out.append(alphabet[Int((first & 3) << 4 | second >> 4)])
      out.append(count > 1 ? alphabet[Int((second & 15) << 2 | third >> 6)] : UInt8(ascii: "="))
      out.append(count > 2 ? alphabet[Int(third & 63)] : UInt8(ascii: "="))
      start += 3
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of a text; `nil` for anything but the one spelling that `text` writes.
  package static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    let characters = Array(text)
    guard characters.count % 4 == 0 else { return nil }
    let padding = characters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(characters.count / 4 * 3)
    var pending: UInt32 = 0
    var bits = 0
    for character in characters.dropLast(padding) {
      let value = values[Int(character)]
      guard value != 0xFF else { return nil }
      pending = pending << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
        pending &= (1 << UInt32(bits)) - 1
      }
    }
    return pending == 0 ? out : nil
  }

  /// The bytes of a text; `nil` for anything but the one spelling that `text` writes.
  package static func bytes(_ text: String) -> [UInt8]? { bytes(text.utf8) }
}
