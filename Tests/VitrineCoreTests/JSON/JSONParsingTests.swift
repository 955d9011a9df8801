import Testing
import VitrineTestSupport

@testable import VitrineCore

struct JSONParsingTests {
  @Test(
    arguments: [
      ("null", JSON.null), (" true ", true), ("false", false), ("0", 0), ("-0", 0), ("-12", -12),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("\"\"", ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u00e9\u20AC\ud83d\ude00""#, "é€😀"), ("\"é€😀\u{7F}\u{2028}\"", "é€😀\u{7F}\u{2028}"),
      (#""\u0000""#, "\0"), ("[]", []), ("[1 , [ ] ,{}]", [1, [], [:]]), ("{}", [:]),
      ("{\"a\" :\t1,\r\n\"b\":[null]}", ["a": 1, "b": [nil]]),
    ] as [(String, JSON)])
  func `what RFC 8259 allows is read`(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test(arguments: [
    ("", "json.end"), ("  ", "json.end"), ("nul", "json.end"), ("nulL", "json.unexpected"),
    ("True", "json.unexpected"), ("NaN", "json.unexpected"), ("-Infinity", "json.unexpected"),
    ("1 2", "json.unexpected"), ("null,", "json.unexpected"), ("\u{FEFF}1", "json.unexpected"),
    ("\u{A0}1", "json.unexpected"), ("//x\n1", "json.unexpected"), ("'a'", "json.unexpected"),
    ("[", "json.end"), ("]", "json.unexpected"), ("[1", "json.end"), ("[1,", "json.end"),
    ("[1,]", "json.unexpected"), ("[,1]", "json.unexpected"), ("[1 2]", "json.unexpected"),
    ("{", "json.end"), ("{1:2}", "json.unexpected"), ("{a:1}", "json.unexpected"),
    ("{\"a\"}", "json.unexpected"), ("{\"a\":}", "json.unexpected"),
    ("{\"a\":1,}", "json.unexpected"),
    ("{\"a\":1 \"b\":2}", "json.unexpected"), ("{\"a\"=1}", "json.unexpected"),
    ("{\"a\":1]", "json.unexpected"), ("[1}", "json.unexpected"),
    ("{\"a\":1,\"a\":1}", "json.duplicateKey"), ("{\"a\":1,\"\\u0061\":2}", "json.duplicateKey"),
    ("{\"é\":1,\"e\u{301}\":2}", "json.duplicateKey"),
    ("01", "json.leadingZero"), ("-01", "json.leadingZero"), ("00", "json.leadingZero"),
    ("-", "json.end"), ("+1", "json.unexpected"), (".5", "json.unexpected"),
    ("1.", "json.fraction"), ("1.0", "json.fraction"), ("1e3", "json.fraction"),
    ("-0E0", "json.fraction"), ("0x10", "json.unexpected"), ("١", "json.unexpected"),
    ("9223372036854775808", "json.tooLarge"), ("-9223372036854775809", "json.tooLarge"),
    ("99999999999999999999999999999999", "json.tooLarge"),
    ("\"", "json.end"), ("\"a", "json.end"), ("\"\\", "json.end"), ("\"\\\"", "json.end"),
    ("\"\\u", "json.end"), ("\"\\u12", "json.end"), ("\"a\nb\"", "json.control"),
    ("\"a\u{1}\"", "json.control"), ("\"\\x\"", "json.escape"), ("\"\\'\"", "json.escape"),
    ("\"\\U0041\"", "json.escape"), ("\"\\u00g0\"", "json.escape"), ("\"\\u+041\"", "json.escape"),
    ("\"\\ud83d\"", "json.surrogate"), ("\"\\ude00\"", "json.surrogate"),
    ("\"\\ud83dx\"", "json.surrogate"), ("\"\\ud83d\\n\"", "json.surrogate"),
    ("\"\\ud83d\\ud83d\"", "json.surrogate"), ("\"\\ude00\\ud83d\"", "json.surrogate"),
  ])
  func `anything else is refused by name`(text: String, code: String) {
    #expect {
      try JSON(parsing: text)
    } throws: {
      ($0 as? Fault)?.code == .invalid && ($0 as? Fault)?.message.code == code
    }
  }

  @Test(arguments: [
    [0xFF], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0x80],
  ])
  func `bytes that are not UTF-8 are refused inside a text`(bytes: [UInt8]) {
    #expect { try JSON(bytes: [0x22] + bytes + [0x22]) } throws: {
      ($0 as? Fault)?.message == Message("json.notUTF8", 1)
    }
  }

  @Test func `64 lists lie inside each other and not one more`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSON(parsing: nested(64)).text == nested(64))
    for depth in [65, 100_000] {
      #expect { try JSON(parsing: nested(depth)) } throws: {
        ($0 as? Fault)?.message == Message("json.tooDeep", 64, 64)
      }
    }
    #expect(throws: Fault.self) { try JSON(parsing: String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test func `canonical bytes read back as they were, for any value`() throws {
    var random = SeededGenerator(seed: 7)
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "/", "\n", "\0", "\u{1F}", "\u{7F}", "é", "€", "😀",
    ]
    func text() -> String {
      var text = ""
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "b")
      }
      return text
    }
    func value(_ depth: Int) -> JSON {
      switch Int.random(in: 0...(depth > 4 ? 3 : 5), using: &random) {
      case 0: return .null
      case 1: return .bool(Bool.random(using: &random))
      case 2: return .integer(.random(in: .min ... .max, using: &random))
      case 3: return .string(text())
      case 4: return .array((0..<3).map { _ in value(depth + 1) })
      default:
        return .object(
          Dictionary((0..<3).map { _ in (text(), value(depth + 1)) }, uniquingKeysWith: { $1 }))
      }
    }
    for _ in 0..<1000 {
      let value = value(0)
      let read = try JSON(bytes: value.bytes)
      #expect(read == value)
      #expect(read.bytes == value.bytes)
    }
  }

  @Test func `no cut and no changed byte of a document crashes the reader`() throws {
    let bytes = Array(#"{"a":[1,-20,true,null,{"b":"x\u00e9\ud83d\ude00\n"}],"é":""}"#.utf8)
    for position in bytes.indices {
      #expect(throws: Fault.self) { try JSON(bytes: Array(bytes.prefix(position))) }
      for byte in UInt8.min ... .max {
        var changed = bytes
        changed[position] = byte
        if let value = try? JSON(bytes: changed) {
          #expect(try JSON(bytes: value.bytes).bytes == value.bytes)
        }
      }
    }
  }
}
