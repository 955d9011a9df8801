import Testing

@testable import VitrineCommands

struct KeyReaderTests {
  private func keys(_ text: String) -> [Key] {
    var reader = KeyReader()
    return reader.keys(Array(text.utf8))
  }

  @Test(
    arguments: [
      ("é", [.text("é")]), ("ab", [.text("ab")]), ("a\r", [.text("a"), .enter]), ("\n", [.enter]),
      ("\u{7F}\u{8}", [.backspace, .backspace]), ("\u{1B}[A\u{1B}OA", [.up, .up]),
      ("\u{1B}[D\u{1B}[C", [.left, .right]), ("\u{1B}[1;5D\u{1B}[1;5C", [.wordLeft, .wordRight]),
      ("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~", [.home, .end, .home, .end]), ("\u{1B}[3~", [.delete]),
      ("\u{1}\u{5}\u{15}\u{17}\u{B}", [.home, .end, .killToStart, .killWord, .killToEnd]),
      ("\u{3}\u{4}", [.interrupt, .endOfInput]), ("\u{1B}b\u{1B}f", [.wordLeft, .wordRight]),
      ("\u{1B}[200~deux\rmots\u{1B}[201~x", [.paste("deux\rmots"), .text("x")]),
      ("\u{1B}[200~\u{1B}[A\u{1B}[201~", [.paste("\u{1B}[A")]),
      ("\u{1B}[15~\u{1B}[999;999;999Ra", [.other, .other, .text("a")]),
      ("\u{1B}[2\u{3}", [.interrupt]), ("\u{1B}\u{3}", [.interrupt]), ("👩‍👧", [.text("👩‍👧")]),
    ] as [(String, [Key])])
  func `bytes are read as keys`(_ text: String, _ expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test func `it does not matter where the bytes are cut`() {
    let text = "é👩‍👧\u{1B}[1;5Da\u{1B}[200~x\u{1B}y\u{1B}[201~\u{1B}[3~\r"
    let whole = keys(text)
    for cut in 0...text.utf8.count {
      var reader = KeyReader()
      let bytes = Array(text.utf8)
      let parts = reader.keys(bytes[..<cut]) + reader.keys(bytes[cut...])
      #expect(Self.joined(parts) == Self.joined(whole), "cut at \(cut)")
    }
  }

  @Test func `bytes that are no text are swallowed`() {
    var reader = KeyReader()
    #expect(reader.keys([0xFF, 0xC3, 0x61, 0xE2, 0x82]) == [.other, .text("a")])
    #expect(reader.keys([0xAC]) == [.text("€")])
    #expect(reader.keys([0xED, 0xA0, 0x80]) == [.other])
  }

  @Test func `an escape by itself is a key that means nothing`() {
    var reader = KeyReader()
    #expect(reader.keys([0x1B]) == [])
    #expect(reader.isWaiting)
    reader.settle()
    #expect(reader.keys(Array("[A".utf8)) == [.text("[A")])
  }

  @Test func `a paste without an end keeps no more than its limit`() {
    var reader = KeyReader()
    _ = reader.keys(Array("\u{1B}[200~".utf8))
    for _ in 0..<40 { _ = reader.keys([UInt8](repeating: 0x61, count: 10_000)) }
    guard case .paste(let text)? = reader.keys(Array("\u{1B}[201~".utf8)).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == KeyReader.longestPaste)
  }

  private static func joined(_ keys: [Key]) -> [Key] {
    var result: [Key] = []
    for key in keys {
      if case .text(let more) = key, case .text(let text)? = result.last {
        result[result.count - 1] = .text(text + more)
      } else {
        result.append(key)
      }
    }
    return result
  }
}
