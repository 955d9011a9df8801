import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineNetworks

/// The connector against a server that we did not write, `mastodon-mock` 0.6.1 from PyPI.
///
/// `VITRINE_TEST_PYTHON` names an interpreter that has it; without it there is nothing to run.
@Suite(.timeLimit(.minutes(30)))
struct MastodonMockTests {
  /// A call about an account, whose page was found with its token.
  private struct Account {
    let page: RemotePage

    func call(_ step: NetworkCall.Step, bytes: [UInt8]? = nil) -> NetworkCall {
      NetworkCall(page: page.id, token: page.token ?? .absent, step: step, bytes: bytes)
    }
  }

  private static let text =
    "Rappel : « pain & beurre » <1 €>\nRapportez-le.\n\nhttps://a.example/rappel?lot=7&x=1"

  private func onMock(
    _ accounts: Int, _ body: (MockServer, MastodonConnector, [Account]) async throws -> Void
  ) async throws {
    try await MockServer.run(accounts) { server in
      let clock = ContinuousClock()
      let start = clock.now
      let time = TimeSource(
        now: { Timestamp(clamping: Int64(Date.now.timeIntervalSince1970 * 1_000)) },
        monotonic: { UInt64((clock.now - start).components.seconds) * 1_000_000_000 },
        sleep: { try await Task.sleep(for: .milliseconds($0)) })
      let connector = MastodonConnector(MastodonConfiguration(timeouts: .patient), time: time)
      do {
        var found: [Account] = []
        for number in 1...accounts {
          let pages = try await connector.pages(visibleTo: server.secret(number))
          found += pages.map { Account(page: $0) }
        }
        try await body(server, connector, found)
      } catch {
        try? await connector.shutdown()
        throw error
      }
      try await connector.shutdown()
    }
  }

  private func posts(
    _ account: Account, _ connector: MastodonConnector
  ) async throws -> [RemotePost] {
    let now = Timestamp(clamping: Int64(Date.now.timeIntervalSince1970 * 1_000))
    let answer = await connector.perform([
      account.call(.listPublished(since: now.advanced(bySeconds: -600), until: now))
    ])[0]
    guard case .posts(let posts) = answer.outcome else {
      throw ChildProcess.Failure("listing: \(answer.outcome)")
    }
    return posts
  }

