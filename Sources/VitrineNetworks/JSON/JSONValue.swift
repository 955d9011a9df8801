/// A JSON value as a network sent it.
///
/// Not Core's `JSON`: that one is for hashing and knows no fractions; this one takes whatever a
/// network writes.
indirect enum JSONValue: Equatable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number that fits.
  case integer(Int64)
  /// Any other number.
  case decimal(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in their order; a list, because an answer has few and most are never looked up.
  case object([Member])

  /// A name and its value.
  struct Member: Equatable, Sendable {
    let name: String
    let value: JSONValue
  }

  /// The value of that name, when this is an object that has it.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, when it is one.
  var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The whole number, when it is one.
  var integer: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The truth value, when it is one.
  var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The items, when it is a list.
  var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The members, when it is an object.
  var object: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// A number moved into a range; `nil` when it is none, so that a hostile header says nothing.
  func clamped(to range: ClosedRange<Int>) -> Int? {
    switch self {
    case .integer(let value):
      return Int(min(max(value, Int64(range.lowerBound)), Int64(range.upperBound)))
    case .decimal(let value):
      guard !value.isNaN else { return nil }
      return Int(min(max(value, Double(range.lowerBound)), Double(range.upperBound)))
    default:
      return nil
    }
  }
}
