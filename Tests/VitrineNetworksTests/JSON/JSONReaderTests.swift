import Testing

@testable import VitrineNetworks

struct JSONReaderTests {
  @Test func `an answer of Graph is read whole`() {
    let text = #" {"data":[{"id":"1_2","ok":true,"n":-12,"f":1.5e1}],"paging":null,"e":{}} "#
    let value = JSONReader.read(Array(text.utf8))
    #expect(value?["data"]?.array?.first?["id"] == .string("1_2"))
    #expect(value?["data"]?.array?.first?["ok"] == .bool(true))
    #expect(value?["data"]?.array?.first?["n"] == .integer(-12))
    #expect(value?["data"]?.array?.first?["f"] == .decimal(15))
    #expect(value?["paging"] == .null)
    #expect(value?["e"] == .object([]))
    #expect(value?["missing"] == nil)
  }

  @Test(arguments: [
    (#""\u00e9\n\/\"\\""#, "é\n/\"\\"), (#""\ud83d\ude00""#, "😀"), (#""é😀""#, "é😀"),
    (#""a\ud83d""#, "a\u{FFFD}"), (#""\ude00b""#, "\u{FFFD}b"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""""#, ""),
  ])
  func `escapes become characters, and half a pair becomes the replacement character`(
    _ text: String, _ expected: String
  ) {
    #expect(JSONReader.read(Array(text.utf8)) == .string(expected))
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1,]", "[1 2]", #"{"a":1,}"#, #"{"a"}"#, #"{a:1}"#, #"{"a":1"#, "nul",
    "null x", "{}{}", "01", "-", "1.", "1e", ".5", "+1", "NaN", "\"a", "\"\n\"", #""\x""#,
    #""\u12""#, #"{"a":1,"a":2}"#, "'a'", "<html>", "\u{FEFF}{}", "[1]]",
  ])
  func `what is not JSON from end to end is nothing`(_ text: String) {
    #expect(JSONReader.read(Array(text.utf8)) == nil)
  }

  @Test func `bytes that are not UTF-8 are nothing`() {
    #expect(JSONReader.read([0x22, 0xFF, 0x22]) == nil)
    #expect(JSONReader.read([0x22, 0xC0, 0x80, 0x22]) == nil)
    #expect(JSONReader.read([0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22]) == nil)
  }

  @Test func `nesting has a bound, so that no answer breaks the stack`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(JSONReader.read(nested(JSONReader.deepest)) != nil)
    #expect(JSONReader.read(nested(JSONReader.deepest + 1)) == nil)
    #expect(JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 100_000)) == nil)
  }

  @Test func `an object has a bound, since doubled names are looked for`() {
    func object(_ count: Int) -> [UInt8] {
      Array(("{" + (0..<count).map { "\"\($0)\":0" }.joined(separator: ",") + "}").utf8)
    }
    #expect(JSONReader.read(object(JSONReader.widest)) != nil)
    #expect(JSONReader.read(object(JSONReader.widest + 1)) == nil)
  }

  @Test(arguments: [
    ("9223372036854775807", 1000), ("9223372036854775808", 1000), ("1e99", 1000), ("-1e99", 0),
    ("-5", 0), ("12.9", 12), ("1e999", 1000),
  ])
  func `a number is moved into its range`(_ text: String, _ expected: Int) {
    #expect(JSONReader.read(Array(text.utf8))?.clamped(to: 0...1000) == expected)
  }
}
