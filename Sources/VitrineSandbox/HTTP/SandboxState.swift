import Synchronization

/// The world behind its lock, and the way to the effects that come late.
///
/// Every request holds the lock once, for microseconds and without waiting on anything inside.
final class SandboxState: Sendable {
  private let world: Mutex<World>
  private let lateCalls: AsyncStream<Exchange.LateCall>.Continuation
  /// The calls whose effect is still to come.
  let late: AsyncStream<Exchange.LateCall>
  /// Milliseconds by which each Graph answer is held back.
  let latency: Int

  init(_ world: World, latency: Int) {
    self.world = Mutex(world)
    self.latency = latency
    (late, lateCalls) = AsyncStream.makeStream()
  }

  /// Performs one step on the world.
  func step<Value: Sendable, Failure: Error>(_ body: (inout World) throws(Failure) -> Value)
    throws(Failure) -> Value
  {
    let result: Result<Value, Failure> = world.withLock { world in
      do throws(Failure) {
        return .success(try body(&world))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  func schedule(_ call: Exchange.LateCall) {
    lateCalls.yield(call)
  }
}
