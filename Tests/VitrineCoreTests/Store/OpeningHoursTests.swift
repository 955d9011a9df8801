import Testing

@testable import VitrineCore

struct OpeningHoursTests {
  @Test(arguments: [
    ("Mo-Sa 08:30-21:00; Su 09:00-12:30", "Mo-Sa 08:30-21:00; Su 09:00-12:30"),
    ("Mo-Sa  08:30-21:00;Su 09:00-12:30;", "Mo-Sa 08:30-21:00; Su 09:00-12:30"),
    ("Mo, We 08:30-12:30, 14:00-19:00", "Mo,We 08:30-12:30,14:00-19:00"),
    ("24/7", "24/7"), ("Mo-Su 08:00-20:00; PH off", "Mo-Su 08:00-20:00; PH off"),
    ("Fr 18:00-02:00", "Fr 18:00-02:00"), ("Mo 00:00-24:00", "Mo 00:00-24:00"),
  ])
  func `hours are read and put in order`(_ text: String, _ shown: String) throws {
    let hours = try OpeningHours.parse(text)
    #expect(hours.description == shown)
    #expect(try OpeningHours.parse(shown) == hours)
  }

  @Test func `the times of a day are known, a closed day from an unknown one`() throws {
    let hours = try OpeningHours.parse("Sa-Mo 08:00-12:00,14:00-01:00; Su off; PH closed")
    #expect(hours.spans(on: .saturday)?.map(\.opens) == [480, 840])
    #expect(hours.spans(on: .saturday)?.map(\.closes) == [720, 1500])
    #expect(hours.spans(on: .monday)?.count == 2)
    #expect(hours.spans(on: .sunday) == [])
    #expect(hours.spans(on: .publicHoliday) == [])
    #expect(hours.spans(on: .tuesday) == nil)
  }

  @Test(arguments: [
    ("", "hours.rule", 1), (";", "hours.rule", 1), ("Mo", "hours.rule", 1),
    ("08:30-21:00", "hours.rule", 1), ("Lu 08:30-21:00", "hours.day", 1),
    ("Mo-Sa 08:30-21:00; Di 09:00-12:30", "hours.day", 20),
    ("Mo-We-Fr 08:00-09:00", "hours.day", 1),
    ("PH-Mo 08:00-09:00", "hours.day", 1), ("Mo 8:30-21:00", "hours.time", 4),
    ("Mo 08:30", "hours.time", 4), ("Mo 08:30-21:60", "hours.time", 4),
    ("Mo 25:00-26:00", "hours.time", 4), ("Mo 08:30-27:00", "hours.time", 4),
    ("Mo 08:00-12:00,11:00-13:00", "hours.overlap", 16), ("mo 08:00-12:00", "hours.day", 1),
    ("Mo ０８:00-12:00", "hours.time", 4), ("Mo 08:00-12:00;; Tu off", "hours.rule", 16),
  ])
  func `what is not understood is named with its column`(
    _ text: String, _ code: String, _ column: Int
  ) {
    let error = #expect(throws: OpeningHoursError.self) { try OpeningHours.parse(text) }
    #expect(error?.message.code == code)
    #expect(error?.column == column)
  }
}
