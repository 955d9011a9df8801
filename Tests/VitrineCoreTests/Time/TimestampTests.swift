import Testing
import VitrineCore
import VitrineTestSupport

struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-22T08:00:00.123Z", 1_795_334_400_123),
      ("2024-02-29T23:59:59Z", 1_709_251_199_000), ("2026-01-01T01:00:00+01:00", 1_767_225_600_000),
      ("2025-12-31T19:30:00.5-04:30", 1_767_225_600_500),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] as [(String, Int64)])
  func `an instant is read to the millisecond`(_ text: String, _ milliseconds: Int64) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
    "2026-01-01T10:00:00+99:99", "2026-01-01T10:00:00", "2026-01-01", "2026-1-1T00:00:00Z",
    "2026-01-01T00:00:00.Z", "2026-01-01 00:00:00Z", "٢٠٢٦-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z", "2026-01-01T00:00:00Z ", "",
  ])
  func `what does not exist is not guessed`(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `any instant reads back as it is written`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let value = Timestamp(
        clamping: Int64.random(in: 0...Timestamp.latest.milliseconds, using: &generator))
      #expect(Timestamp(value.description) == value)
    }
  }

  @Test(arguments: [Int64.max, .min, 0, 1])
  func `no sum overflows`(_ delta: Int64) {
    let late = Timestamp.latest
    #expect(late.advanced(byMilliseconds: delta) <= .latest)
    #expect(late.advanced(bySeconds: delta) <= .latest)
    #expect(Timestamp(clamping: 0).advanced(bySeconds: delta).milliseconds >= 0)
  }
}
