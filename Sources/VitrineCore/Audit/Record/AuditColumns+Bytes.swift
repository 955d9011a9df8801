extension AuditColumns {
  /// Takes the columns out of the exact bytes of a record, about ten times as fast as reading it whole;
  /// `nil` when the bytes are no record.
  ///
  /// Verification does this for every record of the log. What the quick scan does not understand (an
  /// escaped character in an id, say) is read the thorough way.
  package init?(record bytes: [UInt8]) {
    let scanned = bytes.withUnsafeBufferPointer { buffer in
      var scanner = RecordScanner(buffer)
      return scanner.columns()
    }
    if let scanned {
      self = scanned
    } else if let record = try? AuditRecord(bytes: bytes) {
      self = record.filterColumns
    } else {
      return nil
    }
  }
}

/// Walks over the bytes of a record and picks out a few texts; gives up at anything unusual.
private struct RecordScanner {
  /// What counts of an actor, a target or an object.
  private struct Part {
    var id: String?
    var type: String?
    var store: String?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func columns() -> AuditColumns? {
    var (time, action, result, broadcast): (String?, String?, String?, String?)
    var (actor, target, object) = (Part(), Part(), Part())
    guard take("{") else { return nil }
    repeat {
      guard let key = quoted(), take(":") else { return nil }
      let isRead =
        if key.spells("action") {
          read(&action)
        } else if key.spells("actor") {
          read(&actor)
        } else if key.spells("broadcastID") {
          read(&broadcast)
        } else if key.spells("object") {
          read(&object)
        } else if key.spells("result") {
          read(&result)
        } else if key.spells("target") {
          read(&target)
        } else if key.spells("time") {
          read(&time)
        } else {
          skip()
        }
      guard isRead else { return nil }
    } while take(",")
    guard take("}"), position == bytes.count, let time = time.flatMap(Timestamp.init),
      let actorID = actor.id, let action, let result
    else { return nil }
    return AuditColumns(
      time: time.milliseconds, actorID: actorID, action: action, targetID: target.id,
      store: target.type == "store" ? target.id : target.store, objectID: object.id,
      broadcastID: broadcast, result: result)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func read(_ value: inout String?) -> Bool {
    value = quoted().flatMap { String(validating: $0, as: UTF8.self) }
    return value != nil
  }

  private mutating func read(_ part: inout Part) -> Bool {
    guard take("{") else { return false }
    repeat {
      guard let key = quoted(), take(":") else { return false }
      let isRead =
        if key.spells("id") {
          read(&part.id)
        } else if key.spells("type") {
          read(&part.type)
        } else if key.spells("store") {
          read(&part.store)
        } else {
          skip()
        }
      guard isRead else { return false }
    } while take(",")
    return take("}")
  }

  /// The bytes of a text without escapes.
  private mutating func quoted() -> UnsafeBufferPointer<UInt8>? {
    guard take("\"") else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] != UInt8(ascii: "\\") else { return nil }
      position += 1
    }
    let end = position
    guard take("\"") else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Passes over a value of any kind.
  private mutating func skip() -> Bool {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): skipText()
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { return true }
      default: break
      }
      position += 1
    }
    return false
  }

  /// Passes over a text and stops at its closing quote.
  private mutating func skipText() {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of an ASCII word; no `String` is made, which is what makes it quick.
  fileprivate func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in indices where self[index] != word.utf8Start[index] { return false }
    return true
  }
}
