import Synchronization
import VitrineCore

/// Servers that want fewer calls from this machine, whichever account they are for.
///
/// Some count calls by account, others by address, and none says which. So the first account that is told
/// to wait waits alone; when a second one of the same server is, all of them do, instead of each asking.
final class ServerPauses: Sendable {
  private struct Pause {
    /// The accounts that were told to wait, by a hash of their tokens.
    var accounts: Set<Int>
    var until: Timestamp
  }

  private let servers = Mutex<[String: Pause]>([:])

  /// Takes up that an account of a server has to wait.
  func note(_ server: String, _ token: String, seconds: Int, now: Timestamp) {
    let until = now.advanced(bySeconds: Int64(seconds))
    servers.withLock { servers in
      if var pause = servers[server], pause.until > now {
        pause.accounts.insert(token.hashValue)
        pause.until = max(pause.until, until)
        servers[server] = pause
      } else {
        servers[server] = Pause(accounts: [token.hashValue], until: until)
      }
    }
  }

  /// For how many seconds nothing is to be sent to a server; nil when it may be.
  func seconds(_ server: String, now: Timestamp) -> Int? {
    servers.withLock { servers in
      guard let pause = servers[server], pause.accounts.count > 1, pause.until > now else {
        return nil
      }
      return Int((pause.until.milliseconds(since: now) + 999) / 1_000)
    }
  }
}
