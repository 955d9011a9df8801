/// How a database is opened; the defaults are those of the product.
package struct DatabaseOptions: Sendable {
  /// How long a statement waits for another's lock before `Fault(.locked)`.
  package var busyTimeout: Duration
  /// How many transactions PostgreSQL runs for us at once; at least 1.
  package var connections: Int

  /// Makes options.
  package init(busyTimeout: Duration = .seconds(5), connections: Int = 4) {
    self.busyTimeout = busyTimeout
    self.connections = max(1, connections)
  }

  /// The timeout in whole milliseconds, at least 1 and at most a day.
  var busyMilliseconds: Int {
    let (seconds, attoseconds) = busyTimeout.components
    let whole = min(max(seconds, 0), 86_400) * 1_000
    return Int(max(1, whole + attoseconds / 1_000_000_000_000_000))
  }
}
