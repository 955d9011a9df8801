import Testing
import VitrineCore

/// Places in time around the day J.
struct CalendarOffsetTests {
  @Test(arguments: [
    ("J", "2027-03-10T18:30"), ("J-7", "2027-03-03T18:30"), ("J-7 09:00", "2027-03-03T09:00"),
    ("J+1 00:00", "2027-03-11T00:00"), ("J 09:00", "2027-03-10T09:00"), ("H-2", "2027-03-10T16:30"),
    ("H+6", "2027-03-11T00:30"), ("M+45", "2027-03-10T19:15"), ("M-1111", "2027-03-09T23:59"),
  ])
  func `a place is counted from the anchor`(_ text: String, _ expected: String) throws {
    let offset = try #require(CalendarOffset(text))
    let anchor = try #require(LocalTime("2027-03-10T18:30"))
    #expect(offset.applied(to: anchor)?.description == expected)
    #expect(CalendarOffset(offset.description)?.applied(to: anchor) == offset.applied(to: anchor))
  }

  @Test(arguments: [
    "", "j-7", "J-", "J7", "J-7 9:00", "J-7 24:00", "J-7  09:00", "J-367", "J-٣", "H", "H-2 09:00",
    "M", "J-7 09:00 ", "J--7", "H+99999", "D-7",
  ])
  func `anything else is no place`(_ text: String) { #expect(CalendarOffset(text) == nil) }

  @Test func `before 1970 and behind 9999 there is nothing`() throws {
    let first = try #require(LocalTime("1970-01-01T00:00"))
    let last = try #require(LocalTime("9999-12-31T23:59"))
    #expect(CalendarOffset("M-1")?.applied(to: first) == nil)
    #expect(CalendarOffset("M+1")?.applied(to: last) == nil)
  }
}
