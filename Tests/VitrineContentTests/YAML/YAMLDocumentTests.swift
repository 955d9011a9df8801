import Testing
import VitrineCore

@testable import VitrineContent

struct YAMLDocumentTests {
  private func read(_ text: String) -> [String] {
    YAMLDocument(Array(text.utf8), file: "a.yaml").findings.lines()
  }

  @Test(arguments: [
    ("0042", "0042"), ("NO", "NO"), ("true", "true"), ("2026-11-22", "2026-11-22"), ("~", "~"),
    ("1e3", "1e3"), ("'NO'", "NO"), ("\"\\u00e9\"", "é"), ("0x1F", "0x1F"), ("null", "null"),
  ])
  func `a scalar stays the text that was written`(written: String, text: String) {
    let document = YAMLDocument(Array("store: \(written)\n".utf8))
    #expect(document.findings.isEmpty)
    #expect(document.root?["store"]?.text == text)
  }

  @Test func `places count lines and Unicode scalars from one`() throws {
    let document = YAMLDocument(Array("é: à\nlist:\n  - 'b'\n  - {c: 👩‍🍳, d: e}\n".utf8))
    let root = try #require(document.root)
    #expect(root["é"].map { [$0.line, $0.column] } == [1, 4])
    guard case .sequence(let items) = root["list"]?.content else {
      Issue.record("no list")
      return
    }
    #expect(items.map { [$0.line, $0.column] } == [[3, 5], [4, 5]])
    // The cook is three scalars: a woman, a joiner, a pan.
    #expect(items[1]["d"].map { [$0.line, $0.column] } == [4, 17])
  }

  @Test func `a byte-order mark and CRLF change nothing`() {
    let plain = "a: 1\nb:\n  - c\n  - \"d\"\n"
    let crlf = "\u{FEFF}" + plain.split(separator: "\n").map { $0 + "\r\n" }.joined()
    let document = YAMLDocument(Array(crlf.utf8))
    #expect(document.findings.isEmpty)
    #expect(document.root == YAMLDocument(Array(plain.utf8)).root)
  }

  @Test func `two spellings of an accent become one`() {
    let document = YAMLDocument(Array("Rhone\u{302}: Rhone\u{302}\n".utf8))
    let key = document.root?.members?.first
    #expect(key.map { Array($0.key.utf8) } == Array("Rhonê".utf8))
    #expect(key?.value.text.map { Array($0.utf8) } == Array("Rhonê".utf8))
  }

