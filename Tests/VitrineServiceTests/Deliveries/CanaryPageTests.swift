import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// The first pages of an hour, and what keeps the others waiting for them.
@Suite(.temporaryFolder)
struct CanaryPageTests {
  /// A broadcast whose canary is out, with its row and its page changed behind everybody's back.
  private func desk(
    canary state: String, isPageBroken: Bool, also change: String = ""
  ) async throws -> (PageDesk, BroadcastID) {
    let desk = try await PageDesk.make(3, canary: 1)
    let hour = desk.clock.source.now().advanced(bySeconds: 1_200)
    let id = try await desk.launched("Rappel", at: .instant(hour))
    desk.clock.advance(seconds: 400)
    try await desk.deliver(id)
    try await desk.desk.database.write { transaction in
      _ = try transaction.execute(
        "UPDATE delivery SET state = '\(state)'\(change) WHERE is_canary = 1", [])
      guard isPageBroken else { return }
      _ = try transaction.execute(
        """
        UPDATE page SET state = 'needs-attention', trouble = ?1
        WHERE id = (SELECT page_id FROM delivery WHERE is_canary = 1)
        """, [.text(Trouble("token", 190, "expired").stored)])
    }
    desk.clock.advance(seconds: 900)
    try await desk.deliver(id)
    return (desk, id)
  }

  @Test(arguments: ["amending", "published"])
  func `one that can be neither read nor corrected stops the broadcast instead of holding it up`(
    _ state: String
  ) async throws {
    let (desk, id) = try await desk(
      canary: state, isPageBroken: true, also: ", shown_digest = 'earlier', shown_since = 1")
    let broadcast = try await desk.status(id).broadcast
    #expect(broadcast.state == .paused)
    #expect(broadcast.pauseReason == "canary 1/1")
  }

  @Test func `one that a person stops says nothing against the others`() async throws {
    let (desk, id) = try await desk(canary: "discarding", isPageBroken: false)
    #expect(try await desk.status(id).counts[.published] == 2)
    #expect(try await desk.status(id).counts[.cancelled] == 1)
  }
}
