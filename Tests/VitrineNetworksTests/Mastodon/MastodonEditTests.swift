import Testing
import VitrineCore

@testable import VitrineNetworks

/// What is public is changed, pinned and deleted by its id.
struct MastodonEditTests {
  private static let edit = NetworkCall.Step.edit(RemoteID("9"), PostContent(text: "Neuf"))

  @Test func `an edit says again what it would take away`() async throws {
    let before = status(
      "9",
      more: #","media_attachments":[{"id":"71"},{"id":"72"}],"language":"fr","sensitive":true"#
        + #","spoiler_text":"pain""#)
    try await mastodon({ request, _ in
      .answer(200, request.method == "GET" ? before : status("9", "<p>Neuf</p>"))
    }) { (connector, server) async throws in
      let answer = await connector.perform([server.call(Self.edit)])[0]
      #expect(answer.outcome == .edited)
      #expect(server.requests.map(\.method) == ["GET", "PUT"])
      let put = try #require(server.requests.last)
      #expect(put.target == "/api/v1/statuses/9")
      #expect(put.form["status"] == "Neuf")
      #expect(put.body.contains("media_ids%5B%5D=71&media_ids%5B%5D=72"))
      #expect(put.form["language"] == "fr")
      #expect(put.form["sensitive"] == "true")
      #expect(put.form["spoiler_text"] == "pain")
    }
  }

  @Test func `an edit whose post cannot be read changes nothing, and one that is lost is unknown`()
    async throws
  {
    for (reply, kind) in [
      (ScriptedServer.Reply.answer(404, #"{"error":"x"}"#), NetworkFailure.Kind.missing),
      (.answer(500, ""), .temporary), (.close, .temporary),
    ] {
      let failed = try #require(try await mastodonAnswer(reply, to: Self.edit).outcome.failed)
      #expect(!failed.isUnknown)
      #expect(failed.failure.kind == kind)
    }
    let lost = try await mastodon({ request, _ in
      request.method == "GET" ? .answer(200, status("9")) : .close
    }) { connector, server in await connector.perform([server.call(Self.edit)])[0] }
    #expect(try #require(lost.outcome.failed).isUnknown)
  }

  @Test func `a post that is gone counts as deleted`() async throws {
    let step = NetworkCall.Step.delete(RemoteID("9"))
    for code in [200, 404, 410] {
      let body = code == 200 ? status("9") : #"{"error":"Record not found"}"#
      for (id, isServer) in [("42", true), ("8", code == 200)] {
        let answer = try await mastodon({ request, _ in
          request.method == "DELETE" ? .answer(code, body) : .answer(200, #"{"id":"\#(id)"}"#)
        }) { connector, server in await connector.perform([server.call(step)])[0] }
        #expect((answer.outcome == .deleted) == isServer)
      }
    }
    for reply in [ScriptedServer.Reply.answer(200, "<html>"), .answer(503, ""), .close] {
      let failed = try #require(try await mastodonAnswer(reply, to: step).outcome.failed)
      #expect(failed.isUnknown)
    }
  }

  @Test(arguments: [true, false])
  func `a refusal to pin what is pinned counts as done, in every language`(
    _ isPinned: Bool
  ) async throws {
    let step = NetworkCall.Step.pin(RemoteID("9"), isPinned: isPinned)
    for (found, isDone) in [(isPinned, true), (!isPinned, false)] {
      let answer = try await mastodon({ request, _ in
        request.method == "POST"
          ? .answer(422, #"{"error":"Vous avez déjà épinglé ce message"}"#)
          : .answer(200, status("9", more: #","pinned":\#(found)"#))
      }) { connector, server in
        let answer = await connector.perform([server.call(step)])[0]
        #expect(server.requests[0].target == "/api/v1/statuses/9/\(isPinned ? "pin" : "unpin")")
        return answer
      }
      #expect((answer.outcome == .pinned) == isDone)
    }
  }

  @Test func `there are no drafts, no roles and no business`() async throws {
    try await mastodon({ _, _ in .close }) { (connector, server) async throws in
      let answers = await connector.perform([
        server.call(.listDrafts(since: mastodonNow)), server.call(.listRoles),
        server.call(.readBusiness), server.call(.stage(PostContent(text: "x"))),
      ])
      #expect(answers[0].outcome == .posts([]))
      #expect(answers[1].outcome == .people([]))
      #expect(answers[2].outcome == .business(nil))
      #expect(answers[3].outcome.failed?.failure.kind == .request)
      #expect(server.requests.isEmpty)
    }
  }
}
