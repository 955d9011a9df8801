import Testing

@testable import VitrineCommands

struct LineEditorTests {
  private func typed(_ text: String) -> LineEditor {
    var reader = KeyReader()
    var editor = LineEditor()
    for key in reader.keys(Array(text.utf8)) { _ = editor.handle(key) }
    return editor
  }

  @Test(
    arguments: [
      ("abc", "abc", ""), ("abc\u{1B}[D", "ab", "c"), ("abc\u{1}x", "x", "abc"),
      ("abc\u{1}\u{5}x", "abcx", ""), ("abc\u{7F}", "ab", ""), ("abc\u{1}\u{1B}[3~", "", "bc"),
      ("un deux\u{17}", "un ", ""), ("un deux  \u{17}", "un ", ""), ("abc\u{15}", "", ""),
      ("abc\u{1B}[D\u{15}", "", "c"), ("abc\u{1}\u{B}", "", ""), ("\u{7F}\u{1B}[D\u{1B}[C", "", ""),
      ("un deux trois\u{1B}b\u{1B}b", "un ", "deux trois"),
      ("un deux\u{1}\u{1B}f", "un", " deux"), ("\u{1B}[200~a\r\nb\tc\u{1B}[201~", "a b c", ""),
    ])
  func `keys edit the line at the cursor`(_ keys: String, _ before: String, _ after: String) {
    let editor = typed(keys)
    #expect(editor.before == before)
    #expect(editor.after == after)
  }

  @Test(arguments: ["👩‍👩‍👧‍👧", "e\u{301}", "🇫🇷", "👍🏽", "각"])
  func `a character of several parts goes with one backspace`(_ character: String) {
    #expect(typed("a" + character + "\u{7F}").text == "a")
    #expect(typed(character + "\u{1B}[D\u{1B}[3~").text == "")
  }

  @Test(arguments: ["\u{200B}", "\u{202E}", "\u{FEFF}", "\u{9B}", "\u{AD}"])
  func `a paste loses what nobody could see`(_ scalar: String) {
    #expect(typed("\u{1B}[200~a\(scalar)b\u{1B}[201~").text == "ab")
  }

  @Test func `a line has an end`() {
    let editor = typed("\u{1B}[200~" + String(repeating: "é", count: 30_000) + "\u{1B}[201~é")
    #expect(editor.text.utf8.count == LineEditor.longest)
  }

  @Test(
    arguments: [
      ("abcdef", 4, ["abc", "def"], 1, 3), ("abc\u{1B}[D", 10, ["abc"], 0, 2), ("", 10, [""], 0, 0),
      ("番茄番茄", 6, ["番茄", "番茄"], 1, 4), ("abcdef\u{1}", 4, ["abc", "def"], 0, 0),
    ])
  func `a long line takes several rows`(
    _ keys: String, _ columns: Int, _ rows: [String], _ row: Int, _ column: Int
  ) {
    let shown = typed(keys).rows(columns: columns, most: 6)
    #expect(shown == LineEditor.Rows(rows: rows, row: row, column: column))
  }

  @Test func `of a very long line the rows around the cursor are shown`() {
    var editor = typed(String(repeating: "x", count: 900))
    #expect(editor.rows(columns: 10, most: 4).rows.count == 4)
    #expect(editor.rows(columns: 10, most: 4).row == 3)
    _ = editor.handle(.home)
    #expect(editor.rows(columns: 10, most: 4).row == 0)
  }
}
