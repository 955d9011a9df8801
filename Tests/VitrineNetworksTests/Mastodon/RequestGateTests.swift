import Synchronization
import Testing

@testable import VitrineNetworks

/// A server that takes eight calls at once gets no ninth.
struct RequestGateTests {
  private final class Inside: Sendable {
    let state = Mutex((now: 0, most: 0, total: 0))

    func enter() {
      state.withLock { state in
        state.now += 1
        state.total += 1
        state.most = max(state.most, state.now)
      }
    }

    func leave() { state.withLock { $0.now -= 1 } }
  }

  @Test(arguments: [1, 3, 8])
  func `so many are inside at once and no more, and everybody gets in`(_ width: Int) async {
    let gate = RequestGate(width)
    let inside = Inside()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<400 {
        group.addTask {
          await gate.pass {
            inside.enter()
            for _ in 0..<5 { await Task.yield() }
            inside.leave()
          }
        }
      }
    }
    let seen = inside.state.withLock { $0 }
    #expect(seen.total == 400)
    #expect(seen.most <= width)
    #expect(seen.now == 0)
  }

  @Test func `who throws makes room, too`() async throws {
    struct Trouble: Error {}
    let gate = RequestGate(1)
    for _ in 0..<3 {
      await #expect(throws: Trouble.self) {
        try await gate.pass { () async throws(Trouble) -> Int in throw Trouble() }
      }
    }
    #expect(try await gate.pass { () async throws(Trouble) -> Int in 7 } == 7)
  }
}
