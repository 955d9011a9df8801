@testable import VitrineSandbox

extension Visitor {
  /// An account of Instagram, with the token of its page.
  struct Account: Sendable {
    var id: String
    var username: String
    var page: Page
  }

  /// The accounts behind the pages, as the user finds them.
  func accounts() async throws -> [Account] {
    let fields = FormDecoding.encode("id,access_token,instagram_business_account{id,username}")
    let answer = try await send(
      "GET", "/v26.0/me/accounts?limit=100&fields=\(fields)&access_token=\(ready.userToken)")
    return (answer.json["data"]?.items ?? []).compactMap { item in
      guard let account = item["instagram_business_account"] else { return nil }
      return Account(
        id: account["id"]?.parameterText ?? "",
        username: account["username"]?.parameterText ?? "",
        page: Page(
          id: item["id"]?.parameterText ?? "", token: item["access_token"]?.parameterText ?? ""))
    }
  }

  /// Makes a container of one picture, unless `more` says otherwise.
  func container(
    _ caption: String, on account: Account, _ more: [String: String] = [:]
  ) async throws -> Answer {
    let form = [
      "image_url": "https://media.example/a.jpg", "caption": caption,
      "access_token": account.page.token,
    ].merging(more) { $1 }
    return try await send("POST", "/v26.0/\(account.id)/media", form)
  }

  /// Publishes a container.
  func publish(_ container: String, on account: Account) async throws -> Answer {
    try await send(
      "POST", "/v26.0/\(account.id)/media_publish",
      ["creation_id": container, "access_token": account.page.token])
  }

  /// Reads something of an account.
  func look(_ path: String, _ fields: String, as account: Account) async throws -> Answer {
    try await send(
      "GET",
      "/v26.0/\(path)?fields=\(FormDecoding.encode(fields))&access_token=\(account.page.token)")
  }

  /// How far a container has come.
  func status(of container: String, as account: Account) async throws -> String {
    try await look(container, "status_code,status", as: account)
      .json["status_code"]?.parameterText ?? ""
  }

  /// Sets switches.
  func set(_ switches: String) async throws {
    let answer = try await send("POST", "/sandbox/switches", json: switches)
    if answer.status != 200 { throw SandboxInputError(answer.text) }
  }
}
