/// Width to height as people write it, `4:5` or `1.91:1`, kept exactly.
package struct PictureRatio: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// As it was written.
  package let description: String
  /// Both sides in thousandths, each below a million.
  let width: Int
  let height: Int

  /// Reads two numbers of up to three digits with up to three decimals; `nil` for everything else.
  package init?(_ text: String) {
    let sides = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard sides.count == 2, let width = Self.thousandths(sides[0]),
      let height = Self.thousandths(sides[1])
    else { return nil }
    description = text
    self.width = width
    self.height = height
  }

  private static func thousandths(_ text: Substring.UTF8View) -> Int? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...3).contains(whole.count), parts.count <= 2 else {
      return nil
    }
    let decimals = parts.count == 2 ? Array(parts[1]) : [UInt8(ascii: "0")]
    guard (1...3).contains(decimals.count) else { return nil }
    let padded = decimals + [UInt8](repeating: UInt8(ascii: "0"), count: 3 - decimals.count)
    var number = 0
    for digit in Array(whole) + padded {
      guard (48...57).contains(digit) else { return nil }
      number = number * 10 + Int(digit - 48)
    }
    return number > 0 ? number : nil
  }

  /// Orders from narrow to wide; both products stay below 10^12.
  package static func < (left: Self, right: Self) -> Bool {
    left.width * right.height < right.width * left.height
  }

  /// The same form is the same ratio, however it is written.
  package static func == (left: Self, right: Self) -> Bool {
    left.width * right.height == right.width * left.height
  }

  /// Two spellings of one form must not differ here.
  package func hash(into hasher: inout Hasher) { hasher.combine(Double(width) / Double(height)) }

  /// The least width of this form or a wider one at a height of at most 32 bits.
  func leastWidth(at height: Int) -> Int { (height * width + self.height - 1) / self.height }

  /// The most width of this form or a narrower one at a height of at most 32 bits.
  func mostWidth(at height: Int) -> Int { height * width / self.height }
}
