import Testing
import VitrineCore
import VitrinePublishing

/// A text is corrected that is on its page already.
struct AmendTests {
  private func handle(
    _ delivery: inout Delivery, _ outcome: NetworkAnswer.Outcome, _ step: NetworkCall.Step
  ) -> [DeliveryEffect] {
    delivery.handle(outcome, to: step, at: .noon, policy: .short, random: .seeded(1))
  }

  private func wrong(_ state: DeliveryState) -> Delivery {
    .sample(state, remoteID: "7_1", digest: "d2", shown: "d1")
  }

  @Test func `a public post is edited under its id`() throws {
    var delivery = wrong(.published)
    let edit = try delivery.next(at: .noon)
    #expect(edit == .edit("7_1", .sample))
    #expect(delivery.state == .amending)
    #expect(handle(&delivery, .edited, edit) == [.amended])
    #expect(delivery.state == .published)
    #expect(delivery.shown == "d2")
    #expect(delivery.remoteID == "7_1")
    #expect(delivery.begin(at: .noon) == .read("7_1"))
  }

  @Test func `an edit of which nobody knows is sent again`() throws {
    var delivery = wrong(.published)
    let edit = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), edit)
    #expect(delivery.state == .amending)
    #expect(delivery.begin(at: .noon) == edit)
  }

  @Test func `a draft is deleted and made anew`() throws {
    var delivery = wrong(.staged)
    let delete = try delivery.next(at: .noon)
    #expect(delete == .delete("7_1"))
    #expect(handle(&delivery, .deleted, delete) == [.replaced])
    #expect(delivery.begin(at: .noon) == .stage(.sample))
  }

  @Test func `a release on its way is cleared up first, then corrected`() throws {
    var delivery = wrong(.releasing)
    let read = try delivery.next(at: .noon)
    #expect(read == .read("7_1"))
    #expect(handle(&delivery, .post(.ours("7_1", isPublished: true)), read) == [.published])
    #expect(delivery.begin(at: .noon) == .edit("7_1", .sample))
  }

  @Test func `a release that did not happen is not repeated with the earlier text`() throws {
    var delivery = wrong(.releasing)
    let read = try delivery.next(at: .noon)
    _ = handle(&delivery, .post(.ours("7_1")), read)
    #expect(delivery.begin(at: .noon) == .delete("7_1"))
  }

  @Test func `where the network refuses, the earlier text stays and the status says so`() throws {
    var delivery = wrong(.published)
    var effects: [DeliveryEffect] = []
    for _ in 0..<DeliveryPolicy.short.attempts where delivery.state != .confirmed {
      let edit = try delivery.next(at: .noon)
      effects = handle(&delivery, .refused(.of(.content)), edit)
    }
    #expect(delivery.state == .confirmed)
    #expect(effects == [.stopped])
    #expect(delivery.trouble?.reason.code == "trouble.notAmended")
    #expect(delivery.shown == "d1")
  }

  @Test func `passing trouble never ends a correction`() throws {
    var delivery = wrong(.published)
    for _ in 0..<100 {
      let edit = try delivery.next(at: .noon)
      _ = handle(&delivery, .refused(.of(.temporary)), edit)
      #expect(delivery.state == .amending)
    }
  }

  @Test func `a post that somebody deleted meanwhile waits for a person`() throws {
    var delivery = wrong(.published)
    for _ in 0..<DeliveryPolicy.short.attempts where delivery.state != .held {
      let edit = try delivery.next(at: .noon)
      _ = handle(&delivery, .refused(.of(.missing)), edit)
    }
    #expect(delivery.state == .held)
    #expect(delivery.trouble == Trouble("vanished"))
  }
}