  @Test(
    .enabled("VITRINE_TEST_PYTHON names no Python with mastodon-mock") {
      await Python.has("mastodon_mock")
    })
  func `the life of a post on a server that we did not write`() async throws {
    try await onMock(3) { (server, connector, accounts) async throws in
      let account = accounts[1]
      #expect(accounts.map(\.page.name) == ["Store 1", "Store 2", "Store 3"])
      #expect(Set(accounts.map(\.page.id)).count == 3)
      func ask(_ step: NetworkCall.Step, bytes: [UInt8]? = nil) async -> NetworkAnswer.Outcome {
        await connector.perform([account.call(step, bytes: bytes)])[0].outcome
      }
      #expect(await ask(.checkToken) == .tokenGood(expires: nil))
      // A picture, a post with it, and the same post again under its key.
      let bytes = Array("\u{89}PNG\r\n\u{1A}\n".utf8)
      let picture = PostPicture(digest: Hash(of: bytes).hex, type: .png, alt: "L'étal du pain")
      guard case .uploaded(let shown) = await ask(.upload(picture), bytes: bytes) else {
        Issue.record("the picture was not taken")
        return
      }
      let content = PostContent(text: Self.text, media: [picture])
      let publish = NetworkCall.Step.publish(content, pictures: [shown], key: "p_1")
      guard case .published(let id, let permalink) = await ask(publish) else {
        Issue.record("the post was not published")
        return
      }
      #expect(permalink?.hasSuffix(id.rawValue) == true)
      #expect(await ask(publish) == .published(id, permalink: permalink))
      let listed = try await posts(account, connector)
      #expect(listed.map(\.id) == [id])
      #expect(words(listed.first?.text) == words(Self.text))
      #expect(try await posts(accounts[0], connector).isEmpty)
      // Changed, pinned and let go.
      #expect(await ask(.edit(id, PostContent(text: "Rappel *corrigé*"))) == .edited)
      guard case .post(let changed) = await ask(.read(id)) else {
        Issue.record("the post cannot be read")
        return
      }
      #expect(changed.text == "Rappel *corrigé*")
      for isPinned in [true, true, false, false] {
        #expect(await ask(.pin(id, isPinned: isPinned)) == .pinned)
      }
      // Gone, and gone again.
      for _ in 1...2 { #expect(await ask(.delete(id)) == .deleted) }
      #expect(await ask(.read(id)).failed?.failure.kind == .missing)
      #expect(try await posts(account, connector).isEmpty)
      // Handed over with its hour, found there, and taken back.
      let seconds = Int64(Date.now.timeIntervalSince1970) + 3_600
      let hour = Timestamp(clamping: seconds * 1_000)
      let later = NetworkCall.Step.schedule(PostContent(text: Self.text), at: hour, key: "p_2")
      guard case .staged(let waiting) = await ask(later) else {
        Issue.record("the post was not handed over")
        return
      }
      guard case .posts(let due) = await ask(.listScheduled(at: hour)) else {
        Issue.record("what waits cannot be listed")
        return
      }
      #expect(due.map(\.id) == [waiting])
      #expect(words(due.first?.text) == words(Self.text))
      #expect(try await posts(account, connector).isEmpty)
      #expect(await ask(.listScheduled(at: hour.advanced(bySeconds: 600))) == .posts([]))
      #expect(await ask(.unschedule(waiting)) == .deleted)
      #expect(await ask(.unschedule(waiting)).failed?.failure.kind == .missing)
      // Somebody else's token, and none.
      let foreign = NetworkCall(
        page: account.page.id, token: server.secret(1), step: .checkToken)
      let dead = NetworkCall(
        page: account.page.id, token: server.secret(2, token: "dead"), step: publish)
      let answers = await connector.perform([foreign, dead])
      #expect(answers.allSatisfy { $0.outcome.failed?.failure.kind == .token })
      #expect(answers.allSatisfy { $0.outcome.failed?.isUnknown == false })
    }
  }

  @Test(
    .enabled("VITRINE_TEST_PYTHON names no Python with mastodon-mock") {
      await Python.has("mastodon_mock")
    })
  func `faults are judged, and the account's own posts tell what became of a lost call`()
    async throws
  {
    try await onMock(1) { (server, connector, accounts) async throws in
      let account = accounts[0]
      func publish(_ number: Int) -> NetworkCall {
        account.call(.publish(PostContent(text: "Message \(number)"), key: "p_\(number)"))
      }
      let target = "/api/v1/statuses"
      try await server.fail("POST", target, effect: ["type": "malformed"], count: 1)
      let broken = await connector.perform([publish(1)])[0].outcome.failed
      #expect(broken?.isUnknown == true)
      try await server.fail(
        "POST", target, effect: ["type": "status", "status": 503], count: 1)
      let down = await connector.perform([publish(2)])[0].outcome.failed
      #expect(down?.isUnknown == true)
      #expect(try await posts(account, connector).isEmpty)
      try await server.fail("POST", target, effect: ["type": "ratelimit"], count: 1)
      let slow = await connector.perform([publish(3)])[0]
      #expect(slow.outcome.failed?.isUnknown == false)
      #expect(slow.outcome.failed?.failure.kind == .throttled)
      #expect(slow.outcome.failed?.failure.waitSeconds == 300)
      #expect(slow.usage.map(\.percent) == [100])
      let list = "/api/v1/accounts/*/statuses"
      try await server.fail("GET", list, effect: ["type": "malformed"], count: 1)
      await #expect(throws: ChildProcess.Failure.self) { try await posts(account, connector) }
      // More at once than the server takes: the connector lets eight through.
      let answers = await connector.perform((10..<34).map(publish))
      #expect(answers.allSatisfy { $0.outcome.failed == nil })
      #expect(try await posts(account, connector).count == 24)
    }
  }

  /// White space counts as one space, as deliveries compare texts.
  private func words(_ text: String?) -> [Substring] {
    (text ?? "").split(whereSeparator: \.isWhitespace)
  }
}
