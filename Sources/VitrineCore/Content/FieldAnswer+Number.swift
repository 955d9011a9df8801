extension FieldAnswer {
  /// A number as people write it (`1200`, `1 200`, `2,5`, `2.5`, `34 %`) in the form of files.
  ///
  /// Blanks part thousands only; `1,200` is refused with its two readings. Exact: nine digits before
  /// the dot and six behind it, as `FieldValue.millionths` takes them.
  static func number(_ typed: String) throws(Refusal) -> String {
    var text = typed
    // The unit of most questions; it stands in the template's own text.
    if text.unicodeScalars.last == "%" { text = trimmed(String(text.unicodeScalars.dropLast())) }
    let parts = try Decimal(text, or: Message("answer.number", TerminalText.excerpt(typed)))
    if parts.isAmbiguous {
      let whole = parts.units + parts.fraction
      let fraction = parts.fractionTrimmed.isEmpty ? "0" : parts.fractionTrimmed
      // `2,125` cannot be repeated as its own second reading.
      let decimal = fraction.utf8.count == 3 ? fraction + "0" : fraction
      throw Refusal(
        Message("answer.ambiguous", TerminalText.excerpt(typed), whole, "\(parts.units),\(decimal)")
      )
    }
    return try parts.canonical(fraction: parts.fractionTrimmed)
  }

  /// A price as people write it (`4,99`, `4.99`, `4,99 €`, `4€99`, `5 euros`) in the form of files:
  /// with two decimals, or none when there are no cents.
  static func price(_ typed: String) throws(Refusal) -> String {
    let refusal = Message("answer.price", TerminalText.excerpt(typed))
    let parts = try Decimal(withoutCurrency(typed), or: refusal)
    guard !parts.isNegative else { throw Refusal(Message("answer.negative")) }
    guard parts.fraction.utf8.count <= 2 else { throw Refusal(Message("answer.cents")) }
    let cents = parts.fraction.utf8.count == 1 ? parts.fraction + "0" : parts.fraction
    return try parts.canonical(fraction: cents == "00" ? "" : cents)
  }

  /// The amount without its currency; the euro sign may stand in the place of the comma.
  private static func withoutCurrency(_ typed: String) -> String {
    let scalars = Array(typed.lowercased().unicodeScalars)
    for word in ["euros", "euro", "eur", "€"]
    where scalars.reversed().starts(with: word.unicodeScalars.reversed()) {
      return trimmed(text(scalars.dropLast(word.unicodeScalars.count)))
    }
    guard let sign = scalars.firstIndex(of: "€"), scalars.count - sign == 3 else { return typed }
    return text(scalars[..<sign] + [","] + scalars[(sign + 1)...])
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// The digits of a number that somebody typed.
private struct Decimal {
  var isNegative = false
  /// The digits before the separator, without blanks and leading zeros.
  var units = ""
  /// The digits behind it, as typed.
  var fraction = ""
  /// Whether blanks parted the thousands.
  var isGrouped = false

  init(_ text: String, or refusal: Message) throws(FieldAnswer.Refusal) {
    var rest = Array(text.unicodeScalars)[...]
    // The hyphen and the sign that word processors put in its place.
    if rest.first == "-" || rest.first == "\u{2212}" {
      isNegative = true
      rest = rest.dropFirst()
    }
    let whole = rest.prefix { $0 != "," && $0 != "." }
    let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: Self.isBlank)
    isGrouped = groups.count > 1
    let isWhole =
      groups.allSatisfy { $0.allSatisfy(Self.isDigit) }
      && (!isGrouped
        || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }))
    guard isWhole else { throw FieldAnswer.Refusal(refusal) }
    let digits = Self.text(groups.joined())
    units = String(digits.drop { $0 == "0" })
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty {
      guard !digits.isEmpty else { throw FieldAnswer.Refusal(refusal) }
    } else {
      let behind = rest.dropFirst()
      guard !behind.isEmpty, behind.allSatisfy(Self.isDigit) else {
        throw FieldAnswer.Refusal(refusal)
      }
      fraction = Self.text(behind)
    }
    if units.isEmpty { units = "0" }
  }

  /// Whether the separator could also part thousands.
  var isAmbiguous: Bool {
    !isGrouped && fraction.utf8.count == 3 && units != "0" && units.utf8.count <= 3
  }

  /// The digits behind the separator without the zeros at their end.
  var fractionTrimmed: String {
    let bytes = Array(fraction.utf8)
    let kept = bytes.lastIndex { $0 != UInt8(ascii: "0") }.map { bytes[...$0] } ?? []
    return String(decoding: kept, as: UTF8.self)
  }

  /// The number as files write it.
  func canonical(fraction: String) throws(FieldAnswer.Refusal) -> String {
    guard units.utf8.count <= 9, fraction.utf8.count <= 6 else {
      throw FieldAnswer.Refusal(Message("answer.digits"))
    }
    let text = fraction.isEmpty ? units : "\(units).\(fraction)"
    return isNegative && text != "0" ? "-\(text)" : text
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The blanks that people and word processors put between thousands.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [0x20, 0xA0, 0x2009, 0x202F].contains(scalar.value)
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
