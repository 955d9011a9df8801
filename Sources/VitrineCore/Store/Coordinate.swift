/// A latitude or a longitude in whole millionths of a degree: eleven centimetres, and exact.
package struct Coordinate: Hashable, Sendable, CustomStringConvertible {
  /// Millionths of a degree; north and east are positive.
  package let microdegrees: Int64

  /// Takes millionths of a degree.
  package init(microdegrees: Int64) { self.microdegrees = microdegrees }

  /// Reads a plain decimal: `48.85661`, `-0.404`; `nil` for anything else or beyond `limit` degrees.
  ///
  /// No sign but a minus, no exponent, no comma, no hexadecimal, ASCII digits only. Up to 15
  /// decimals are read, since maps export that many; past the sixth they are rounded half up.
  package init?(_ text: String, limit: Int64) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, (1...3).contains(parts[0].count),
      parts.count == 1 || (1...15).contains(parts[1].count),
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    func value(_ digits: some Sequence<UInt8>) -> Int64 {
      digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    let padded = decimals.prefix(6) + Array(repeating: 48, count: max(0, 6 - decimals.count))
    let roundsUp = decimals.count > 6 && decimals[6] >= UInt8(ascii: "5")
    let magnitude = value(parts[0]) * 1_000_000 + value(padded) + (roundsUp ? 1 : 0)
    guard magnitude <= limit * 1_000_000 else { return nil }
    microdegrees = isNegative ? -magnitude : magnitude
  }

  /// The decimal without needless zeros: `46.199`.
  package var description: String {
    let magnitude = microdegrees.magnitude
    var decimals = Array(padded(Int(magnitude % 1_000_000), 6).utf8)
    while decimals.last == UInt8(ascii: "0") { decimals.removeLast() }
    let whole = "\(microdegrees < 0 ? "-" : "")\(magnitude / 1_000_000)"
    return decimals.isEmpty ? whole : whole + "." + String(decoding: decimals, as: UTF8.self)
  }
}

extension Coordinate: Codable {
  /// Reads the decimal text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Coordinate(try container.decode(String.self), limit: 180) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a coordinate")
    }
    self = value
  }

  /// Writes the decimal text: JSON numbers are floating point for most readers.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
