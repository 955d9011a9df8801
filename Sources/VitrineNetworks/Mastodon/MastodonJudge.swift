import VitrineCore

/// Turns a server's refusals and missing answers into outcomes, by the status code.
///
/// The words are in the server's language and decide nothing, with two exceptions that have no status
/// of their own: pictures that are not ready, and pictures that a post has already.
struct MastodonJudge: Sendable {
  /// Takes the token out of the server's words.
  let redaction: Redaction
  /// The clock, for waits that are given as an instant.
  let now: @Sendable () -> Timestamp

  /// The outcome of a call that was answered with anything but a readable success.
  func outcome(_ reply: MastodonReply, for call: NetworkCall) -> NetworkAnswer.Outcome {
    guard let kind = Self.kind(reply, call.step) else {
      let words =
        reply.body == nil ? "an answer that is not JSON" : redaction.clean(reply.words)
      return unanswered(call, "\(words) (status \(reply.status))", wait: reply.limits.retryAfter)
    }
    return .refused(failure(kind, reply))
  }

  /// A refusal as a failure.
  func failure(_ kind: NetworkFailure.Kind, _ reply: MastodonReply) -> NetworkFailure {
    let words = redaction.clean(reply.words)
    let stops = [.token, .permission, .throttled].contains(kind)
    return NetworkFailure(
      kind: kind, reach: stops ? .page : .call, code: reply.status,
      detail: words.isEmpty ? "status \(reply.status)" : words,
      waitSeconds: kind == .throttled ? max(1, reply.limits.wait ?? 60) : nil)
  }

  /// The outcome of a call whose answer never came, or cannot be read: unknown for a write.
  func unanswered(
    _ call: NetworkCall, _ words: String, wait: Int? = nil
  ) -> NetworkAnswer.Outcome {
    let failure = NetworkFailure(kind: .temporary, detail: words, waitSeconds: wait)
    return call.isWrite ? .unknown(failure) : .refused(failure)
  }

  /// The outcome of a call that did not get a whole HTTP answer.
  func outcome(_ trouble: HTTPTrouble, for call: NetworkCall) -> NetworkAnswer.Outcome {
    switch trouble {
    case .notSent(let words): .refused(NetworkFailure(kind: .temporary, detail: words))
    case .lost(let words): unanswered(call, words)
    }
  }

  /// What a status says; nil where nobody can tell what became of the call.
  private static func kind(
    _ reply: MastodonReply, _ step: NetworkCall.Step
  ) -> NetworkFailure.Kind? {
    switch reply.status {
    case 401: .token
    case 403: .permission
    case 404, 410: .missing
    case 429: .throttled
    case 413, 415: .content
    case 422: unacceptable(reply.words, step)
    case 400, 405: .request
    default: nil
    }
  }

  private static func unacceptable(
    _ words: String, _ step: NetworkCall.Step
  ) -> NetworkFailure.Kind {
    switch step {
    case .publish, .schedule, .edit, .upload, .stage:
      // Mastodon's English words, which servers in other languages do not say: there a picture that is
      // not ready is refused for its content, which a person sees.
      if words.contains("not finished processing") { return .temporary }
      if words.contains("already attached") { return .duplicate }
      return .content
    case .release, .pin, .read, .listDrafts, .listScheduled, .listPublished, .delete, .unschedule,
      .checkToken, .listRoles, .listAssigned, .readBusiness:
      return .request
    }
  }
}
