import Testing
import VitrineTestSupport

@testable import VitrineCore

struct DayTableTests {
  @Test func `no lines name no day`() {
    let table = DayTable([], stores: 3)
    #expect(table[0, 0] == nil)
    #expect(!table.names(0))
    #expect(DayTable([(days: [], stores: [0])], stores: 3)[0, 0] == nil)
  }

  @Test func `lines centuries apart take no more than their days`() {
    let lines = [(days: [0, 1], stores: [0]), (days: [2_932_896], stores: [1])]
    let table = DayTable(lines, stores: 2)
    #expect(table[1, 0] == 0)
    #expect(table[1, 1] == nil)
    #expect(table[2, 0] == nil)
    #expect(table[2_932_896, 1] == 1)
    #expect(table[2_932_897, 1] == nil)
    #expect(table[-1, 0] == nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the table says what a look through all lines says`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      let from = Int.random(in: -5...30, using: &random)
      let days = (from..<from + Int.random(in: 0...20, using: &random))
        .filter { _ in Bool.random(using: &random) }
      return (days: days, stores: (0..<7).filter { _ in Bool.random(using: &random) })
    }
    let table = DayTable(lines, stores: 7)
    for day in -10...60 {
      for store in 0..<7 {
        let expected = lines.lastIndex { $0.days.contains(day) && $0.stores.contains(store) }
        #expect(table[day, store] == expected, "day \(day), store \(store)")
      }
    }
  }
}
