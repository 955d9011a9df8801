/// Where a grant holds: everywhere, in a region, for a format, or for one store.
package enum Scope: Hashable, Sendable, CustomStringConvertible, LosslessStringConvertible {
  /// Every store, and national matters.
  case all
  /// The stores of a region.
  case region(String)
  /// The stores of a format.
  case format(String)
  /// One store.
  case store(StoreCode)

  /// Reads `all`, `region:R`, `format:F` or `store:S`; `nil` for anything else.
  package init?(_ text: String) {
    if text == "all" {
      self = .all
      return
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = String(text[text.index(after: colon)...])
    guard !value.isEmpty else { return nil }
    switch text[..<colon] {
    case "region": self = .region(value)
    case "format": self = .format(value)
    case "store": self = .store(StoreCode(value))
    default: return nil
    }
  }

  /// The spelling of flags and records.
  package var description: String {
    switch self {
    case .all: "all"
    case .region(let name): "region:\(name)"
    case .format(let name): "format:\(name)"
    case .store(let code): "store:\(code)"
    }
  }

  /// Whether the scope holds a store with these marks.
  package func covers(_ target: AccessTarget.Place) -> Bool {
    switch self {
    case .all: true
    case .region(let name): target.region == name
    case .format(let name): target.format == name
    case .store(let code): target.code == code
    }
  }

  /// Whether everything in the other scope lies in this one.
  ///
  /// A region holds a store only as far as the register says; callers pass where that store is.
  package func contains(_ other: Scope, place: AccessTarget.Place?) -> Bool {
    if self == .all || self == other { return true }
    guard case .store = other, let place else { return false }
    return covers(place)
  }
}
