extension Unicode.Scalar {
  /// The scalar as a message names it: `\u{202E}`.
  var shown: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
