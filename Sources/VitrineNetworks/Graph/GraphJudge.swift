import VitrineCore

/// Turns errors and missing answers into outcomes: what failed, what it stops, what is unknown.
struct GraphJudge: Sendable {
  /// What an error was about.
  enum Asker: Sendable {
    /// The page's own token.
    case page
    /// The app's token: a batch as a whole, or `debug_token`.
    case app
  }

  /// Takes the secrets of the request out of Graph's words.
  let redaction: Redaction
  /// The table in force.
  var table = GraphErrorTable.graph

  /// The outcome of a call that got an error.
  func outcome(
    _ error: GraphError, for call: NetworkCall, asker: Asker = .page, headers: GraphHeaders?,
    usage: [NetworkUsage]
  ) -> NetworkAnswer.Outcome {
    let row = table.row(for: error)
    var failure = failure(error, row: row, headers: headers, usage: usage, page: call.page)
    if asker == .app { failure = Self.ofApp(failure) }
    guard call.isWrite else { return .refused(failure) }
    // An error that nobody has described may have any effect.
    return row?.effect == GraphErrorTable.Effect.none ? .refused(failure) : .unknown(failure)
  }

  /// The failure that an error is, apart from any call.
  func failure(
    _ error: GraphError, row: GraphErrorTable.Row?, headers: GraphHeaders?,
    usage: [NetworkUsage], page: RemoteID?
  ) -> NetworkFailure {
    var failure = NetworkFailure(
      kind: row?.kind ?? (error.isTransient ? .temporary : .request), reach: row?.reach ?? .call,
      code: error.code, subcode: error.subcode, detail: redaction.clean(error.message),
      waitSeconds: row?.wait, trace: error.trace)
    // A link that Meta's reader could not fetch is worth another try if Graph says so itself.
    if failure.kind == .content, error.isTransient { failure.kind = .temporary }
    if failure.kind == .throttled {
      let stated = usage.filter { use in
        switch use.scope {
        case .app: failure.reach == .app || failure.reach == .user
        case .page(let id): failure.reach == .page && (page == nil || id == page)
        }
      }
      failure.waitSeconds = ([failure.waitSeconds ?? 0] + stated.map(\.regainSeconds)).max()
    }
    if let retryAfter = headers?.retryAfter, retryAfter > failure.waitSeconds ?? 0 {
      failure.waitSeconds = retryAfter
    }
    return failure
  }

  /// The outcome of a call whose answer never came, or cannot be read: unknown for a write.
  ///
  /// The words are ours. A read has no effect, so that for one it is only a refusal that passes.
  func unanswered(
    _ call: NetworkCall, _ words: String, kind: NetworkFailure.Kind = .temporary,
    reach: NetworkFailure.Reach = .call, headers: GraphHeaders? = nil
  ) -> NetworkAnswer.Outcome {
    let failure = NetworkFailure(
      kind: kind, reach: reach, detail: words, waitSeconds: headers?.retryAfter)
    return call.isWrite ? .unknown(failure) : .refused(failure)
  }

  /// The outcome of a call that did not get a whole HTTP answer.
  func outcome(_ trouble: HTTPTrouble, for call: NetworkCall) -> NetworkAnswer.Outcome {
    switch trouble {
    case .notSent(let words):
      .refused(NetworkFailure(kind: .temporary, detail: words))
    case .lost(let words):
      unanswered(call, words)
    }
  }

  /// What a failure means when it was the app that asked: no page's token is to blame for it.
  static func ofApp(_ failure: NetworkFailure) -> NetworkFailure {
    var failure = failure
    switch failure.kind {
    case .temporary, .throttled:
      if failure.reach == .page || failure.reach == .user { failure.reach = .app }
    case .token, .connection, .permission, .blocked, .person, .duplicate, .content, .missing,
      .request, .unreadable:
      failure.kind = .request
      failure.reach = .app
    }
    return failure
  }
}
