import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// When a freeze ends, nothing stale leaves by itself.
@Suite(.temporaryFolder)
struct FreezeEndTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `what had its hour meanwhile is held and listed, and what is still to come goes`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(3, driver)
    let staged = try await desk.post("Fromage", on: 1, in: 600).id
    let unseen = try await desk.post("Pain", on: 2, in: 1_200).id
    let later = try await desk.post("Poisson", on: 1, in: 7_200).id
    let elsewhere = try await desk.post("Vin", on: 3, in: 1_200).id
    try await desk.deliver()
    _ = try await desk.freeze()
    try await desk.pages.desk.database.write {
      _ = try $0.execute(
        "UPDATE post SET entry = 'fromages@2027-01-15' WHERE id = ?1", [SQLValue(staged)])
    }
    desk.clock.advance(seconds: 1_300)
    let lifted = try await desk.unfreeze("store:S-1 | store:S-2")
    #expect(lifted.unfrozen == 2 && lifted.notFrozen == 0)
    #expect(lifted.held.map(\.id) == [staged, unseen])
    #expect(lifted.held.map(\.at) == [PressureDesk.at(10), PressureDesk.at(20)])
    #expect(lifted.held.map(\.entry) == ["fromages@2027-01-15", nil])
    #expect(lifted.missed == 0 && lifted.waiting == 1)
    for id in [staged, unseen] {
      let post = try #require(try await desk.show(id))
      #expect(post.state == .held && post.trouble?.reason.code == "trouble.frozen")
      let record = try #require(try await desk.records(id).last)
      #expect(record.actor.type == .system && record.reasonCode == "trouble.frozen")
      #expect(record.state == "held" && record.onBehalfOf != nil)
    }
    try await desk.deliver()
    #expect(desk.pages.network.visible(1).isEmpty && desk.pages.network.visible(2).isEmpty)
    try await desk.deliver(after: 7_200)
    #expect(try await desk.show(later)?.state == .published)
    #expect(try await desk.show(staged)?.state == .held)
    #expect(try await desk.show(elsewhere)?.state == .scheduled)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a person publishes or cancels what was held`(_ driver: DriverUnderTest) async throws {
    let desk = try await PressureDesk.make(2, driver)
    let first = try await desk.post("Fromage", on: 1, in: 600).id
    let second = try await desk.post("Pain", on: 2, in: 600).id
    try await desk.deliver()
    _ = try await desk.freeze()
    desk.clock.advance(seconds: 700)
    _ = try await desk.unfreeze()
    try await desk.publish(first, isNow: true)
    _ = try await desk.door.perform(CancelPost(id: second.rawValue), as: desk.manager.token)
    try await desk.deliver()
    #expect(try await desk.show(first)?.state == .published)
    #expect(try await desk.show(second)?.state == .withdrawn)
    #expect(desk.pages.network.drafts(2) == 0)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a post that came to its end during the freeze is missed`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PressureDesk.make(1, driver)
    let short = try await desk.pages.post("Ce matin", on: 1, in: 600, until: 1_200)
    let never = try await desk.pages.post("Ce midi", on: 1, in: 900, until: 1_500)
    try await desk.deliver()
    _ = try await desk.freeze()
    try await desk.deliver(after: 1_300)
    #expect(try await desk.pages.delivery(short).state == .missed)
    // Its end comes while no worker looks.
    desk.clock.advance(seconds: 300)
    let lifted = try await desk.unfreeze()
    #expect(lifted.held.isEmpty && lifted.missed == 2)
    try await desk.deliver()
    #expect(try await desk.pages.delivery(never).state == .missed)
    #expect(desk.pages.network.visible(1).isEmpty && desk.pages.network.drafts(1) == 0)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what waits for its page is not taken in again when the page is mended after the freeze`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(1, driver)
    desk.pages.network.change(1) { $0.token = "other" }
    let id = try await desk.post("Fromage", in: 60).id
    try await desk.deliver(after: 60)
    #expect(try await desk.show(id)?.trouble?.reason.code == "trouble.token")
    _ = try await desk.freeze()
    desk.clock.advance(seconds: 600)
    #expect(try await desk.unfreeze().held.map(\.id) == [id])
    try await desk.pages.connect()
    try await desk.deliver(after: 60)
    #expect(try await desk.show(id)?.trouble?.reason.code == "trouble.frozen")
    #expect(desk.pages.network.visible(1).isEmpty)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what a worker has in hand at the end is held once its answer is there`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(2, driver)
    let staging = try await desk.post("Fromage", on: 1, in: 600).id
    let releasing = try await desk.post("Pain", on: 2, in: 600).id
    try await desk.deliver()
    _ = try await desk.freeze()
    desk.clock.advance(seconds: 700)
    let now = desk.now
    try await desk.pages.desk.database.write { transaction in
      for (id, state) in [(staging, "staging"), (releasing, "releasing")] {
        try transaction.execute(
          """
          UPDATE delivery SET state = ?2, remote_id = CASE WHEN ?2 = 'staging' THEN NULL
            ELSE remote_id END, worker_id = 'w_other', fence = fence + 1, lease_until = ?3
          WHERE post_id = ?1
          """,
          [SQLValue(id), .text(state), SQLValue(now.advanced(bySeconds: 30))])
      }
    }
    #expect(try await desk.unfreeze().held.isEmpty)
    for id in [staging, releasing] {
      #expect(try await desk.pages.delivery(id).wish == .hold)
      #expect(try await desk.show(id)?.ending == nil)
    }
    try await desk.deliver(after: 60)
    for id in [staging, releasing] {
      let post = try #require(try await desk.show(id))
      #expect(post.state == .held && post.trouble?.reason.code == "trouble.frozen", "\(post)")
    }
    #expect(desk.pages.network.visible(1).isEmpty && desk.pages.network.visible(2).isEmpty)
    #expect(try await desk.records(releasing).last?.reasonCode == "trouble.frozen")
  }

  @Test func `a cancel overrides the wish to hold`() async throws {
    let desk = try await PressureDesk.make(1)
    let id = try await desk.post("Fromage", in: 600).id
    try await desk.deliver()
    _ = try await desk.freeze()
    desk.clock.advance(seconds: 700)
    let now = desk.now
    try await desk.pages.desk.database.write { transaction in
      try transaction.execute(
        """
        UPDATE delivery SET state = 'releasing', worker_id = 'w_other', lease_until = ?2
        WHERE post_id = ?1
        """, [SQLValue(id), SQLValue(now.advanced(bySeconds: 30))])
    }
    _ = try await desk.unfreeze()
    try await desk.pages.stop(id)
    #expect(try await desk.pages.delivery(id).wish == .cancel)
    try await desk.deliver(after: 60)
    #expect(try await desk.pages.delivery(id).state == .cancelled)
  }

  @Test func `what was handed over for now and did not leave before the freeze is held too`()
    async throws
  {
    let desk = try await PressureDesk.make(1)
    let id = try await desk.post("Fromage").id
    _ = try await desk.freeze()
    try await desk.deliver()
    let lifted = try await desk.unfreeze()
    #expect(lifted.held.map(\.id) == [id] && lifted.held.first?.at == nil)
    try await desk.deliver()
    #expect(desk.pages.network.visible(1).isEmpty)
  }
}
