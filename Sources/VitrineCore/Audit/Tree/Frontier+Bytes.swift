extension Frontier {
  /// The stored form: the size as 8 bytes, most significant first, then the peaks, 32 bytes each.
  package var bytes: [UInt8] {
    var out = BigEndian.bytes(UInt64(size))
    out.reserveCapacity(8 + peaks.count * Hash.byteCount)
    for peak in peaks { out += peak.bytes }
    return out
  }

  /// Reads the stored form.
  ///
  /// Throws `corrupt` when the length does not fit the size; that the hashes are the right ones only
  /// a verification can say.
  package init(bytes: [UInt8]) throws {
    let corrupt = Fault(.corrupt, Message("audit.frontier.unreadable", bytes.count))
    guard bytes.count >= 8, let size = Int(exactly: BigEndian.number(bytes[..<8])),
      bytes.count == 8 + size.nonzeroBitCount * Hash.byteCount
    else { throw corrupt }
    let peaks = stride(from: 8, to: bytes.count, by: Hash.byteCount).compactMap {
      Hash(bytes: bytes[$0..<$0 + Hash.byteCount])
    }
    guard let frontier = Frontier(size: size, peaks: peaks) else { throw corrupt }
    self = frontier
  }
}
