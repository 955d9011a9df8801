/// The values of fields: exact decimals and dates, compared without floating point.
package enum FieldValue {
  /// The longest text, in characters, of a field that names no `max`.
  package static let longestText = 500

  /// A decimal number in millionths: `1.5` is 1,500,000.
  ///
  /// At most nine digits before the dot and six behind it; `1,5`, `1e3` and `+1` are refused, since
  /// a guess about a price would be published.
  package static func millionths(_ text: String) -> Int? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.utf8.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let units = digits(parts.first, atMost: 9) else { return nil }
    guard parts.count == 2 else { return (isNegative ? -1 : 1) * units * 1_000_000 }
    guard var rest = digits(parts[1], atMost: 6) else { return nil }
    for _ in parts[1].count..<6 { rest *= 10 }
    return (isNegative ? -1 : 1) * (units * 1_000_000 + rest)
  }

  /// Whether a text can be the limit of such a field.
  package static func isLimit(_ text: String, of kind: MessageField.Kind) -> Bool {
    order(text, of: kind) != nil
  }

  /// Whether the first limit lies behind the second.
  package static func isAfter(_ first: String, _ second: String, of kind: MessageField.Kind) -> Bool
  {
    guard let least = order(first, of: kind), let most = order(second, of: kind) else {
      return false
    }
    return least > most
  }

  /// Whether a value is one that the field takes.
  package static func fits(_ text: String, _ field: MessageField) -> Bool {
    let place: Int?
    switch field.kind {
    case .choice: return field.choices.contains(text)
    case .image: return MediaPath.problem(with: text) == nil
    case .text:
      place = text.count
      if field.maximum == nil, text.count > longestText { return false }
    case .price:
      // Nothing costs less than nothing.
      guard text.utf8.first != UInt8(ascii: "-") else { return false }
      guard text.utf8.split(separator: UInt8(ascii: ".")).dropFirst().first?.count ?? 0 <= 2 else {
        return false
      }
      place = order(text, of: .price)
    case .number, .date: place = order(text, of: field.kind)
    }
    guard let place else { return false }
    if let least = field.minimum.flatMap({ order($0, of: field.kind) }), place < least {
      return false
    }
    if let most = field.maximum.flatMap({ order($0, of: field.kind) }), place > most {
      return false
    }
    return true
  }

  private static func order(_ text: String, of kind: MessageField.Kind) -> Int? {
    switch kind {
    case .text: digits(text.utf8[...], atMost: 6)
    case .number, .price: millionths(text)
    case .date: MessageValidity.Moment(text)?.date?.daysSince1970
    case .choice, .image: nil
    }
  }

  private static func digits(_ bytes: Substring.UTF8View?, atMost limit: Int) -> Int? {
    guard let bytes, (1...limit).contains(bytes.count),
      bytes.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(String(Substring(bytes)))
  }
}
