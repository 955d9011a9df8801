extension Unicode.Scalar {
  /// The scalar as a message names it: `U+202E`.
  package var shown: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}
