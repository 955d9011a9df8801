import VitrineCore
import VitrineNetworks

/// The page most tests are about.
let page: RemoteID = RemoteID("100")

/// A token that shows wherever it leaks.
let pageToken = Secret("EAAcanaryPageToken100")

/// The app's secret, likewise.
let appSecret = Secret("canarySecretOfTheApp")

/// A call on the page.
func call(
  _ step: NetworkCall.Step, page: RemoteID = page, token: Secret = pageToken
) -> NetworkCall {
  NetworkCall(page: page, token: token, step: step)
}

/// A call that stages a text on a page of that number, with a token of its own.
func staging(_ text: String, on number: Int) -> NetworkCall {
  call(
    .stage(PostContent(text: text)), page: RemoteID(String(number)),
    token: Secret("EAAcanaryPageToken\(number)"))
}

/// Runs a connector against a scripted server and closes both.
func connected<Result>(
  secret: Secret? = appSecret, batchSize: Int = 20, requestMilliseconds: Int64 = 120_000,
  _ script: @escaping @Sendable (ReceivedRequest, Int) -> ScriptedServer.Reply,
  _ body: (FacebookConnector, ScriptedServer) async throws -> Result
) async throws -> Result {
  let server = try await ScriptedServer(script)
  let connector = FacebookConnector(
    try FacebookConfiguration(
      baseURL: server.baseURL, appID: "777", appSecret: secret, batchSize: batchSize,
      // A busy machine may be slow between two pieces; what ends a test is its own deadline.
      timeouts: FacebookConfiguration.Timeouts(
        connectMilliseconds: 120_000, requestMilliseconds: requestMilliseconds,
        readIdleMilliseconds: 120_000)))
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

/// The answer to one call when the server replies that.
func answer(
  _ reply: ScriptedServer.Reply, to step: NetworkCall.Step
) async throws -> NetworkAnswer {
  try await connected({ _, _ in reply }) { connector, _ in
    await connector.perform([call(step)])[0]
  }
}

extension NetworkAnswer.Outcome {
  /// The failure and whether it is unknown, for short expectations.
  var failed: (isUnknown: Bool, failure: NetworkFailure)? {
    switch self {
    case .unknown(let failure): (true, failure)
    case .refused(let failure): (false, failure)
    default: nil
    }
  }
}

/// A batch's answer of these members, each a status and a body.
func batchAnswer(_ members: [(Int, String)?]) -> String {
  let items: [JSON] = members.map { member in
    guard let (status, body) = member else { return .null }
    return ["code": .integer(Int64(status)), "headers": [], "body": .string(body)]
  }
  return JSON.array(items).text
}
