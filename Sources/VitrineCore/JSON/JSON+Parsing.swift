extension JSON {
  /// How many lists and objects may lie inside each other; more would be an attack on the stack.
  package static let depthLimit = 64

  /// Reads one JSON value from UTF-8, strictly as RFC 8259 has it.
  ///
  /// Refused with the fault `invalid`, which names the byte: a fraction or an exponent, a number
  /// outside 64 bits, a key that occurs twice (also when Unicode calls two spellings the same), half
  /// a surrogate pair, bytes that are not UTF-8, a byte order mark, nesting beyond `depthLimit`, and
  /// anything behind the value.
  package init(bytes: [UInt8]) throws {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  /// Reads one JSON value from a text.
  package init(parsing text: String) throws { try self.init(bytes: Array(text.utf8)) }
}
