import VitrineCore

/// One account on its server, ready to be asked: makes the requests and judges what comes back.
struct MastodonSession: Sendable {
  /// Where, and with what.
  let secret: AccountSecret
  /// Judges answers.
  let judge: MastodonJudge

  /// Takes a secret.
  init(_ secret: AccountSecret, now: @escaping @Sendable () -> Timestamp) {
    self.secret = secret
    let token = secret.token.exposed
    judge = MastodonJudge(redaction: Redaction { [token] }, now: now)
  }

  /// A request; one that writes gets a connection of its own.
  func exchange(
    _ method: HTTPExchange.Method, _ target: String, form: String? = nil
  ) -> HTTPExchange {
    HTTPExchange(
      method: method, base: secret.server.text, target: target, bearer: secret.token.exposed,
      form: form, isAlone: method != .get)
  }
}
