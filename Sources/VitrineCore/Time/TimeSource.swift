/// The clocks of a run; passed in, so that a night passes in a millisecond of a test.
package struct TimeSource: Sendable {
  /// The wall clock, which people set and which may jump.
  package let now: @Sendable () -> Timestamp
  /// Nanoseconds on a clock that never jumps; for deadlines and leases.
  package let monotonic: @Sendable () -> UInt64
  /// Waits that many milliseconds; throws `CancellationError` when the task is cancelled.
  package let sleep: @Sendable (_ milliseconds: Int64) async throws -> Void

  /// Makes a time source from functions.
  package init(
    now: @escaping @Sendable () -> Timestamp, monotonic: @escaping @Sendable () -> UInt64,
    sleep: @escaping @Sendable (_ milliseconds: Int64) async throws -> Void
  ) {
    self.now = now
    self.monotonic = monotonic
    self.sleep = sleep
  }
}
