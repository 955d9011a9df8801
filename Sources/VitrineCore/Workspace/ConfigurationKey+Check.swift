extension ConfigurationKey {
  /// What is wrong with a value for this key, or `nil` when it may stand.
  ///
  /// Whether a time zone exists is asked of the caller: zone data is a file of the machine.
  package func problem(with text: String, knownTimeZone: (String) -> Bool) -> Message? {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isPlain, !text.isEmpty else { return Message("config.value-empty", rawValue) }
    switch kind {
    case .text(let maximum):
      let isShort = text.unicodeScalars.count <= maximum
      return isShort ? nil : Message("config.value-long", rawValue, maximum)
    case .timeZone:
      return knownTimeZone(text) ? nil : Message("config.timezone", text)
    case .language:
      return Language(rawValue: text) == nil ? Message("config.language", text) : nil
    case .languageCode:
      let isCode =
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      return isCode ? nil : Message("config.language-code", rawValue, text)
    case .word(let words):
      return words.contains(text)
        ? nil : Message("config.word", rawValue, words.joined(separator: ", "), text)
    case .database:
      return Self.isDatabase(text) ? nil : Message("config.database", text)
    case .serviceURL:
      guard let url = ServiceURL(text) else { return Message("config.url", rawValue, text) }
      let isSafe = url.isSecure || url.isLoopback
      return isSafe ? nil : Message("config.url-insecure", rawValue, text)
    case .graphVersion:
      let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
      let isVersion =
        text.utf8.first == UInt8(ascii: "v") && parts.count == 2
        && parts.allSatisfy { Self.whole($0, in: 0...999) != nil }
      return isVersion ? nil : Message("config.graph-version", text)
    case .digits:
      let isNumber = text.utf8.count <= 32 && text.utf8.allSatisfy { (48...57).contains($0) }
      return isNumber ? nil : Message("config.digits", rawValue, text)
    case .path:
      return text.utf8.count <= 4096 ? nil : Message("config.value-long", rawValue, 4096)
    case .integer(let range):
      guard Self.whole(text[...], in: range) == nil else { return nil }
      return Message("config.integer", rawValue, range.lowerBound, range.upperBound, text)
    case .thousandths(let range):
      if let value = Self.thousandths(text), range.contains(value) { return nil }
      let bounds = [range.lowerBound, range.upperBound].map(Self.decimal)
      return Message("config.decimal", rawValue, bounds[0], bounds[1], text)
    case .logOrigin:
      let isName = text.utf8.count <= 200 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      return isName && !text.utf8.contains(UInt8(ascii: "+"))
        ? nil : Message("config.origin", text)
    case .witnessKeys:
      let wrong = text.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        .first { (try? NoteVerifier(vkey: $0))?.kind != .cosignature }
      return wrong.map { Message("config.witness", rawValue, $0) }
    case .ruleSeverities:
      return RuleSeverities.problem(with: text, key: rawValue)
    }
  }

  /// Reads plain ASCII digits inside a range: no sign, no other numerals, no overflow.
  static func whole(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  /// Reads `2`, `0.5` or `12.125` as thousandths; `nil` for anything else.
  static func thousandths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = parts.first, let units = whole(head, in: 0...1_000_000) else { return nil }
    guard parts.count == 2 else { return units * 1000 }
    guard parts[1].utf8.count <= 3, let tail = whole(parts[1], in: 0...999) else { return nil }
    let scale = [100, 10, 1][parts[1].utf8.count - 1]
    return units * 1000 + tail * scale
  }

  /// Writes thousandths as a decimal number without trailing zeros.
  package static func decimal(_ thousandths: Int) -> String {
    let rest = thousandths % 1000
    guard rest != 0 else { return String(thousandths / 1000) }
    var digits = padded(rest, 3)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(thousandths / 1000).\(digits)"
  }

  private static func isDatabase(_ text: String) -> Bool {
    if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
      return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
    return !text.contains("://") && text.utf8.count <= 4096
  }
}
