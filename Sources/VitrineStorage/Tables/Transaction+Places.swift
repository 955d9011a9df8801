import Foundation
import VitrineCore

/// Stores as access sees them, closed ones too.
extension Transaction {
  /// Where a store is, and whether it is closed at an instant.
  ///
  /// Closed is what was taken out of the register, or is past its last day on its own clock. Nil for a
  /// store that was never there.
  package func place(of code: StoreCode, at now: Timestamp) throws -> AccessTarget.Place? {
    guard
      let row = try row("SELECT data, removed_at FROM store WHERE code = ?1", [SQLValue(code)])
    else { return nil }
    let removed = try row.optionalTimestamp("removed_at").map { $0 <= now } ?? false
    var place = try store(from: row, JSONDecoder()).place(at: now)
    place.isClosed = place.isClosed || removed
    return place
  }

  /// Where every store is, removed ones too, without saying which are closed: for what may be read.
  package func places() throws -> [AccessTarget.Place] {
    try rows("SELECT code, region, format FROM store ORDER BY position, code").map {
      AccessTarget.Place(
        code: StoreCode(try $0.text("code")), region: try $0.text("region"),
        format: try $0.text("format"))
    }
  }

  /// Where these stores are, in their order; a store that was never there is `notFound`.
  package func places(of codes: [StoreCode], at now: Timestamp) throws -> [AccessTarget.Place] {
    try codes.map { code in
      guard let place = try place(of: code, at: now) else {
        throw Fault(.notFound, Message("stores.unknown", code), subject: code.rawValue)
      }
      return place
    }
  }

  /// Where the store of a scope is; nil for a scope that is no store.
  package func place(of scope: Scope, at now: Timestamp) throws -> AccessTarget.Place? {
    guard case .store(let code) = scope else { return nil }
    return try places(of: [code], at: now).first
  }
}

extension Store {
  /// The store as access sees it: closed from its last day on, by its own clock.
  package func place(at now: Timestamp) -> AccessTarget.Place {
    var place = place
    place.isClosed = closesOn.map { $0 <= CivilDate(at: now, zone: timeZone) } ?? false
    return place
  }
}
