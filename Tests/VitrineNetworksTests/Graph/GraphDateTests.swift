import Testing
import VitrineCore

@testable import VitrineNetworks

struct GraphDateTests {
  @Test(arguments: [
    ("2019-05-17T16:24:04+0000", "2019-05-17T16:24:04.000Z"),
    ("2026-11-21T01:30:00+0100", "2026-11-21T00:30:00.000Z"),
    ("2026-11-21T01:30:00-0930", "2026-11-21T11:00:00.000Z"),
  ])
  func `an instant of Graph is read`(_ text: String, _ expected: String) {
    #expect(GraphDate.read(text)?.description == expected)
  }

  @Test(arguments: [
    "", "2019-05-17T16:24:04Z", "2019-05-17T16:24:04.000Z", "2019-05-17T16:24:04+00:00",
    "2019-05-17 16:24:04+0000", "2019-02-30T16:24:04+0000", "2019-05-17T24:00:00+0000",
    "2019-05-17T16:24:04+9900", "2019-05-17t16:24:04+0000", "٢٠19-05-17T16:24:04+0000",
    "1558110244",
  ])
  func `another way to write it is not guessed at`(_ text: String) {
    #expect(GraphDate.read(text) == nil)
  }

  @Test func `whole seconds enclose the span`() {
    let instant = Timestamp(clamping: 1_500)
    #expect(GraphDate.seconds(before: instant) == 1)
    #expect(GraphDate.seconds(after: instant) == 2)
    #expect(GraphDate.seconds(after: Timestamp(clamping: 2_000)) == 2)
  }
}
