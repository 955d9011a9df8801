import Synchronization
import VitrineCore

@testable import VitrineNetworks

/// The clock of these tests stands at this instant.
let mastodonNow = Timestamp(clamping: 1_795_000_000_000)

/// A clock whose waits end at once, and on which half a minute passes between two looks.
func handfulOfLooks() -> TimeSource {
  let looks = Counter()
  return TimeSource(
    now: { mastodonNow }, monotonic: { looks.next() * 30_000_000_000 },
    sleep: { _ in await Task.yield() })
}

private final class Counter: Sendable {
  private let count = Mutex<UInt64>(0)

  func next() -> UInt64 {
    count.withLock { count in
      count += 1
      return count
    }
  }
}

/// Runs a Mastodon connector against a scripted server and closes both.
func mastodon<Result>(
  with configuration: MastodonConfiguration = MastodonConfiguration(timeouts: .patient),
  time: TimeSource = handfulOfLooks(),
  _ script: @escaping @Sendable (ReceivedRequest, Int) -> ScriptedServer.Reply,
  _ body: (MastodonConnector, ScriptedServer) async throws -> Result
) async throws -> Result {
  let server = try await ScriptedServer(script)
  let connector = MastodonConnector(configuration, time: time)
  do {
    let result = try await body(connector, server)
    try await connector.shutdown()
    await server.stop()
    return result
  } catch {
    try? await connector.shutdown()
    await server.stop()
    throw error
  }
}

extension HTTPTimeouts {
  /// What ends a test is its own deadline, however busy the machine is.
  static let patient = HTTPTimeouts(
    connectMilliseconds: 120_000, requestMilliseconds: 120_000, readIdleMilliseconds: 120_000)
}

/// The token of the account, which shows wherever it leaks.
let mastodonToken = "canaryMastodonToken"

extension ScriptedServer {
  /// A call about account 42 on this server.
  func call(
    _ step: NetworkCall.Step, account: String = "42", token: String = mastodonToken,
    bytes: [UInt8]? = nil
  ) -> NetworkCall {
    let host = baseURL.components(separatedBy: "://", atMost: 2)[1]
    return NetworkCall(
      page: RemoteID("\(account)@\(host)"), token: Secret("\(baseURL)\n\(token)"),
      step: step, bytes: bytes)
  }
}

/// The answer to one step when the server replies that to everything.
func mastodonAnswer(
  _ reply: ScriptedServer.Reply, to step: NetworkCall.Step, bytes: [UInt8]? = nil
) async throws -> NetworkAnswer {
  try await mastodon({ _, _ in reply }) { connector, server in
    await connector.perform([server.call(step, bytes: bytes)])[0]
  }
}

/// A status as a server writes it.
func status(
  _ id: String, _ content: String = "<p>Bonjour</p>", at created: Timestamp = mastodonNow,
  more: String = ""
) -> String {
  let text = JSON.string(content).text
  return #"{"id":"\#(id)","content":\#(text),"created_at":"\#(created)","url":"#
    + #""https://m.example/@s/\#(id)","reblog":null\#(more)}"#
}
