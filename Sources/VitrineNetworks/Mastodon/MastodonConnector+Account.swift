import VitrineCore

extension MastodonConnector {
  /// Asks whether the token is good, and still that of the page's account.
  func check(
    _ account: String, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    await answer(
      session.exchange(.get, "/api/v1/accounts/verify_credentials"), call, session
    ) { body in
      guard let id = body["id"]?.string else { return nil }
      guard id == account else {
        let failure = NetworkFailure(
          kind: .token, reach: .page, detail: "the token is another account's")
        return .refused(failure)
      }
      return .tokenGood(expires: nil)
    }
  }

  /// The one account that a secret of a server's address and a token signs in to.
  ///
  /// Throws a `Fault`: `invalid` for a secret that is none, `unauthenticated` and `denied` when the
  /// server refuses the token, `throttled`, and `unavailable` for everything that may pass.
  package func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    guard let secret = AccountSecret(userToken) else {
      throw Fault(
        .invalid, Message("mastodon.secret"), hint: Message("mastodon.secret.hint"))
    }
    let host = secret.server.authority
    let session = MastodonSession(secret, now: time.now)
    let reply: MastodonReply
    do {
      reply = try await send(session.exchange(.get, "/api/v1/accounts/verify_credentials"))
    } catch {
      throw Fault(.unavailable, Message("mastodon.unreachable", host, error.words))
    }
    guard reply.isSuccess, let body = reply.body else { throw Self.fault(reply, host, session) }
    guard let id = body["id"]?.string, MastodonID.isSendable(id) else {
      throw Fault(.unavailable, Message("mastodon.unreadable", host, reply.status))
    }
    let names = ["display_name", "acct", "username"].compactMap { body[$0]?.string }
    let name = names.first { !$0.isEmpty && $0.utf8.count <= 500 } ?? id
    return [
      RemotePage(
        id: MastodonID.page(id, on: secret.server), name: name, token: secret.stored,
        storeCode: nil, mayPublish: body["suspended"]?.bool != true,
        textLimit: await textLimit(session))
    ]
  }

  /// How long a text may be on a server, which is asked once; nil when it does not say.
  private func textLimit(_ session: MastodonSession) async -> Int? {
    let server = session.secret.server.text
    if let known = limits[server] { return known.characters }
    for target in ["/api/v2/instance", "/api/v1/instance"] {
      guard let reply = try? await send(session.exchange(.get, target)), reply.isSuccess,
        let body = reply.body
      else { continue }
      let said = body["configuration"]?["statuses"]?["max_characters"] ?? body["max_toot_chars"]
      guard let characters = said?.integer, (1...10_000_000).contains(characters) else { continue }
      limits[server] = ServerLimits.Known(characters: Int(characters))
      return Int(characters)
    }
    return nil
  }

  private static func fault(
    _ reply: MastodonReply, _ host: String, _ session: MastodonSession
  ) -> Fault {
    let words = session.judge.redaction.clean(reply.words)
    let detail = words.isEmpty ? "status \(reply.status)" : words
    switch reply.status {
    case 401: return Fault(.unauthenticated, Message("mastodon.token", host, detail))
    case 403: return Fault(.denied, Message("mastodon.permission", host, detail))
    case 429: return Fault(.throttled, Message("mastodon.throttled", host, reply.limits.wait ?? 60))
    case 404, 410: return Fault(.unavailable, Message("mastodon.noServer", host))
    default: return Fault(.unavailable, Message("mastodon.unreadable", host, reply.status))
    }
  }
}
