import Testing
import VitrineCore

@testable import VitrinePublishing

/// A worker knows for how long a call has been in doubt, by a clock that nobody sets.
struct WatchTests {
  private let second: UInt64 = 1_000_000_000

  /// A post whose only call was sent a while after noon, and not answered.
  private func lost(_ id: PostID = "p_1", sentAfter seconds: Int64 = 0) throws -> Delivery {
    var delivery = Delivery(
      id: id, page: "pg_1", remotePage: "7", content: .sample, digest: "d1",
      abilities: NetworkAbilities(.direct, batchSize: 1), state: .staged)
    _ = delivery.begin(at: Timestamp.noon.advanced(bySeconds: seconds))
    #expect(delivery.state == .releasing)
    return delivery
  }

  @Test func `it begins with the first answer and goes on with the looks`() throws {
    let memory = RunnerMemory()
    let delivery = try lost()
    #expect(memory.watch(delivery, at: 5 * second) == 0)
    #expect(memory.watch(delivery, at: 65 * second) == 60_000)
  }

  @Test func `a call that is sent again is watched anew`() throws {
    let memory = RunnerMemory()
    #expect(memory.watch(try lost(), at: 5 * second) == 0)
    #expect(memory.watch(try lost(sentAfter: 300), at: 305 * second) == 0)
  }

  @Test func `what is found, held or refused is watched no more`() throws {
    let memory = RunnerMemory()
    var delivery = try lost()
    _ = memory.watch(delivery, at: 0)
    #expect(memory.isWatching(within: 60_000, at: 59 * second))
    memory.unwatch(delivery)
    #expect(memory.isWatching(within: 60_000, at: 59 * second))
    _ = delivery.handle(
      .published("9"), to: .listPublished(since: .noon, until: .noon), at: .noon, policy: .short,
      random: .seeded(1))
    memory.unwatch(delivery)
    #expect(!memory.isWatching(within: 60_000, at: 59 * second))
  }

  @Test func `a run waits for a quarantine, and not for ever`() throws {
    let memory = RunnerMemory()
    _ = memory.watch(try lost(), at: 0)
    #expect(memory.isWatching(within: 60_000, at: 59 * second))
    #expect(!memory.isWatching(within: 60_000, at: 60 * second))
  }

  @Test func `what others cleared up is let go in the end`() throws {
    let memory = RunnerMemory()
    for number in 0..<10_000 { _ = memory.watch(try lost(PostID("p_old\(number)")), at: 0) }
    let later = 3_700 * second
    _ = memory.watch(try lost("p_new"), at: later)
    #expect(memory.watch(try lost("p_old1"), at: later + second) == 0)
    #expect(memory.watch(try lost("p_new"), at: later + second) == 1_000)
  }
}
