/// The binary forms of PostgreSQL's types (the `…send` functions of its sources).
enum PostgreSQLValue {
  /// The value of a cell; `nil` for a type that we never ask for, or bytes that it cannot have.
  ///
  /// The numbers of the types are those of `pg_type.dat`. `numeric` is there because `SUM` of
  /// `BIGINT` has it; only whole numbers of 64 bits are taken.
  static func decode(_ bytes: UnsafeRawBufferPointer, type: UInt32) -> SQLValue? {
    switch type {
    case 20:  // int8
      guard bytes.count == 8 else { return nil }
      return .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
    case 23:  // int4
      guard bytes.count == 4 else { return nil }
      return .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
    case 21:  // int2
      guard bytes.count == 2 else { return nil }
      return .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
    case 26:  // oid
      guard bytes.count == 4 else { return nil }
      return .integer(Int64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
    case 16:  // bool
      guard bytes.count == 1 else { return nil }
      return .integer(bytes[0] == 0 ? 0 : 1)
    case 25, 19, 705, 1042, 1043:  // text, name, unknown, bpchar, varchar
      return String(validating: bytes, as: UTF8.self).map(SQLValue.text)
    case 17:  // bytea
      return .blob([UInt8](bytes))
    case 1700:  // numeric
      return whole(bytes).map(SQLValue.integer)
    case 2278:  // void, the result of a function called for its effect
      return .null
    default:
      return nil
    }
  }

  /// A `numeric` that is whole: four numbers of 16 bits (count of digits, weight of the first, sign,
  /// scale), then the digits in base 10,000.
  private static func whole(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
    let words = stride(from: 0, to: bytes.count, by: 2).map {
      Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Int16.self))
    }
    let (weight, sign) = (Int(words[1]), UInt16(bitPattern: words[2]))
    let digits = words.dropFirst(4)
    // 0x0000 is positive and 0x4000 negative; the others are NaN and the infinities.
    guard digits.count == Int(words[0]), weight <= 4, sign == 0 || sign == 0x4000 else {
      return nil
    }
    var value: Int64 = 0
    for place in 0..<max(weight + 1, digits.count) {
      let digit = place < digits.count ? Int64(digits[digits.startIndex + place]) : 0
      guard place <= weight else {
        guard digit == 0 else { return nil }
        continue
      }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10_000)
      // Counted downwards for a negative number, so that the least Int64 is reached.
      let (sum, isTooFar) = product.addingReportingOverflow(sign == 0 ? digit : -digit)
      guard !isTooLarge, !isTooFar else { return nil }
      value = sum
    }
    return value
  }
}
