import Testing
import VitrineCore
import VitrinePublishing

/// A draft that has lain in the store's own list of drafts is read before it is released.
struct RecheckTests {
  private let later = Timestamp.noon.advanced(byMilliseconds: Delivery.freshness + 1)

  private func draft() -> Delivery { .sample(.staged, remoteID: "7_1", shown: "d1") }

  private func reread(_ post: RemotePost) throws -> (Delivery, [DeliveryEffect]) {
    var delivery = draft()
    let read = try delivery.next(at: later)
    #expect(read == .read("7_1"))
    #expect(delivery.state == .staged)
    let effects = delivery.handle(
      .post(post), to: read, at: later, policy: .short, random: .seeded(1))
    return (delivery, effects)
  }

  @Test func `one that was just made is released without a look`() throws {
    var delivery = draft()
    #expect(try delivery.next(at: .noon) == .release(draft: "7_1"))
  }

  @Test func `one that says what it said is released`() throws {
    var (delivery, _) = try reread(.ours("7_1"))
    #expect(try delivery.next(at: later) == .release(draft: "7_1"))
  }

  @Test func `a look is good for a while only`() throws {
    var (delivery, _) = try reread(.ours("7_1"))
    let still = later.advanced(byMilliseconds: Delivery.freshness + 1)
    #expect(try delivery.next(at: still) == .read("7_1"))
  }

  @Test func `one that somebody changed is made anew`() throws {
    var (delivery, _) = try reread(.ours("7_1", text: "Call us first"))
    #expect(try delivery.next(at: later) == .delete("7_1"))
    #expect(delivery.state == .replacing)
  }

  @Test func `one that somebody published is public`() throws {
    let (delivery, effects) = try reread(.ours("7_1", isPublished: true))
    #expect(delivery.state == .published)
    #expect(effects == [.published])
  }

  @Test func `one that somebody changed and published is corrected`() throws {
    var (delivery, _) = try reread(.ours("7_1", isPublished: true, text: "Call us first"))
    #expect(try delivery.next(at: later) == .edit("7_1", .sample))
  }

  @Test func `one that somebody deleted waits for a person, never released`() throws {
    var delivery = draft()
    for _ in 0..<DeliveryPolicy.short.attempts where delivery.state != .held {
      let read = try delivery.next(at: later)
      _ = delivery.handle(
        .refused(.of(.missing)), to: read, at: later, policy: .short, random: .seeded(1))
    }
    #expect(delivery.state == .held)
    #expect(delivery.trouble?.reason.code == "trouble.missing")
  }
}
