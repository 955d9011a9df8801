/// What a client needs to reach a sandbox that listens: the content of the ready file.
package struct SandboxReady: Sendable, Codable, Equatable {
  /// `http://127.0.0.1:PORT`, without version and without a slash at the end.
  package let baseURL: String
  /// The long-lived token of the person who manages all pages.
  package let userToken: String
  /// The id of the app in whose name posts are made.
  package let appID: String
  /// The secret of that app, for `appsecret_proof` and the app token `ID|SECRET`.
  package let appSecret: String

  /// Creates a description of a running sandbox.
  package init(baseURL: String, userToken: String, appID: String, appSecret: String) {
    self.baseURL = baseURL
    self.userToken = userToken
    self.appID = appID
    self.appSecret = appSecret
  }
}
