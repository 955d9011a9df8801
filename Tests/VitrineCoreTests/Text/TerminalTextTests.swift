import Testing

@testable import VitrineCore

struct TerminalTextTests {
  @Test(arguments: [
    ("\u{1B}]0;owned\u{7}", "\\u{1B}]0;owned\\u{7}"), ("\u{1B}[2J", "\\u{1B}[2J"),
    ("S0001\rS9999 OK", "S0001\\u{D}S9999 OK"),
    ("a\u{202E}b", "a\\u{202E}b"), ("a\u{9B}31m", "a\\u{9B}31m"), ("\u{7F}", "\\u{7F}"),
    ("a\nb\tc", "a\nb\tc"), ("a\r\nb", "a\\u{D}\nb"),
    ("S1\u{200B}", "S1\\u{200B}"), ("été 👩‍👩‍👧", "été 👩‍👩‍👧"), ("\u{2028}", "\\u{2028}"),
  ])
  func `nothing from data drives the terminal`(_ text: String, _ expected: String) {
    #expect(TerminalText.escaped(text) == expected)
  }

  @Test func `a line stays a line`() {
    #expect(
      TerminalText.escapedLine("x\n2026-01-01 INFO approved\ty")
        == "x\\u{A}2026-01-01 INFO approved\\u{9}y")
  }

  @Test func `an excerpt is short`() {
    #expect(TerminalText.excerpt(String(repeating: "é", count: 80)).count == 80)
    #expect(
      TerminalText.excerpt(String(repeating: "é", count: 81)) == String(repeating: "é", count: 80)
        + "…")
  }

  @Test func `no control byte is left of any scalar`() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for escaped in TerminalText.escapedLine(String(scalar)).unicodeScalars {
        #expect(escaped.value >= 0x20 && !(0x7F..<0xA0).contains(escaped.value))
      }
    }
  }

  @Test(arguments: [
    ("abc", 3), ("été", 3), ("e\u{301}", 1), ("東京", 4), ("🧀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇫🇷", 2),
    ("❤️", 2), ("", 0), ("ｱ", 1), ("한", 2),
  ])
  func `width is counted in columns`(_ text: String, _ width: Int) {
    #expect(TerminalText.displayWidth(text) == width)
  }

  @Test(arguments: [
    ("abc", 5, "abc  "), ("abcdef", 4, "abc…"), ("東京都", 4, "東… "), ("東京", 4, "東京"),
    ("a\u{1B}", 8, "a\\u{1B} "), ("abc", 0, ""),
  ])
  func `a cell fits its column`(_ text: String, _ width: Int, _ expected: String) {
    #expect(TerminalText.fitted(text, to: width) == expected)
  }
}
