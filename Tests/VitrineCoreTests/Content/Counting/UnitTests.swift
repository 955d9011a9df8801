import Foundation
import Testing

@testable import VitrineCore

struct UnitTests {
  static let reserved: [(String, Int)] = [
    ("", 0), ("Bonjour", 7), ("#", 2), (#"\|{}@[]()<>#*_~"#, 30), ("#emploi", 8), ("é", 1),
    ("👍", 2),
    ("Écrivez à emploi@exemple.fr (CV)", 35), ("50 % & plus - c'est /ok/", 24), ("＃", 1),
  ]

  @Test(arguments: reserved)
  func `a sign that LinkedIn reserves costs two`(text: String, length: Int) {
    #expect(NetworkLimits.Unit.escaped.count(text) == length)
  }

  @Test func `LinkedIn's limit is met by what is escaped`() {
    let limit = NetworkLimits.Limit(
      maximum: 3000, unit: .escaped, source: "", wording: "", confidence: .code, checked: "")
    let limits = NetworkLimits([Network(rawValue: "linkedin"): limit])
    let text = String(repeating: "a", count: 2998) + "#"
    #expect(limits.check(text, for: Network(rawValue: "linkedin")) == nil)
    #expect(
      limits.check(text + "a", for: Network(rawValue: "linkedin"))?.message.text(in: .fr)
        == "le texte a 1 unité de trop pour linkedin, qui compte double les signes comme # @ ( )\u{A0}:"
        + " 3\u{202F}001, la limite est de 3\u{202F}000")
  }

  /// Unicode's own examples, from Debian's package `unicode-data` (15.0 in Debian 12).
  static let examples = URL(
    filePath: "/usr/share/unicode/auxiliary/GraphemeBreakTest.txt")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: examples.path),
      "needs the Debian package unicode-data"))
  func `graphemes are those of Unicode's examples`() throws {
    let text = try String(contentsOf: Self.examples, encoding: .utf8)
    var rows = 0
    var others: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let row = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      let wanted = try row.split(separator: "÷").map(Self.scalars).filter { !$0.isEmpty }
      let whole = String(String.UnicodeScalarView(wanted.joined()))
      rows += 1
      let isSame =
        whole.map { Array($0.unicodeScalars) } == wanted
        && NetworkLimits.Unit.graphemes.count(whole) == wanted.count
      if !isSame { others.append(row) }
    }
    // Unicode 17, by which Swift 6.3 counts, no longer calls U+2701 a pictograph, and its own file of
    // examples divides this row; every other row of 15.0 agrees.
    #expect(rows >= 602)
    #expect(Set(others).subtracting(["÷ 2701 × 200D × 2701 ÷"]).isEmpty)
  }

  private static func scalars(_ part: Substring) throws -> [Unicode.Scalar] {
    try part.split { $0 == " " || $0 == "×" }.map { code in
      try #require(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init), "\(code)")
    }
  }
}
