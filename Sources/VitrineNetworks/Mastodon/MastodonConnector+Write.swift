import VitrineCore

extension MastodonConnector {
  /// Publishes at once, or at an hour that the server keeps.
  ///
  /// The text is sent as it is: where a link is part of it was decided when it was planned. A link
  /// beside the text would be lost, or make the published text another than the one it is looked for by.
  func publish(
    _ content: PostContent, _ pictures: [RemoteID], _ key: String, at hour: Timestamp?,
    _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    guard content.link == nil else {
      let failure = NetworkFailure(kind: .request, detail: "a link beside the text")
      return NetworkAnswer(.refused(failure))
    }
    var form = FormEncoding()
    form.add("status", content.text)
    for picture in pictures { form.add("media_ids[]", picture.rawValue) }
    form.add("visibility", configuration.visibility.rawValue)
    if let language = configuration.language { form.add("language", language) }
    if let hour { form.add("scheduled_at", hour.description) }
    var exchange = session.exchange(.post, "/api/v1/statuses", form: form.text)
    exchange.headers = [(name: "idempotency-key", value: Self.sendable(key))]
    return await answer(exchange, call, session) { body in
      // A status that is only scheduled has an id of another kind and no content.
      guard body["scheduled_at"] == nil || body["content"] != nil else {
        return hour == nil ? nil : Self.scheduled(body).map { .staged($0.id) }
      }
      // Of what was to wait for its hour an id alone says neither that it waits nor that it is public.
      guard hour == nil || body["content"] != nil else { return nil }
      return MastodonStatus(body).map {
        .published(RemoteID($0.id), permalink: $0.permalink)
      }
    }
  }

  /// Gives a post another text.
  ///
  /// What an edit does not name, Mastodon takes away: pictures, language, warning. So the post is read
  /// first, and all of it is said again.
  func edit(
    _ id: RemoteID, _ content: PostContent, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    let before: MastodonStatus
    switch await status(id, call, session) {
    case .success(let found): before = found
    case .failure(let trouble):
      // Nothing was changed yet, whatever became of the question.
      guard case .unknown(let failure) = trouble.answer.outcome else { return trouble.answer }
      return NetworkAnswer(.refused(failure), usage: trouble.answer.usage)
    }
    var form = FormEncoding()
    form.add("status", LinkPlacement.text(content.text, content.link))
    for picture in before.media { form.add("media_ids[]", picture) }
    for value in before.kept { form.add(value.name, value.value) }
    let exchange = session.exchange(.put, "/api/v1/statuses/\(id)", form: form.text)
    return await answer(exchange, call, session) { body in
      MastodonStatus(body)?.id == id.rawValue ? .edited : nil
    }
  }

  /// Pins a post, or lets it go.
  ///
  /// Whether a refusal means that it is as wanted already stands in its words only, in the server's
  /// language; so the post is asked.
  func pin(
    _ id: RemoteID, _ isPinned: Bool, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    let verb = isPinned ? "pin" : "unpin"
    let exchange = session.exchange(.post, "/api/v1/statuses/\(id)/\(verb)", form: "")
    let answer = await answer(exchange, call, session) { body in
      MastodonStatus(body)?.id == id.rawValue ? .pinned : nil
    }
    guard case .refused(let failure) = answer.outcome, failure.code == 422,
      case .success(let found) = await status(id, call, session), found.isPinned == isPinned
    else { return answer }
    return NetworkAnswer(.pinned, usage: answer.usage)
  }

  /// Deletes a post; one that is gone counts as deleted.
  ///
  /// Once the server has shown that it is itself: a parking page or a proxy in front of it says 404 to everything.
  func delete(
    _ id: RemoteID, of account: String, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    let answer = await answer(
      session.exchange(.delete, "/api/v1/statuses/\(id)"), call, session
    ) { $0.object == nil ? nil : .deleted }
    guard case .refused(let failure) = answer.outcome, failure.kind == .missing else {
      return answer
    }
    guard case .tokenGood = await check(account, call, session).outcome else {
      return NetworkAnswer(session.judge.unanswered(call, "a 404 from something else"))
    }
    return NetworkAnswer(.deleted, usage: answer.usage)
  }

  /// Sends a request and makes of a readable success what the body says; nil is an answer that lacks
  /// what it should have.
  func answer(
    _ exchange: HTTPExchange, _ call: NetworkCall, _ session: MastodonSession,
    _ success: (JSONValue) -> NetworkAnswer.Outcome?
  ) async -> NetworkAnswer {
    let reply: MastodonReply
    do {
      reply = try await send(exchange)
    } catch {
      return NetworkAnswer(session.judge.outcome(error, for: call))
    }
    let usage = reply.limits.usage(call.page)
    guard reply.isSuccess, let body = reply.body else {
      return NetworkAnswer(session.judge.outcome(reply, for: call), usage: usage)
    }
    let outcome =
      success(body)
      ?? session.judge.unanswered(call, "an answer without what was expected")
    return NetworkAnswer(outcome, usage: usage)
  }

  /// A key as it may stand in a header: visible ASCII; ours are that already.
  private static func sendable(_ key: String) -> String {
    let isPlain =
      (1...255).contains(key.utf8.count) && key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    return isPlain ? key : Hash(of: Array(key.utf8)).hex
  }
}
