import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineService

/// The hour that a post gets on one page, without a database.
struct PagePressureTests {
  private static func at(_ minutes: Int64) -> Timestamp {
    Timestamp(clamping: 1_800_000_000_000 + minutes * 60_000)
  }

  private static func rules(_ quiet: Int, _ perDay: Int) -> DeskRules {
    DeskRules(
      approvals: 2, urgentApprovals: 1, milliPostsPerSecond: nil, canary: 0, quietMinutes: quiet,
      postsPerDay: perDay, limits: NetworkLimits([:]))
  }

  @Test(arguments: [
    (-61, nil), (-60, nil), (-59, 60), (0, 60), (59, 60), (60, nil), (100, 220), (120, 220),
    (160, 220), (219, 220), (220, nil),
  ])
  func `quiet times are open at both ends, and grow together where they overlap`(
    _ minute: Int64, _ end: Int64?
  ) {
    let times = QuietTimes(around: [160, 0, 120].map { Self.at($0) }, minutes: 60)
    #expect(times.end(at: Self.at(minute)) == end.map { Self.at($0) })
  }

  @Test func `without minutes nothing is quiet, and without a limit no day is full`() {
    let page = PagePressure(
      mandatory: [Self.at(0)], routine: (0..<40).map { Self.at($0) }, Self.rules(0, 0),
      zone: "Europe/Paris")
    #expect(page.place(for: Self.at(0))?.at == Self.at(0))
  }

  /// However a page is filled, a post keeps its hour or gets a later one that is neither quiet nor too many.
  @Test(arguments: 0..<300)
  func `a place is never quiet, never too many, never earlier`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func draw(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &generator) }
    let quiet = Int(draw(0...300))
    let perDay = Int(draw(0...4))
    let zone = ["Europe/Paris", "America/Cayenne", "Pacific/Noumea"][Int(draw(0...2))]
    let messages = (0..<draw(0...12)).map { _ in Self.at(draw(0...20_000)) }
    var page = PagePressure(
      mandatory: messages, routine: [], Self.rules(quiet, perDay), zone: zone)
    var taken: [Timestamp] = []
    for _ in 0..<40 {
      let wish = Self.at(draw(0...20_000))
      guard let place = page.place(for: wish) else { continue }
      #expect(place.at >= wish)
      #expect((place.because == nil) == (place.at == wish))
      for message in messages {
        #expect(abs(place.at.milliseconds(since: message)) >= Int64(quiet) * 60_000)
      }
      page.take(place.at)
      taken.append(place.at)
    }
    guard perDay > 0 else { return }
    let days = Dictionary(grouping: taken) { LocalMoment($0, in: zone).date }
    #expect(days.values.allSatisfy { $0.count <= perDay })
  }
}
