import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// The posts of a broadcast stand at the top of their pages until a date.
@Suite(.temporaryFolder)
struct PinTests {
  private func hour(_ desk: PageDesk) -> Timestamp {
    desk.clock.source.now().advanced(bySeconds: 3_600)
  }

  private func pins(_ desk: PageDesk, _ isPinned: Bool) -> Int {
    desk.network.calls.count { step in
      if case .pin(_, let wanted) = step { wanted == isPinned } else { false }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `posts are pinned once they are public, and taken off when their time is over`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    let id = try await desk.launched("Rappel", pinUntil: hour(desk))
    #expect(try await desk.deliver(id) == .done)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .finished)
    #expect(status.pages.map(\.isPinned) == [true, true])
    for page in 1...2 {
      #expect(desk.network.pinned(page) == Set(desk.network.visible(page).map(\.id)))
      #expect(desk.network.pinned(page).count == 1)
    }
    // A worker finds them although the broadcast is over, and asks once for each.
    desk.clock.advance(seconds: 3_600)
    try await desk.deliver()
    try await desk.deliver()
    #expect(desk.network.pinned(1).isEmpty && desk.network.pinned(2).isEmpty)
    let after = try await desk.status(id)
    #expect(after.pages.map(\.isPinned) == [false, false])
    #expect(after.pages.map(\.pin?.state) == [.ended, .ended])
    #expect(after.counts[.published] == 2)
    #expect(after.broadcast.state == .finished)
    #expect(pins(desk, true) == 2 && pins(desk, false) == 2)
  }

  @Test func `a broadcast that was put away is taken off as well`() async throws {
    let desk = try await PageDesk.make(1)
    let id = try await desk.launched("Rappel", pinUntil: hour(desk))
    try await desk.deliver(id)
    _ = try await desk.door.perform(CloseBroadcast(id: id), as: desk.broadcaster)
    desk.clock.advance(seconds: 3_600)
    try await desk.deliver()
    #expect(desk.network.pinned(1).isEmpty)
    #expect(try await desk.status(id).broadcast.state == .closed)
  }

  @Test func `nothing is asked where no pin is wanted, or the network has none`() async throws {
    for (canPin, isWanted) in [(true, false), (false, true)] {
      let desk = try await PageDesk.make(1, canPin: canPin)
      let id = try await desk.launched("Rappel", pinUntil: isWanted ? hour(desk) : nil)
      try await desk.deliver(id)
      let status = try await desk.status(id)
      #expect(status.counts[.published] == 1)
      #expect(status.pages[0].pin == nil && status.pages[0].isPinned == nil)
      #expect(pins(desk, true) == 0)
    }
  }

  @Test func `what was taken down is not taken off its page`() async throws {
    let desk = try await PageDesk.make(2)
    let id = try await desk.launched("Rappel", pinUntil: hour(desk))
    try await desk.deliver(id)
    try await desk.takeDown(try await desk.status(id).pages[0].post)
    try await desk.deliver()
    #expect(try await desk.status(id).pages.map(\.isPinned) == [false, true])
    desk.clock.advance(seconds: 3_600)
    try await desk.deliver()
    #expect(pins(desk, false) == 1)
    #expect(try await desk.status(id).counts[.takenDown] == 1)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a pin without an answer is tried again, and the broadcast does not wait for it`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(1, driver)
    let lost = NetworkAnswer.Outcome.unknown(NetworkFailure(kind: .temporary, detail: "lost"))
    desk.network.change(1) { $0.pinFailures = [lost, lost] }
    let id = try await desk.launched("Rappel", pinUntil: hour(desk))
    try await desk.deliver(id)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .finished)
    #expect(status.pages[0].pin?.state == .pinning)
    #expect(status.pages[0].isPinned == nil)
    for _ in 0..<2 {
      desk.clock.advance(seconds: 10)
      try await desk.deliver()
    }
    #expect(pins(desk, true) == 3)
    #expect(desk.network.pinned(1).count == 1)
    let pin = try #require(try await desk.status(id).pages[0].pin)
    #expect(pin.state == .pinned && pin.attempts == 0)
  }

  @Test func `a network that says no to a pin has the message all the same`() async throws {
    let desk = try await PageDesk.make(1)
    desk.network.change(1) {
      $0.pinFailures = [.refused(NetworkFailure(kind: .permission, code: 200, detail: "no"))]
    }
    let id = try await desk.launched("Rappel", pinUntil: hour(desk))
    try await desk.deliver(id)
    // The page itself is not to blame, and nothing is left to take off.
    let other = try await desk.launched("Autre rappel")
    try await desk.deliver(other)
    #expect(desk.network.visible(1).count == 2)
    desk.clock.advance(seconds: 7_200)
    try await desk.deliver()
    let page = try await desk.status(id).pages[0]
    #expect(page.state == .published && page.trouble == nil)
    #expect(page.pin?.state == .refused && page.isPinned == false)
    #expect(pins(desk, true) == 1 && pins(desk, false) == 0)
  }

  @Test func `an approval binds the pin, which must outlast the release`() async throws {
    let desk = try await PageDesk.make(1)
    let source = MessageSource(title: "T", body: SourceText("Rappel", line: 1))
    let targets = BroadcastTargets(selector: try Selector.parse("all"), description: "all")
    func create(_ end: Timestamp?) async throws -> CreateBroadcast.Output {
      try await desk.door.perform(
        CreateBroadcast(
          source: source, targets: targets, networks: [], at: nil, from: nil, until: nil,
          pinUntil: end, plannedDigest: nil), as: desk.editor)
    }
    let plain = try await create(nil)
    let pinned = try await create(hour(desk))
    #expect(plain.digest != pinned.digest)
    let past = await fault { try await create(desk.clock.source.now()) }
    #expect(past?.message.code == "broadcast.pinEnds")
    _ = try await desk.door.perform(
      EditBroadcast(id: pinned.id, pin: .never), as: desk.editor)
    let edited = try await desk.status(pinned.id)
    #expect(edited.broadcast.digest == plain.digest)
    #expect(edited.pages[0].pin == nil)
    let plan = try await PlanBroadcast(
      source: source, targets: targets, networks: [], at: nil, pinUntil: hour(desk)
    ).run(desk.door, as: desk.editor)
    #expect(plan.pinnable == 1)
  }
}
