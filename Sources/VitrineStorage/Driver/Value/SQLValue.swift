/// One value of a column or of a statement's argument.
///
/// Both databases store these four kinds and nothing else: a truth value is the integer 0 or 1, an
/// instant is an integer, and a decimal is text or an integer of a smaller unit. Text holds any
/// Unicode scalar except NUL, which PostgreSQL cannot store; both drivers refuse it.
package enum SQLValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number of 64 bits.
  case integer(Int64)
  /// Text, kept scalar by scalar: nothing is normalised.
  case text(String)
  /// Bytes; an empty blob is a value, not null.
  case blob([UInt8])
}

extension SQLValue {
  /// Text, or null.
  package init(_ value: String?) {
    self = value.map(SQLValue.text) ?? .null
  }

  /// A number, or null.
  package init(_ value: Int64?) {
    self = value.map(SQLValue.integer) ?? .null
  }

  /// A number, or null.
  package init(_ value: Int?) {
    self = value.map { SQLValue.integer(Int64($0)) } ?? .null
  }

  /// 1 for true, 0 for false, or null.
  package init(_ value: Bool?) {
    self = value.map { SQLValue.integer($0 ? 1 : 0) } ?? .null
  }

  /// Bytes, or null.
  package init(_ value: [UInt8]?) {
    self = value.map(SQLValue.blob) ?? .null
  }
}

extension SQLValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  /// Null.
  package init(nilLiteral: ()) { self = .null }
  /// A number written in the source.
  package init(integerLiteral value: Int64) { self = .integer(value) }
  /// Text written in the source.
  package init(stringLiteral value: String) { self = .text(value) }
  /// 1 for `true`, 0 for `false`.
  package init(booleanLiteral value: Bool) { self = .integer(value ? 1 : 0) }
}
