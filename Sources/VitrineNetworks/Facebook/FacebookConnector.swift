import Synchronization
import VitrineCore

/// Facebook pages over Meta's Graph API.
///
/// Several calls go as one batch under the app's own token, each with its page's token and proof
/// inside the request body; a call alone goes as a plain request with the token in its header. No
/// token is ever part of an address.
package struct FacebookConnector: NetworkConnector {
  /// How the API is reached.
  package let configuration: FacebookConfiguration

  let transport: HTTPTransport
  private let seen = SeenVersion()
  /// `APPID|SECRET`, Graph's app token; `nil` without a secret.
  let appToken: Secret?

  /// Makes a connector with connections of its own; `shutdown()` it when done.
  package init(_ configuration: FacebookConfiguration) {
    self.configuration = configuration
    transport = HTTPTransport(configuration.http, base: configuration.baseURL.text)
    appToken = configuration.appSecret.map { secret in
      Secret("\(configuration.appID)|\(secret.exposed)")
    }
  }

  /// Facebook.
  package var network: Network { .facebook }

  /// Drafts unless posts are made directly, and batches of the configured size.
  ///
  /// Without the app's secret one call a request: a batch needs a token of its own, and lending it a
  /// page's would put that page's name (and limits) under the calls of all the others.
  package var abilities: NetworkAbilities {
    NetworkAbilities(
      configuration.delivery == .direct ? .direct : .drafts,
      batchSize: appToken == nil ? 1 : configuration.batchSize,
      timer: configuration.delivery == .scheduled ? .facebook : nil)
  }

  /// The app's id, which posts name as their maker.
  package var application: String? { configuration.appID }

  /// The configured version, and the one that Graph named in its last answer.
  package var servedVersion: (asked: String, served: String)? {
    seen.version.map { (configuration.version, $0) }
  }

  /// Takes up which version answered.
  func note(_ headers: GraphHeaders) {
    if let version = headers.servedVersion { seen.note(version) }
  }

  /// Closes the connections; must be called once, after the last call.
  package func shutdown() async throws { try await transport.shutdown() }

  /// The proof of a token, when the app's secret is known.
  func proof(of token: Secret) -> String? {
    configuration.appSecret.map { GraphToken.proof(of: token, appSecret: $0) }
  }

  /// Reads answers to a request that carried these tokens.
  func reader(hiding tokens: [Secret]) -> GraphAnswerReader {
    let own = [appToken, configuration.appSecret].compactMap(\.self)
    let redaction = Redaction {
      (own + tokens).map(\.exposed) + (own + tokens).compactMap { proof(of: $0) }
    }
    return GraphAnswerReader(
      appID: configuration.appID, judge: GraphJudge(redaction: redaction))
  }
}

/// The version that answered last, shared by all copies of a connector.
private final class SeenVersion: Sendable {
  private let last = Mutex<String?>(nil)

  var version: String? { last.withLock { $0 } }

  func note(_ version: String) { last.withLock { $0 = version } }
}
