/// Letters of a host name in ASCII and back, as RFC 3492 defines it.
enum Punycode {
  /// The ASCII form of a label, without `xn--`.
  static func encode(_ label: String) -> String {
    let scalars = label.unicodeScalars.map(\.value)
    var output = scalars.filter { $0 < 0x80 }
    let basicCount = output.count
    if basicCount > 0 { output.append(0x2D) }
    var handled = basicCount
    var point: UInt32 = 0x80
    var delta: UInt32 = 0
    var bias: UInt32 = 72
    while handled < scalars.count {
      guard let next = scalars.filter({ $0 >= point }).min() else { break }
      // A label has at most 253 scalars below 0x110000, so that no product here can overflow.
      delta += (next - point) * UInt32(handled + 1)
      point = next
      for scalar in scalars {
        if scalar < point { delta += 1 }
        guard scalar == point else { continue }
        appendNumber(delta, bias, to: &output)
        bias = adapted(delta, UInt32(handled + 1), isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      point += 1
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: output.compactMap(Unicode.Scalar.init))
    return text
  }

  /// The letters of an ASCII form without `xn--`; `nil` when it is none.
  static func decode(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 59, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    let cut = bytes.lastIndex(of: 0x2D)
    var output = bytes[..<(cut ?? 0)].map(UInt32.init)
    var rest = bytes[(cut.map { $0 + 1 } ?? 0)...]
    var point: UInt32 = 0x80
    var position: UInt32 = 0
    var bias: UInt32 = 72
    while !rest.isEmpty {
      let before = position
      guard let number = readNumber(&rest, bias) else { return nil }
      let (sum, overflow) = position.addingReportingOverflow(number)
      guard !overflow else { return nil }
      let count = UInt32(output.count) + 1
      bias = adapted(sum - before, count, isFirst: before == 0)
      let (next, isTooLarge) = point.addingReportingOverflow(sum / count)
      guard !isTooLarge, Unicode.Scalar(next) != nil else { return nil }
      point = next
      position = sum % count
      output.insert(point, at: Int(position))
      position += 1
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: output.compactMap(Unicode.Scalar.init))
    return result
  }

  private static func threshold(_ step: UInt32, _ bias: UInt32) -> UInt32 {
    step <= bias ? 1 : min(step - bias, 26)
  }

  private static func appendNumber(_ number: UInt32, _ bias: UInt32, to output: inout [UInt32]) {
    var rest = number
    var step: UInt32 = 36
    while true {
      let limit = threshold(step, bias)
      guard rest >= limit else { break }
      output.append(digit(limit + (rest - limit) % (36 - limit)))
      rest = (rest - limit) / (36 - limit)
      step += 36
    }
    output.append(digit(rest))
  }

  private static func readNumber(_ rest: inout ArraySlice<UInt8>, _ bias: UInt32) -> UInt32? {
    var number: UInt32 = 0
    var weight: UInt32 = 1
    var step: UInt32 = 36
    while let byte = rest.popFirst() {
      guard let value = value(byte) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: weight)
      let (sum, isTooLarge) = number.addingReportingOverflow(product)
      guard !overflow, !isTooLarge else { return nil }
      number = sum
      let limit = threshold(step, bias)
      if value < limit { return number }
      let (next, isTooHeavy) = weight.multipliedReportingOverflow(by: 36 - limit)
      guard !isTooHeavy else { return nil }
      weight = next
      step += 36
    }
    return nil
  }

  private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var step: UInt32 = 0
    while delta > 455 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }

  private static func digit(_ value: UInt32) -> UInt32 { value < 26 ? value + 97 : value + 22 }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 97...122: UInt32(byte - 97)
    case 48...57: UInt32(byte - 48) + 26
    default: nil
    }
  }
}
