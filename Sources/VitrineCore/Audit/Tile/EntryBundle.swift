/// Reads the records back out of a tile of entries.
package enum EntryBundle {
  /// The records of a bundle, in order.
  ///
  /// Throws `corrupt` when the bytes end inside a record, or the number of records is not the one
  /// that the tile's name states.
  package static func records(_ bytes: [UInt8], count: Int) throws -> [[UInt8]] {
    var records: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = Int(BigEndian.number(rest.prefix(2)))
      guard rest.count >= 2, rest.count - 2 >= length else {
        throw Fault(.corrupt, Message("audit.bundle.unreadable", records.count))
      }
      records.append(Array(rest.dropFirst(2).prefix(length)))
      rest = rest.dropFirst(2 + length)
    }
    guard records.count == count else {
      throw Fault(.corrupt, Message("audit.bundle.unreadable", records.count))
    }
    return records
  }
}
