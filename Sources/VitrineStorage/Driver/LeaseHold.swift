/// A lease that this process holds, until it is released or the process ends in any way.
///
/// The kernel (SQLite) or the server (PostgreSQL) frees it when the process dies, so a killed
/// worker's work is free at once.
package protocol LeaseHold: Sendable {
  /// The name that it was taken under.
  var name: String { get }

  /// Whether it is still ours: no longer after `release`, or once the server has lost us.
  func isHeld() async -> Bool

  /// Gives it back; a second call does nothing.
  func release() async
}
