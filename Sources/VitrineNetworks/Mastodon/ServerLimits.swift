import Synchronization

/// What servers have said about themselves, kept for as long as the connector lives.
final class ServerLimits: Sendable {
  /// What one server said.
  struct Known: Sendable {
    /// The longest text, in characters.
    let characters: Int
  }

  private let servers = Mutex<[String: Known]>([:])

  /// What is known of a server, by its address.
  subscript(server: String) -> Known? {
    get { servers.withLock { $0[server] } }
    set { servers.withLock { $0[server] = newValue } }
  }
}
