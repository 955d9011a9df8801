import Testing
import VitrineCore

@testable import VitrineCommands

/// A month as people see it in their terminal.
struct MonthViewTests {
  private func view(
    width: Int?, language: Language = .en, hasColor: Bool = false, title: String = "Cheese"
  ) -> MonthView {
    func item(_ day: Int, _ time: String, _ title: String, _ kind: MonthView.Item.Kind)
      -> MonthView.Item
    {
      MonthView.Item(
        date: CivilDate(year: 2031, month: 2, day: day) ?? .first, time: time, title: title,
        kind: kind, state: day == 3 ? "scheduled" : nil)
    }
    return MonthView(
      year: 2031, month: 2,
      items: [
        item(3, "18:00", "Late", .optional), item(3, "09:00", title, .standard),
        item(14, "08:00", "Recall", .mandatory), item(28, "10:00", "E-mail", .task),
      ] + (1...6).map { item(20, "1\($0):00", "Post \($0)", .standard) },
      holidays: [CivilDate(year: 2031, month: 2, day: 17) ?? .first: "Holiday"],
      today: CivilDate(year: 2031, month: 2, day: 5), width: width, language: language,
      hasColor: hasColor)
  }

  @Test func `a terminal shows seven columns from Monday, and says where there is more`() {
    #expect(
      view(width: 78).lines().joined(separator: "\n") == """
        February 2031
        ┌──────────┬──────────┬──────────┬──────────┬──────────┬──────────┬──────────┐
        │Mon       │Tue       │Wed       │Thu       │Fri       │Sat       │Sun       │
        ├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
        │          │          │          │          │          │ 1        │ 2        │
        │          │          │          │          │          │          │          │
        ├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
        │ 3        │ 4        │[5]       │ 6        │ 7        │ 8        │ 9        │
        │•09:00 Ch…│          │          │          │          │          │          │
        │○18:00 La…│          │          │          │          │          │          │
        ├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
        │ 10       │ 11       │ 12       │ 13       │ 14       │ 15       │ 16       │
        │          │          │          │          │!08:00 Re…│          │          │
        ├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
        │ 17 Holid…│ 18       │ 19       │ 20       │ 21       │ 22       │ 23       │
        │          │          │          │•11:00 Po…│          │          │          │
        │          │          │          │•12:00 Po…│          │          │          │
        │          │          │          │•13:00 Po…│          │          │          │
        │          │          │          │•14:00 Po…│          │          │          │
        │          │          │          │ +2       │          │          │          │
        ├──────────┼──────────┼──────────┼──────────┼──────────┼──────────┼──────────┤
        │ 24       │ 25       │ 26       │ 27       │ 28       │          │          │
        │          │          │          │          │–10:00 E-…│          │          │
        └──────────┴──────────┴──────────┴──────────┴──────────┴──────────┴──────────┘
        ! mandatory   • goes out   ○ suggestion   – task
        """)
  }

  @Test func `a file, and a terminal without room, get a list`() {
    let list = view(width: nil).lines()
    #expect(list == view(width: 77).lines())
    #expect(
      list.prefix(6).joined(separator: "\n") == """
        February 2031
        Monday 3
          • 09:00  Cheese (scheduled)
          ○ 18:00  Late (scheduled)
        Friday 14
          ! 08:00  Recall
        """)
    #expect(view(width: nil, language: .fr).lines()[1] == "lundi 3")
  }

  @Test(arguments: [40, 78, 120, 300])
  func `no title moves the boxes or controls the terminal`(_ width: Int) {
    let title = "\u{1B}[2J\u{202E}日本語のチーズ👨‍👩‍👧‍👦\nx"
    for hasColor in [false, true] {
      let lines = view(width: width, hasColor: hasColor, title: title).lines()
      let plain = lines.map { line in
        [
          "\u{1B}[1m", "\u{1B}[2m", "\u{1B}[7m", "\u{1B}[0m", "\u{1B}[1;31m", "\u{1B}[32m",
          "\u{1B}[36m",
        ]
        .reduce(line) { $0.replacing($1, with: "") }
      }
      for line in plain {
        #expect(!line.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\n" })
      }
      guard width >= 78 else { continue }
      #expect(Set(plain.dropFirst().dropLast().map(TerminalText.displayWidth)).count == 1)
    }
  }
}
