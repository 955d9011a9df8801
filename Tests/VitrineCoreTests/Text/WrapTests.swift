import Testing

@testable import VitrineCore

struct WrapTests {
  @Test(
    arguments: [
      ("un deux trois", 8, ["un deux", "trois"]), ("un", 8, ["un"]), ("", 8, [""]),
      ("a\n\nb", 8, ["a", "", "b"]), ("anticonstitutionnel", 8, ["anticons", "titution", "nel"]),
      ("4,99\u{A0}€ le kilo", 8, ["4,99\u{A0}€", "le kilo"]), ("番茄番茄番茄", 5, ["番茄", "番茄", "番茄"]),
      ("a\u{1B}[2J", 20, [#"a\u{1B}[2J"#]), ("a\tb", 8, ["a b"]),
    ])
  func `a text is broken at its blanks`(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TerminalText.wrapped(text, to: width) == lines)
  }

  @Test func `no line is wider than asked, and no character is lost`() {
    let text = String(repeating: "l'étal de tomates 🍅 番茄 anticonstitutionnellement ", count: 20)
    for width in 2...40 {
      let lines = TerminalText.wrapped(text, to: width)
      #expect(lines.allSatisfy { TerminalText.displayWidth($0) <= width })
      let letters = lines.joined().filter { $0 != " " }
      #expect(letters == text.filter { $0 != " " })
    }
  }
}
