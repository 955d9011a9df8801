import Testing
import VitrineContent
import VitrineCore
import VitrineTestSupport

struct HoursFileTests {
  private func parse(_ text: String) throws -> [HoursException] {
    try HoursFile.parse(Array(text.utf8), file: "h.yaml")
  }

  private func lines(_ text: String) -> [String] { fault { _ = try parse(text) }?.lines() ?? [] }

  @Test func `the file of the page is read`() throws {
    let lines = try parse(try Pages.block("hours", in: "docs/calendar.md").joined(separator: "\n"))
    #expect(lines.map(\.from.description) == ["2026-12-13", "2027-01-25"])
    #expect(lines.map(\.until.description) == ["2026-12-20", "2027-01-25"])
    #expect(lines.map(\.weekdays) == [[.sunday], nil])
    #expect(lines.map(\.stores.canonical) == ["format:hypermarket", "store:FR-0042"])
    #expect(lines.map { $0.spans.flatMap { [$0.opens, $0.closes] } } == [[540, 1080], []])
    #expect(lines.map(\.reason) == ["Dimanches de décembre", "Inventaire"])
  }

  @Test func `a workspace without the file has no exceptions, one with it has its own`() throws {
    let folder = try Folder()
    let workspace = Workspace(folder: folder.url)
    #expect(try HoursFile.load(workspace) == [])
    try folder.write(
      "hours: [{from: 2027-01-25, open: off, reason: Inventaire}]", to: HoursFile.path)
    #expect(try HoursFile.load(workspace).map(\.reason) == ["Inventaire"])
    #expect(try HoursFile.load(workspace).map(\.stores) == [.all])
  }

  @Test func `times in two parts stand in quotes or below their key`() throws {
    let lines = try parse(
      """
      hours:
        - {from: 2027-01-25, open: "09:00-12:30,14:00-19:00", reason: a}
        - from: 2027-01-25
          open: 09:00-12:30,14:00-19:00
          reason: a
      """)
    #expect(lines.map { $0.spans.map(\.opens) } == [[540, 840], [540, 840]])
  }

