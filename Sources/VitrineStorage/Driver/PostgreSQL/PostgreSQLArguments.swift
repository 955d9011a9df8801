/// The arguments of a statement in PostgreSQL's binary form, in one piece of memory.
struct PostgreSQLArguments {
  /// The type of each argument; 0 for null, whose type the server finds out.
  ///
  /// 20 is `int8`, 25 `text`, 17 `bytea` (`pg_type.dat` of PostgreSQL).
  let types: [UInt32]
  private let bytes: [UInt8]
  private let offsets: [Int?]
  private let lengths: [Int32]

  /// Lays the arguments out; `nil` when one is larger than the protocol can carry (2 GiB).
  init?(_ arguments: [SQLValue]) {
    // Never empty, so that an empty blob has an address: the null pointer means null.
    var bytes: [UInt8] = [0]
    var types: [UInt32] = []
    var offsets: [Int?] = []
    var lengths: [Int32] = []
    for argument in arguments {
      let start = bytes.count
      switch argument {
      case .null:
        types.append(0)
      case .integer(let number):
        types.append(20)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
      case .text(let text):
        types.append(25)
        bytes.append(contentsOf: text.utf8)
      case .blob(let blob):
        types.append(17)
        bytes.append(contentsOf: blob)
      }
      guard let length = Int32(exactly: bytes.count - start) else { return nil }
      offsets.append(argument == .null ? nil : start)
      lengths.append(length)
    }
    self.types = types
    self.bytes = bytes
    self.offsets = offsets
    self.lengths = lengths
  }

  /// Calls the body with the count, addresses, lengths and formats (1, binary) that libpq wants.
  func withPointers<Value>(
    _ body: (Int32, Libpq.Strings?, Libpq.Lengths?, Libpq.Lengths?) -> Value
  ) -> Value {
    bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values: [UnsafePointer<CChar>?] = offsets.map { offset in
        offset.flatMap { base?.advanced(by: $0) }
      }
      let formats = [Int32](repeating: 1, count: values.count)
      return body(Int32(values.count), values, lengths, formats)
    }
  }
}
