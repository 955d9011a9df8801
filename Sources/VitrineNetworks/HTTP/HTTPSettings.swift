/// Bounds in time, so that no call hangs for ever.
package struct HTTPTimeouts: Hashable, Sendable {
  /// Until a connection stands, in milliseconds.
  package var connectMilliseconds: Int64
  /// Until the head of the answer is there, in milliseconds, from the call on.
  package var requestMilliseconds: Int64
  /// Between two pieces of an answer, in milliseconds.
  package var readIdleMilliseconds: Int64

  /// Makes bounds; a worker's lease is to be at least twice `requestMilliseconds`.
  package init(
    connectMilliseconds: Int64 = 5_000, requestMilliseconds: Int64 = 30_000,
    readIdleMilliseconds: Int64 = 15_000
  ) {
    self.connectMilliseconds = connectMilliseconds
    self.requestMilliseconds = requestMilliseconds
    self.readIdleMilliseconds = readIdleMilliseconds
  }
}

/// What a transport must know of the network that it serves.
struct HTTPSettings: Sendable {
  /// Bounds in time.
  var timeouts: HTTPTimeouts
  /// How many connections are open to one server at most; a request that finds none free within the
  /// connect timeout fails unsent.
  var connections: Int
}
