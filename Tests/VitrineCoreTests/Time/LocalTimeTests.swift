import Testing
import VitrineCore

/// Local hours become instants, or an error; never a guess.
struct LocalTimeTests {
  @Test(arguments: [
    ("2026-11-27T09:00", "Europe/Paris", "2026-11-27T08:00:00.000Z"),
    ("2026-07-01T09:00", "Europe/Paris", "2026-07-01T07:00:00.000Z"),
    ("2026-11-27T09:00", "Indian/Reunion", "2026-11-27T05:00:00.000Z"),
    ("2026-11-27T09:00", "America/Martinique", "2026-11-27T13:00:00.000Z"),
    ("2026-11-27T09:00", "America/Miquelon", "2026-11-27T12:00:00.000Z"),
    ("2026-03-29T03:00", "Europe/Paris", "2026-03-29T01:00:00.000Z"),
  ])
  func `nine o'clock is nine o'clock in each store`(
    _ text: String, _ zone: String, _ instant: String
  ) throws {
    let local = try #require(LocalTime(text))
    #expect(try local.instant(in: zone).description == instant)
    #expect(local.description == text)
  }

  @Test(arguments: [
    ("2026-03-29T02:30", "Europe/Paris", "time.gap"),
    ("2026-10-25T02:30", "Europe/Paris", "time.fold"),
    ("2026-03-08T02:30", "America/Miquelon", "time.gap"),
    ("2026-11-01T01:30", "America/Miquelon", "time.fold"),
    ("2026-01-01T00:00", "Europe/Lutece", "time.zone"),
  ])
  func `an hour that is skipped or shown twice is refused`(
    _ text: String, _ zone: String, _ code: String
  ) throws {
    let local = try #require(LocalTime(text))
    let fault = #expect(throws: Fault.self) { try local.instant(in: zone) }
    #expect(fault?.message.code == code)
  }

  @Test(arguments: ["2026-02-30T09:00", "2026-11-27", "2026-11-27T24:00", "2026-11-27T09:00Z", ""])
  func `a local time that does not exist is not read`(_ text: String) {
    #expect(LocalTime(text) == nil)
  }

  @Test(arguments: ["instant:2026-11-27T08:00:00.000Z", "local:2026-11-27T09:00"])
  func `a release time says which of the two it is`(_ text: String) {
    #expect(ReleaseTime(text)?.description == text)
  }

  @Test(arguments: ["2026-11-27T09:00", "local:2026-11-27T09:00Z", "instant:2026-11-27T09:00"])
  func `a release time without its word is refused`(_ text: String) {
    #expect(ReleaseTime(text) == nil)
  }
}