  @Test func `everything that is wrong is said at once`() {
    let text = """
      hours:
        - {from: 2026-12-32, until: 20/12/2026, open: off, reason: a}
        - {form: 2026-12-13, open: 9h-18h, reason: a}
        - {from: 2026-12-13, until: 2026-12-12, open: closed, reason: a}
        - {from: 2026-12-13, until: 2027-12-14, open: off, reason: a}
        - {from: 2026-12-13, open: 09:00-12:30,14:00-19:00, reason: un, deux}
        - {from: 2026-12-13, weekdays: [Di, Su, PH, x], open: off, reason: ""}
        - {from: 2026-12-13, until: 2026-12-16, weekdays: [Fr, Sa], open: off, reason: a}
        - {from: 2026-12-13, weekdays: Su, open: "09:00-12:00, 11:00-13:00", reason: a}
        - {from: 2026-12-13, stores: "region:Bretagne & & all", open: Su 09:00-12:00, reason: a}
        - {from: 2026-12-13, stores: [FR-0001], open: , reason: a}
        - {from: 2026-12-13}
      """
    #expect(
      lines(text) == [
        "h.yaml:2:12: error: 'hours.from' must be a date such as 2026-11-22, not '2026-12-32'"
          + " [yaml.type]",
        "h.yaml:2:31: error: 'hours.until' must be a date such as 2026-11-22, not '20/12/2026'"
          + " [yaml.type]",
        "h.yaml:3:5: error: 'hours.from' is missing [yaml.missing]",
        "h.yaml:3:6: error: the key 'form' is not known; did you mean 'from'? [yaml.unknown-key]",
        "h.yaml:3:30: error: '9h-18h' is no time of opening; 08:30-21:00 or off is expected"
          + " [days.open]",
        "h.yaml:4:31: error: the last day, 2026-12-12, comes before the first, 2026-12-13"
          + " [days.order]",
        "h.yaml:5:31: error: from 2026-12-13 to 2027-12-14 there are 367 days, and a line may reach"
          + " over 366 [days.long]",
        "h.yaml:6:42: error: '14:00-19:00' stands behind a comma, and there 'open' has ended"
          + " [days.comma]",
        "h.yaml:6:67: error: 'deux' stands behind a comma, and there 'reason' has ended"
          + " [days.comma]",
        "h.yaml:7:35: error: 'Di' is no day of the week [days.weekday]",
        "h.yaml:7:43: error: 'PH' is no day of the week [days.weekday]",
        "h.yaml:7:47: error: 'x' is no day of the week [days.weekday]",
        "h.yaml:7:70: error: 'hours.reason' is empty [yaml.empty]",
        "h.yaml:8:53: error: no Fr, Sa lies between 2026-12-13 and 2026-12-16, so this line would"
          + " never hold [days.never]",
        "h.yaml:9:34: error: 'hours.weekdays' must be a list, not 'Su' [yaml.type]",
        "h.yaml:9:57: error: '11:00-13:00' begins before the time before it ends [days.open]",
        "h.yaml:10:51: error: a term such as region:Bretagne is expected here [days.selector]",
        "h.yaml:10:65: error: 'Su 09:00-12:00' is no time of opening; 08:30-21:00 or off is"
          + " expected [days.open]",
        "h.yaml:11:32: error: 'hours.stores' must be a text, not '[…]' [yaml.type]",
        "h.yaml:11:49: error: 'hours.open' is empty [yaml.empty]",
        "h.yaml:12:5: error: 'hours.open' is missing [yaml.missing]",
        "h.yaml:12:5: error: 'hours.reason' is missing [yaml.missing]",
      ])
  }

  @Test func `a year and a day is one day too many, a leap year is not`() throws {
    let year = "hours: [{from: 2028-01-01, until: 2028-12-31, open: off, reason: a}]"
    #expect(try parse(year).map(\.length) == [366])
    #expect(lines(year.replacing("2028-12-31", with: "2029-01-01")).count == 1)
  }

  @Test func `a day in French is a day to suggest`() {
    let text = "hours: [{from: 2027-01-03, weekdays: [dimanche, Ma], open: off, reason: a}]"
    let found = fault { _ = try parse(text) }?.findings.map { $0.fix?.text(in: .en) }
    #expect(found == ["did you mean 'Su'?", "did you mean 'Tu'?"])
  }

  @Test(arguments: [(5_000, []), (5_001, [5_002])])
  func `a file has 5,000 lines at most`(_ count: Int, _ places: [Int]) {
    let line = "  - {from: 2027-01-25, open: off, reason: a}\n"
    let text = "hours:\n" + String(repeating: line, count: count)
    let found = fault { _ = try parse(text) }?.findings ?? []
    #expect(found.map(\.line) == places)
    #expect(found.map(\.rule) == places.map { _ in "days.size" })
  }

  @Test func `a large file is refused before it is read`() throws {
    let limit = HoursFile.sizeLimit
    #expect(limit == 1_048_576)
    let text = "hours: [" + String(repeating: "[", count: limit)
    #expect(
      lines(text) == [
        "h.yaml:1:1: error: 'h.yaml' has 1,048,584 bytes, and 1,048,576 is the limit [days.size]"
      ])
    let folder = try Folder()
    try folder.write(text, to: HoursFile.path)
    let found = fault { _ = try HoursFile.load(Workspace(folder: folder.url)) }
    #expect(found?.code == .invalid)
    #expect(found?.message.code == "file.too-large")
  }

  @Test func `a file full of mistakes names a hundred and counts the rest`() {
    let line = "  - {from: tomorrow, open: off, reason: a}\n"
    let found = lines("hours:\n" + String(repeating: line, count: 300))
    #expect(found.count == 101)
    #expect(found.last?.contains("200 more findings") == true)
  }
}
