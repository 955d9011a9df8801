import Testing
import VitrineCore
import VitrinePublishing

/// Networks that spend a container on a post with an id of its own.
struct ContainerTests {
  private func handle(
    _ delivery: inout Delivery, _ outcome: NetworkAnswer.Outcome, _ step: NetworkCall.Step
  ) -> [DeliveryEffect] {
    delivery.handle(outcome, to: step, at: .noon, policy: .short, random: .seeded(1))
  }

  private func staged() -> Delivery {
    .sample(.staged, mode: .containers, canEdit: false, container: "c1", shown: "d1")
  }

  @Test func `a container is recorded beside the post's own id`() throws {
    var delivery = Delivery.sample(mode: .containers)
    let stage = try delivery.next(at: .noon)
    _ = handle(&delivery, .staged("c1"), stage)
    #expect(delivery.state == .staged)
    #expect(delivery.container == "c1")
    #expect(delivery.remoteID == nil)
    let release = try delivery.next(at: .noon)
    #expect(release == .release(draft: "c1"))
    #expect(handle(&delivery, .published("m1"), release) == [.published])
    #expect(delivery.remoteID == "m1")
  }

  @Test func `a container of which nobody knows is simply made again`() throws {
    var delivery = Delivery.sample(mode: .containers)
    let stage = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), stage)
    #expect(delivery.state == .staging)
    #expect(delivery.begin(at: .noon) == stage)
  }

  @Test func `after a lost release the container says whether it was published`() throws {
    var delivery = staged()
    let release = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), release)
    let read = try delivery.next(at: .noon)
    #expect(read == .read("c1"))
    #expect(handle(&delivery, .post(.ours("c1", isPublished: true)), read) == [.published])
    let list = try delivery.next(at: .noon)
    guard case .listPublished = list else {
      Issue.record("\(list) instead of a look for the post")
      return
    }
    _ = handle(&delivery, .posts([.ours("m7", isPublished: true)]), list)
    #expect(delivery.state == .confirmed)
    #expect(delivery.remoteID == "m7")
  }

  @Test func `one that was not published is released again`() throws {
    var delivery = staged()
    let release = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), release)
    let read = try delivery.next(at: .noon)
    _ = handle(&delivery, .post(.ours("c1")), read)
    #expect(delivery.state == .staged)
    #expect(delivery.begin(at: .noon) == release)
  }

  @Test(arguments: [true, false])
  func `one that has expired is replaced by a new one`(_ isRead: Bool) throws {
    var delivery = staged()
    var step = try delivery.next(at: .noon)
    if isRead {
      _ = handle(&delivery, .unknown(.of(.temporary)), step)
      step = try delivery.next(at: .noon)
    }
    let expired = NetworkFailure(kind: .missing, detail: "EXPIRED")
    _ = handle(&delivery, .refused(expired), step)
    #expect(delivery.state == .ready)
    #expect(delivery.container == nil)
    guard case .stage = delivery.begin(at: .noon) else {
      Issue.record("no new container")
      return
    }
  }

  @Test func `one of which an error says that it is missing may have been published`() throws {
    var delivery = staged()
    let release = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), release)
    for _ in 0..<DeliveryPolicy.short.attempts where delivery.state != .held {
      let read = try delivery.next(at: .noon)
      #expect(read == .read("c1"))
      _ = handle(&delivery, .refused(.of(.missing)), read)
    }
    #expect(delivery.state == .held)
    #expect(delivery.container == "c1")
  }

  @Test func `a correction of a container needs no call`() throws {
    var delivery = Delivery.sample(
      .staged, mode: .containers, canEdit: false, container: "c1", digest: "d2", shown: "d1")
    guard case .stage = delivery.begin(at: .noon) else {
      Issue.record("the earlier container is in the way")
      return
    }
    #expect(delivery.container == nil)
  }

  @Test func `a public post is taken down before the corrected one is made`() throws {
    var delivery = Delivery.sample(
      .published, remoteID: "m1", mode: .containers, canEdit: false, digest: "d2", shown: "d1")
    let delete = try delivery.next(at: .noon)
    #expect(delete == .delete("m1"))
    #expect(delivery.state == .replacing)
    #expect(handle(&delivery, .deleted, delete) == [.replaced])
    #expect(delivery.state == .ready)
    #expect(delivery.remoteID == nil && delivery.shown == nil)
  }
}
