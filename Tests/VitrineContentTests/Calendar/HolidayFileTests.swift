import Testing
import VitrineContent
import VitrineCore
import VitrineTestSupport

struct HolidayFileTests {
  private func lines(_ text: String, _ language: Language = .en) -> [String] {
    fault { _ = try HolidayFile.parse(Array(text.utf8), file: "h.yaml") }?.lines(language) ?? []
  }

  /// The findings of lines below `days:`, the first of which is line 5.
  private func lines(days: String) -> [String] {
    lines("holidays:\n  checkedOn: 2026-11-26\n  owner: ops\n  days:\n" + days)
  }

  @Test func `the file of the page is read`() throws {
    let text = try Pages.block("holidays", in: "docs/calendar.md").joined(separator: "\n")
    let calendar = try HolidayFile.parse(Array(text.utf8))
    #expect(calendar.checkedOn?.description == "2026-11-26")
    #expect(calendar.owner == "operations")
    #expect(
      calendar.days.map { "\($0.date) \($0.name) \($0.stores) \($0.isClosed)" } == [
        "2027-05-01 Fête du Travail all true",
        "2027-05-27 Abolition de l'esclavage department:971 false",
        "2027-03-26 Vendredi saint store:FR-0744 | store:FR-0745 false",
      ])
  }

  @Test func `a workspace without the file has no holidays, one with it has its own`() throws {
    let folder = try Folder()
    let workspace = Workspace(folder: folder.url)
    #expect(try HolidayFile.load(workspace) == .empty)
    try folder.write(
      "holidays: {checkedOn: 2026-11-26, owner: ops, days: [{date: 2027-01-01, name: An}]}",
      to: HolidayFile.path)
    #expect(try HolidayFile.load(workspace).days.map(\.name) == ["An"])
    try folder.write("holidays: 3", to: HolidayFile.path)
    let found = fault { _ = try HolidayFile.load(workspace) }
    #expect(found?.code == .invalid)
    #expect(
      found?.lines() == [
        "calendars/holidays.yaml:1:11: error: 'holidays' must be a group of keys, not '3'"
          + " [yaml.type]"
      ])
  }

  @Test func `a day knows where its selector stands`() throws {
    let text = """
      holidays:
        checkedOn: 2026-11-26
        owner: ops
        days:
          - {date: 2027-01-01, name: An}
          - {date: 2027-01-02, name: Deux, stores: region:Bretagne}
          - date: 2027-01-03
            name: Trois
            stores: "  region:Bretagne"
      """
    let places = try HolidayFile.parse(Array(text.utf8)).days.map(\.place)
    #expect(places.map { [$0?.line, $0?.column] } == [[5, 7], [6, 46], [9, 18]])
  }

  @Test func `everything that is wrong is said at once`() {
    let text = """
      holidays:
        checked: 2026-11-26
        owner: ""
        days:
          - {date: 2027-02-29, name: An}
          - {date: 2027-01-01T00:00:00Z, nmae: An, closed: yes}
          - {date: 1er mai, name: Fête du Travail, stores: region=Bretagne}
          - {date: 2027-5-1, name: Fête, locale, stores: "all & "}
          - 2027-05-01
      others: 1
      """
    #expect(
      lines(text) == [
        "h.yaml:2:3: error: the key 'checked' is not known; did you mean 'checkedOn'?"
          + " [yaml.unknown-key]",
        "h.yaml:2:3: error: 'holidays.checkedOn' is missing [yaml.missing]",
        "h.yaml:3:10: error: 'holidays.owner' is empty [yaml.empty]",
        "h.yaml:5:14: error: 'holidays.days.date' must be a date such as 2026-11-22, not"
          + " '2027-02-29' [yaml.type]",
        "h.yaml:6:7: error: 'holidays.days.name' is missing [yaml.missing]",
        "h.yaml:6:14: error: 'holidays.days.date' must be a date such as 2026-11-22, not"
          + " '2027-01-01T00:00:00Z' [yaml.type]",
        "h.yaml:6:36: error: the key 'nmae' is not known; did you mean 'name'? [yaml.unknown-key]",
        "h.yaml:6:54: error: 'holidays.days.closed' must be true or false, not 'yes' [yaml.type]",
        "h.yaml:7:14: error: 'holidays.days.date' must be a date such as 2026-11-22, not"
          + " '1er mai' [yaml.type]",
        "h.yaml:7:60: error: '=' cannot stand in a selector; a colon is expected [days.selector]",
        "h.yaml:8:14: error: 'holidays.days.date' must be a date such as 2026-11-22, not"
          + " '2027-5-1' [yaml.type]",
        "h.yaml:8:36: error: 'locale' stands behind a comma, and there 'name' has ended"
          + " [days.comma]",
        "h.yaml:8:58: error: the selector breaks off; a term such as region:Bretagne is expected"
          + " [days.selector]",
        "h.yaml:9:7: error: 'holidays.days' must be a group of keys, not '2027-05-01' [yaml.type]",
        "h.yaml:10:1: error: the key 'others' is not known; known here: holidays"
          + " [yaml.unknown-key]",
      ])
  }

  @Test func `a day stands once with the same name and stores`() {
    let text = """
          - {date: 2027-05-01, name: Fête du Travail, closed: true}
          - {date: 2027-05-01, name: Fête du Travail, stores: department:971}
          - {date: 2027-05-01, name: Premier mai}
          - {date: 2027-05-01, name: Fête du Travail, stores: all}
          - {date: 2027-05-01, name: Fête du Travail, stores: "department:971 "}
      """
    #expect(
      lines(days: text) == [
        "h.yaml:8:7: error: 2027-05-01, 'Fête du Travail', stands already on line 5 for the same"
          + " stores [days.twice]",
        "h.yaml:9:7: error: 2027-05-01, 'Fête du Travail', stands already on line 6 for the same"
          + " stores [days.twice]",
      ])
  }

  @Test(arguments: [
    ("", "h.yaml:1:1: error: 'holidays' is missing [yaml.missing]"),
    ("# nothing\n", "h.yaml:1:1: error: 'holidays' is missing [yaml.missing]"),
    ("holidays:\n", "h.yaml:1:10: error: 'holidays' is empty [yaml.empty]"),
    ("hours: 1\n", "h.yaml:1:1: error: 'holidays' is missing [yaml.missing]"),
    ("a: &b 1\n", "h.yaml:1:4: error: anchors, aliases and merge keys"),
  ])
  func `a file without holidays is refused`(_ text: String, _ expected: String) {
    #expect(lines(text).contains { $0.hasPrefix(expected) }, "\(lines(text))")
  }

  @Test func `a finding can be read in French, with what to write`() throws {
    let text = """
      holidays:
        checkedOn: 2026-11-26
        owner: ops
        days: [{date: 2027-05-01, name: Fête, locale}]
      """
    let found = fault { _ = try HolidayFile.parse(Array(text.utf8), file: "h.yaml") }
    #expect(
      found?.findings.map { [$0.message, $0.fix].map { $0?.text(in: .fr) } } == [
        [
          "«\u{A0}locale\u{A0}» vient après une virgule, et «\u{A0}name\u{A0}» s'arrête là",
          "si cela fait partie de «\u{A0}name\u{A0}», mettez entre guillemets toute la valeur de"
            + " «\u{A0}name\u{A0}»",
        ]
      ])
  }
}
