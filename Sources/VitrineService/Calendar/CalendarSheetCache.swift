import VitrineCore

/// What was rendered before of one occurrence, by store: texts are made anew only where something changed.
///
/// The file is a cache: whatever cannot be read is as if it were not there.
struct CalendarSheetCache {
  /// By what a row is found again.
  struct Key: Hashable {
    /// The first bytes of the digest of everything that the register says of the store.
    let store: UInt64
    /// By how many days its post was moved.
    let shift: UInt8
    let network: UInt8
  }

  private var known: [Key: CalendarSheet.Verdict] = [:]
  private(set) var isChanged = false

  private static let magic: [UInt8] = Array("vitrine-sheet-1\n".utf8)
  private static let rowSize = 8 + 1 + 1 + 2 + Hash.byteCount

  init(_ bytes: [UInt8]?) {
    guard let bytes, bytes.starts(with: Self.magic) else { return }
    let body = bytes.dropFirst(Self.magic.count)
    guard let count = Self.number(body.prefix(4)) else { return }
    let rows = body.dropFirst(4)
    guard count >= 0, rows.count >= count * Self.rowSize,
      let reasons = try? JSON(bytes: Array(rows.dropFirst(count * Self.rowSize)))
    else { return }
    guard case .array(let items) = reasons else { return }
    let messages = items.map(Self.message)
    known.reserveCapacity(count)
    var start = rows.startIndex
    for _ in 0..<count {
      let row = rows[start..<start + Self.rowSize]
      start += Self.rowSize
      let at = row.startIndex
      let store = row[at..<at + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let key = Key(store: store, shift: row[at + 8], network: row[at + 9])
      let reason = Int(row[at + 10]) << 8 | Int(row[at + 11])
      if reason == 0 {
        guard let hash = Hash(bytes: Array(row[(at + 12)...])) else { continue }
        known[key] = .post(hash)
      } else if reason <= messages.count, let message = messages[reason - 1] {
        known[key] = .refused(message)
      }
    }
  }

  subscript(key: Key) -> CalendarSheet.Verdict? { known[key] }

  mutating func keep(_ verdict: CalendarSheet.Verdict, for key: Key) {
    known[key] = verdict
    isChanged = true
  }

  /// The bytes of the file with these rows and no others.
  static func bytes(_ rows: [(Key, CalendarSheet.Verdict)]) -> [UInt8] {
    var reasons: [Message] = []
    var numbers: [Message: Int] = [:]
    var bytes = magic
    bytes.reserveCapacity(magic.count + 4 + rows.count * rowSize)
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: rows.count >> (24 - 8 * $0)) }
    for (key, verdict) in rows {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: key.store >> (56 - 8 * UInt64($0))) }
      bytes += [key.shift, key.network]
      switch verdict {
      case .post(let hash): bytes += [0, 0] + hash.bytes
      case .refused(let reason):
        let number = numbers[reason] ?? reasons.count + 1
        if numbers[reason] == nil, number <= 0xFFFF {
          reasons.append(reason)
          numbers[reason] = number
        }
        let shown = min(number, 0xFFFF)
        bytes += [UInt8(shown >> 8), UInt8(shown & 0xFF)]
        bytes += [UInt8](repeating: 0, count: Hash.byteCount)
      }
    }
    let texts = reasons.map { reason -> JSON in
      .array(([reason.code] + reason.arguments).map(JSON.string))
    }
    return bytes + JSON.array(texts).bytes
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.count == 4 ? bytes.reduce(0) { $0 << 8 | Int($1) } : nil
  }

  private static func message(_ json: JSON) -> Message? {
    guard case .array(let items) = json else { return nil }
    let words = items.compactMap { item -> String? in
      if case .string(let text) = item { text } else { nil }
    }
    guard words.count == items.count, let code = words.first else { return nil }
    return Message(code: code, arguments: Array(words.dropFirst()))
  }
}
