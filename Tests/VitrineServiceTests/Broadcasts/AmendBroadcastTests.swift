import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A wrong phone number is noticed when the message is on the pages already.
@Suite(.temporaryFolder)
struct AmendBroadcastTests {
  private func source(_ text: String, link: String? = nil) -> MessageSource {
    MessageSource(title: "T", link: link, body: SourceText(text, line: 1))
  }

  @discardableResult
  private func amend(
    _ id: BroadcastID, _ text: String, on desk: PageDesk
  ) async throws -> AmendBroadcast.Output {
    try await desk.door.perform(
      AmendBroadcast(id: id, source: source(text), reason: "wrong number"), as: desk.editor)
  }

  private func launch(_ id: BroadcastID, on desk: PageDesk) async throws {
    _ = try await desk.door.perform(
      ApproveBroadcast(id: id, digest: nil), as: desk.approvers[0])
    _ = try await desk.door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: false), as: desk.broadcaster)
  }

  private func texts(_ desk: PageDesk, _ count: Int) -> [[String?]] {
    (1...count).map { desk.network.visible($0).map(\.text) }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `public posts are edited under their ids, and no page gets a second one`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(4, driver)
    let id = try await desk.launched("Call 01")
    try await desk.deliver(id)
    let before = (1...4).map { desk.network.visible($0).map(\.id) }
    let amended = try await amend(id, "Call 02", on: desk)
    #expect(amended.pages == 4 && amended.shown == 4)
    #expect(amended.step.state == .submitted)
    #expect(amended.step.revision == 2)
    try await desk.deliver()
    #expect(texts(desk, 4) == Array(repeating: ["Call 01"], count: 4), "changed unapproved")
    try await launch(id, on: desk)
    try await desk.deliver(id)
    #expect(texts(desk, 4) == Array(repeating: ["Call 02"], count: 4))
    #expect((1...4).map { desk.network.visible($0).map(\.id) } == before)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .finished)
    #expect(status.counts[.published] == 4)
  }

  @Test func `drafts are made anew before their hour`() async throws {
    let desk = try await PageDesk.make(3)
    let hour = desk.clock.source.now().advanced(bySeconds: 600)
    let id = try await desk.launched("Call 01", at: .instant(hour))
    try await desk.deliver(id)
    #expect((1...3).map { desk.network.drafts($0) } == [1, 1, 1])
    try await amend(id, "Call 02", on: desk)
    try await launch(id, on: desk)
    desk.clock.advance(seconds: 700)
    try await desk.deliver(id)
    #expect(texts(desk, 3) == Array(repeating: ["Call 02"], count: 3))
    #expect((1...3).map { desk.network.drafts($0) } == [0, 0, 0])
  }

  @Test func `where posts cannot be changed they are taken down and posted again`() async throws {
    let desk = try await PageDesk.make(2, canEdit: false)
    let id = try await desk.launched("Call 01")
    try await desk.deliver(id)
    let before = (1...2).flatMap { desk.network.visible($0).map(\.id) }
    try await amend(id, "Call 02", on: desk)
    try await launch(id, on: desk)
    try await desk.deliver(id)
    #expect(texts(desk, 2) == [["Call 02"], ["Call 02"]])
    let after = (1...2).flatMap { desk.network.visible($0).map(\.id) }
    #expect(Set(before).isDisjoint(with: after))
  }

  @Test func `the receipt says how long each page showed the earlier text`() async throws {
    let desk = try await PageDesk.make(2)
    let id = try await desk.launched("Call 01")
    try await desk.deliver(id)
    #expect(try await desk.status(id).pages.allSatisfy { $0.earlier == nil })
    desk.clock.advance(seconds: 300)
    try await amend(id, "Call 02", on: desk)
    try await launch(id, on: desk)
    let open = try await desk.status(id).pages.compactMap(\.earlier)
    #expect(open.map(\.isThere) == [true, true])
    try await desk.deliver(id)
    let pages = try await desk.status(id).pages.compactMap(\.earlier)
    #expect(pages.map(\.isThere) == [false, false])
    #expect(pages.allSatisfy { $0.seconds >= 300 && $0.seconds < 400 })
  }

  @Test func `a no drops the correction, and the broadcast is what it was`() async throws {
    let desk = try await PageDesk.make(2)
    let id = try await desk.launched("Call 01")
    try await desk.deliver(id)
    let before = try await desk.status(id).broadcast
    try await amend(id, "Call 02", on: desk)
    _ = try await desk.door.perform(
      RejectBroadcast(id: id, reason: "it was right"), as: desk.approvers[0])
    let after = try await desk.status(id).broadcast
    #expect(after.state == .finished)
    #expect(after.digest == before.digest && after.revision == before.revision)
    try await desk.deliver()
    #expect(texts(desk, 2) == [["Call 01"], ["Call 01"]])
    let again = try await amend(id, "Call 03", on: desk)
    #expect(again.step.revision == 3, "a revision number was used twice")
  }

  @Test func `a correction stops a message that is going out until it is launched`() async throws {
    let desk = try await PageDesk.make(2)
    let hour = desk.clock.source.now().advanced(bySeconds: 600)
    let id = try await desk.launched("Call 01", at: .instant(hour))
    try await desk.deliver(id)
    try await amend(id, "Call 02", on: desk)
    desk.clock.advance(seconds: 1_200)
    try await desk.deliver()
    #expect(texts(desk, 2) == [[], []])
    try await launch(id, on: desk)
    try await desk.deliver(id)
    #expect(texts(desk, 2) == [["Call 02"], ["Call 02"]])
  }

  @Test func `whoever wrote it does not approve it, and nobody edits around it`() async throws {
    let desk = try await PageDesk.make(1)
    let id = try await desk.launched("Call 01")
    try await desk.deliver(id)
    try await amend(id, "Call 02", on: desk)
    let own = await fault {
      try await desk.door.perform(ApproveBroadcast(id: id, digest: nil), as: desk.editor)
    }
    #expect(own?.code == .denied)
    let edit = await fault {
      try await desk.door.perform(
        EditBroadcast(id: id, source: source("Call 03")), as: desk.editor)
    }
    #expect(edit?.code == .denied)
    let early = await fault {
      try await desk.door.perform(
        LaunchBroadcast(id: id, canary: nil, acceptHeld: false), as: desk.broadcaster)
    }
    #expect(early?.code == .denied)
  }

  @Test func `a correction that changes nothing, or more than the text, is refused`() async throws {
    let desk = try await PageDesk.make(1)
    let id = try await desk.launched("Call 01")
    try await desk.deliver(id)
    let same = await fault { try await amend(id, "Call 01", on: desk) }
    #expect(same?.message.code == "broadcast.noChange")
    let link = await fault {
      try await desk.door.perform(
        AmendBroadcast(
          id: id, source: source("Call 02", link: "https://example.fr"), reason: "wrong"),
        as: desk.editor)
    }
    #expect(link?.message.code == "amend.onlyText")
    #expect(try await desk.status(id).broadcast.state == .finished)
  }

  @Test func `a cancel drops the correction, and what is public stays as it is`() async throws {
    let desk = try await PageDesk.make(1)
    let hour = desk.clock.source.now().advanced(bySeconds: 600)
    let id = try await desk.launched("Call 01", at: .instant(hour))
    try await amend(id, "Call 02", on: desk)
    _ = try await desk.door.perform(CancelBroadcast(id: id), as: desk.broadcaster)
    try await desk.deliver()
    #expect(try await desk.status(id).broadcast.state == .cancelled)
    #expect(desk.network.drafts(1) == 0)
  }
}
