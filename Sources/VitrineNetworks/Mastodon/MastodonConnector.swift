import NIOCore
import VitrineCore

/// Accounts on servers that speak Mastodon's API: Mastodon, GoToSocial, Takahē, snac and others.
///
/// Every account has a server and a token of its own, so a call is a request (or a few) of its own.
/// There are no drafts: a post is public with its first call, and the `Idempotency-Key` is a help that
/// most of these servers ignore. What became of a lost call, only the account's own posts tell.
package struct MastodonConnector: NetworkConnector {
  /// How posts are made.
  package let configuration: MastodonConfiguration

  let transport: HTTPTransport
  let time: TimeSource
  private let gate: RequestGate
  private let pauses = ServerPauses()
  /// How long a text may be on each server that was asked.
  let limits = ServerLimits()

  /// The most calls that are taken at once: enough to use the line while questions are put to pages one
  /// handful after the other, and so few that the last of them is sent well within a worker's lease.
  static let handful = 4

  /// Makes a connector with connections of its own; `shutdown()` it when done.
  package init(_ configuration: MastodonConfiguration, time: TimeSource) {
    self.configuration = configuration
    self.time = time
    transport = HTTPTransport(
      HTTPSettings(
        timeouts: configuration.timeouts, connections: configuration.concurrency))
    gate = RequestGate(configuration.concurrency)
  }

  /// Mastodon, and what speaks its API.
  package var network: Network { .mastodon }

  /// A token is for one account on one server.
  package var hasAccountTokens: Bool { true }

  /// Posts at once; texts can be changed and posts pinned.
  package var abilities: NetworkAbilities {
    NetworkAbilities(
      .direct, batchSize: min(Self.handful, configuration.concurrency), canEdit: true, canPin: true,
      timer: configuration.delivery == .scheduled ? .mastodon : nil)
  }

  /// Closes the connections; must be called once, after the last call.
  package func shutdown() async throws { try await transport.shutdown() }

  /// Performs calls at the same time and answers each in its place; never throws.
  package func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    if calls.count == 1 { return [await answer(calls[0])] }
    return await withTaskGroup(of: (Int, NetworkAnswer).self) { group in
      for (place, call) in calls.enumerated() {
        group.addTask { (place, await answer(call)) }
      }
      var answers: [NetworkAnswer?] = calls.map { _ in nil }
      for await (place, answer) in group { answers[place] = answer }
      // Each place was filled by its task.
      return answers.compactMap(\.self)
    }
  }

  /// Sends a request when there is room, and reads the answer; what only reads is sent once more when
  /// its connection breaks.
  ///
  /// A request that has waited for longer than one may take is not sent any more: its worker's lease may
  /// be over by the time that it is answered. Nor is one to a server that wants fewer calls: it is
  /// answered as that server would.
  func send(_ exchange: HTTPExchange) async throws(HTTPTrouble) -> MastodonReply {
    let latest = NIODeadline.now() + .milliseconds(configuration.timeouts.requestMilliseconds)
    let reply = try await gate.pass { () async throws(HTTPTrouble) -> HTTPReply in
      guard NIODeadline.now() < latest else { throw .notSent("all connections busy") }
      return try await ask(exchange, exchange.base ?? "")
    }
    return MastodonReply(reply, now: time.now())
  }

  /// Sends a request now, and takes up that its server wants fewer.
  private func ask(
    _ exchange: HTTPExchange, _ server: String
  ) async throws(HTTPTrouble) -> HTTPReply {
    let now = time.now()
    if let seconds = pauses.seconds(server, now: now) {
      return HTTPReply(
        status: 429, headers: [(name: "retry-after", value: String(seconds))],
        body: Array(#"{"error":"not asked: the server wants fewer calls"}"#.utf8))
    }
    let reply =
      exchange.method == .get
      ? try await transport.sendTwice(exchange) : try await transport.send(exchange)
    if reply.status == 429 {
      let wait = MastodonLimits(reply.headers, now: now).wait ?? 60
      pauses.note(server, exchange.bearer, seconds: max(1, wait), now: now)
    }
    return reply
  }

  private func answer(_ call: NetworkCall) async -> NetworkAnswer {
    guard let secret = AccountSecret(call.token) else {
      return .refused(.token, .page, "the stored token is not an address and a token")
    }
    guard let account = MastodonID.account(call.page, on: secret.server), call.hasSendableIDs else {
      return .refused(.request, .call, "an id that is none of this server's")
    }
    let session = MastodonSession(secret, now: time.now)
    switch call.step {
    case .upload(let picture): return await upload(picture, call, session)
    case .publish(let content, let pictures, let key):
      return await publish(content, pictures, key, at: nil, call, session)
    case .schedule(let content, let pictures, let hour, let key):
      return await publish(content, pictures, key, at: hour, call, session)
    case .edit(let id, let content): return await edit(id, content, call, session)
    case .pin(let id, let isPinned): return await pin(id, isPinned, call, session)
    case .delete(let id): return await delete(id, of: account, call, session)
    case .read(let id): return await read(id, call, session)
    case .listPublished(let since, let until):
      return await list(account, since: since, until: until, call, session)
    case .listScheduled(let hour): return await listScheduled(at: hour, call, session)
    case .unschedule(let id): return await unschedule(id, of: account, call, session)
    case .checkToken: return await check(account, call, session)
    case .listDrafts: return NetworkAnswer(.posts([]))
    case .listRoles, .listAssigned: return NetworkAnswer(.people([]))
    case .readBusiness: return NetworkAnswer(.business(nil))
    case .stage, .release: return .refused(.request, .call, "there are no drafts on this network")
    }
  }
}

extension NetworkAnswer {
  /// A call that is not sent at all.
  fileprivate static func refused(
    _ kind: NetworkFailure.Kind, _ reach: NetworkFailure.Reach, _ words: String
  ) -> NetworkAnswer {
    NetworkAnswer(.refused(NetworkFailure(kind: kind, reach: reach, detail: words)))
  }
}

extension NetworkCall {
  /// Whether the ids of posts and pictures may stand in a path or a form.
  fileprivate var hasSendableIDs: Bool {
    let ids: [RemoteID] =
      switch step {
      case .release(let id), .read(let id), .delete(let id), .unschedule(let id),
        .edit(let id, _), .pin(let id, _):
        [id]
      case .stage(_, let pictures), .publish(_, let pictures, _), .schedule(_, let pictures, _, _):
        pictures
      case .upload, .listAssigned, .listDrafts, .listScheduled, .listPublished, .checkToken,
        .listRoles, .readBusiness:
        []
      }
    return ids.allSatisfy { MastodonID.isSendable($0.rawValue) }
  }
}
