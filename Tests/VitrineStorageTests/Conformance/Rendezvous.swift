import Dispatch

/// A point that so many threads reach together, for bodies that must overlap.
struct Rendezvous: Sendable {
  private let others: Int
  private let arrived = DispatchSemaphore(value: 0)
  private let leave = DispatchSemaphore(value: 0)

  /// Makes a point for so many threads.
  init(_ count: Int) { others = count - 1 }

  /// The one thread that opens the gate: waits for all others, then lets them go.
  func lead() throws {
    for _ in 0..<others { try Self.wait(arrived) }
    for _ in 0..<others { leave.signal() }
  }

  /// One of the others: says that it is there and waits for the gate.
  func join() throws {
    arrived.signal()
    try Self.wait(leave)
  }

  private static func wait(_ semaphore: DispatchSemaphore) throws {
    guard semaphore.wait(timeout: .now() + 20) == .success else { throw Late() }
  }

  /// Somebody never came.
  struct Late: Error {}
}