  @Test func `an alias bomb is refused at once`() {
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let clock = ContinuousClock()
    for text in [bomb, bomb + "? *a9\n: x\n", bomb + "? [*a9]\n: x\n"] {
      var findings: [String] = []
      let time = clock.measure { findings = read(text) }
      #expect(
        findings == [
          "a.yaml:1:5: error: anchors, aliases and merge keys (&, *, <<) are not supported"
            + " [yaml.anchor]"
        ])
      #expect(time < .seconds(1))
    }
  }

  @Test(arguments: [
    ("a: &x 1\n", "1:4"), ("a: *x\n", "1:4"), ("<<: {a: 1}\n", "1:1"),
    ("a: 1\nb:\n  - &y [c]\n", "3:5"), ("&k a: 1\n", "1:1"), ("a: &x {}\nb: *x\n", "1:4"),
    ("a: {b: &x c}\n", "1:8"),
  ])
  func `anchors, aliases and merge keys are refused`(text: String, place: String) {
    #expect(
      read(text) == [
        "a.yaml:\(place): error: anchors, aliases and merge keys (&, *, <<) are not supported"
          + " [yaml.anchor]"
      ])
  }

  @Test(arguments: [
    "a: Rock & Roll\n", "a: 5 * 3 * &\n", "a: \"&x *y\"\n", "a: b&b *c* &d\n", "# *x, &y\na: 1\n",
    "a: |\n  *gras*, suite\n",
  ])
  func `an ampersand or an asterisk in a sentence is text`(text: String) {
    #expect(read(text) == [])
  }

  @Test(arguments: [
    ("a: !!int 3\n", "1:4", "tag:yaml.org,2002:int"), ("a: !secret x\n", "1:4", "!secret"),
    ("!x {a: 1}\n", "1:1", "!x"), ("a: !!str 3\n", "1:4", "tag:yaml.org,2002:str"),
  ])
  func `tags are refused`(text: String, place: String, tag: String) {
    #expect(
      read(text) == ["a.yaml:\(place): error: tags are not supported: '\(tag)' [yaml.tag]"])
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1", 1), ("- a: 1\n  b: 2\n  'a': 3\n- a: 4\n", "3:3", 1),
    ("x:\n  a: 1\ny:\n  a: 1\n  a : 2\n", "5:3", 4), ("{a: 1, a: 2}\n", "1:2", 1),
    ("\"a\": 1\nab: 2\na: 3\n", "3:1", 1),
  ])
  func `a key that stands twice is refused with both lines`(text: String, place: String, line: Int)
  {
    #expect(
      read(text) == [
        "a.yaml:\(place): error: the key 'a' stands twice; the first is on line \(line)"
          + " [yaml.duplicate]"
      ])
  }

  @Test(arguments: [
    (
      "a:\n\tb: 1\n",
      "2:1: error: a tab stands where blanks must indent [yaml.tab]"
    ),
    (
      "a: 1\nb: \"never\nc: 2\n",
      "2:4: error: the quote that opens here is never closed [yaml.quote]"
    ),
    ("a: 'it\n", "1:4: error: the quote that opens here is never closed [yaml.quote]"),
    (
      ": :\n",
      "1:1: error: this line does not fit the lines above; look at its indentation and at what it begins with [yaml.indentation]"
    ),
    ("title: Noël: les jouets\n", "1:12: error: a ':' may not stand here [yaml.colon]"),
    ("a: @b\n", "1:4: error: a value may not begin with '@' [yaml.start]"),
    ("a: 1\nb\nc: 2\n", "2:1: error: this line is neither 'key: value' nor '- value' [yaml.line]"),
    (
      "a: [1, 2\nb: 3\n",
      "1:4: error: the bracket that opens here is never closed, or a comma is missing [yaml.bracket]"
    ),
    (
      "a:\n    b: 1\n  c: 2\n",
      "3:3: error: this line does not fit the lines above; look at its indentation and at what it begins with [yaml.indentation]"
    ),
    (
      "a: \"\\q\"\n",
      "1:5: error: a backslash in double quotes is followed by something that means nothing [yaml.escape]"
    ),
    ("? [a]\n: b\n", "1:3: error: a key must be a word, not a list or a mapping [yaml.key]"),
    (
      "a: 1\n---\nb: 2\n",
      "2:1: error: a second document begins here; a file holds one [yaml.documents]"
    ),
    ("a: b\u{0}c\n", "1:5: error: the character U+0000 may not stand in a file [file.control]"),
    (
      "a: 1\nb: é\u{7}\u{2028}\n",
      "2:5: error: the character U+0007 may not stand in a file [file.control]\n2:6: error: the character U+2028 may not stand in a file [file.control]"
    ),
    ("a: 1\rb: 2\n", "1:5: error: the character U+000D may not stand in a file [file.control]"),
  ])
  func `broken syntax is named with its place`(text: String, expected: String) {
    #expect(read(text) == expected.split(separator: "\n").map { "a.yaml:\($0)" })
  }

  @Test func `a person who reads French gets French`() {
    let document = YAMLDocument(Array("a: 'it\n".utf8), file: "a.yaml")
    #expect(
      document.findings.lines(.fr) == [
        "a.yaml:1:4: erreur: le guillemet ouvert ici n'est jamais fermé [yaml.quote]"
      ])
  }

  @Test(arguments: [
    (
      [0x61, 0x3A, 0x20, 0xE9, 0x0A] as [UInt8],
      "1:4: error: the file is not UTF-8 from here on; it looks like Windows-1252 [file.encoding]"
    ),
    (
      [0xC3, 0xA9, 0x0A, 0x62, 0xF0, 0x9E],
      "2:2: error: the file is not UTF-8 from here on; it looks like Windows-1252 [file.encoding]"
    ),
    (
      [0xFF, 0xFE, 0x61, 0x00],
      "1:1: error: the file is not UTF-8 from here on; it looks like UTF-16LE [file.encoding]"
    ),
    (
      [0x61, 0xED, 0xA0, 0x80, 0x81],
      "1:2: error: the file is not UTF-8 from here on, and no other text that is known [file.encoding]"
    ),
  ])
  func `other encodings are refused`(bytes: [UInt8], expected: String) {
    #expect(YAMLDocument(bytes, file: "a").findings.lines() == ["a:\(expected)"])
  }

  @Test(arguments: [
    String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
    String(repeating: "[", count: 100_000), String(repeating: "- ", count: 900) + "x",
    (0..<400).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func `nesting without end is refused`(text: String) {
    let findings = YAMLDocument(Array(text.utf8)).findings
    #expect(findings.map(\.rule) == ["yaml.depth"])
  }

  @Test func `thirty levels are read and one more is not`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth - 1) + "x" + String(repeating: "]", count: depth - 1)
    }
    #expect(YAMLDocument(Array(nested(30).utf8)).findings.isEmpty)
    #expect(YAMLDocument(Array(nested(31).utf8)).findings.map(\.rule) == ["yaml.depth"])
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n"])
  func `an empty document has no value and no finding`(text: String) {
    let document = YAMLDocument(Array(text.utf8))
    #expect(document.findings.isEmpty)
    #expect(document.root == nil || document.root?.isMissing == true)
  }

  @Test func `a megabyte of keys is read in a second`() {
    let text = (0..<50_000).map { "key-\($0): value\n" }.joined()
    let time = ContinuousClock().measure {
      #expect(YAMLDocument(Array(text.utf8)).root?.members?.count == 50_000)
    }
    #expect(time < .seconds(5))
  }
}
