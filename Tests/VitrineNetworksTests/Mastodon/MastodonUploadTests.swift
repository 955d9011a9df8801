import Testing
import VitrineCore

@testable import VitrineNetworks

/// Pictures are uploaded before the post that shows them, and some servers take their time.
struct MastodonUploadTests {
  private static let bytes = Array("\u{89}PNG".utf8)
  private static let step = NetworkCall.Step.upload(
    PostPicture(digest: Hash(of: bytes).hex, type: .png, alt: "L'étal"))

  private func upload(
    _ script: @escaping @Sendable (ReceivedRequest, Int) -> ScriptedServer.Reply
  ) async throws -> (NetworkAnswer, [ReceivedRequest]) {
    try await mastodon(script) { connector, server in
      let answer = await connector.perform([server.call(Self.step, bytes: Self.bytes)])[0]
      return (answer, server.requests)
    }
  }

  @Test func `a picture goes with its description`() async throws {
    let (answer, requests) = try await upload { _, _ in
      .answer(200, #"{"id":"7","url":"https://m.example/7.png"}"#)
    }
    #expect(answer.outcome == .uploaded(RemoteID("7")))
    #expect(requests.map(\.target) == ["/api/v2/media"])
    #expect(requests[0].body.contains("name=\"description\"\r\n\r\nL'étal\r\n"))
    #expect(requests[0].body.contains("name=\"file\"; filename="))
    #expect(requests[0].body.contains("Content-Type: image/png"))
  }

  @Test func `a picture that is processed is waited for`() async throws {
    let (answer, requests) = try await upload { _, number in
      switch number {
      case 0: .answer(202, #"{"id":"7","url":null}"#)
      case 1: .answer(206, #"{"id":"7","url":null}"#)
      default: .answer(200, #"{"id":"7","url":"https://m.example/7.png"}"#)
      }
    }
    #expect(answer.outcome == .uploaded(RemoteID("7")))
    #expect(
      requests.map(\.target) == ["/api/v2/media", "/api/v1/media/7", "/api/v1/media/7"])
  }

  @Test func `one that is not ready in time is refused for now`() async throws {
    let (answer, requests) = try await upload { _, _ in
      .answer(202, #"{"id":"7","url":null}"#)
    }
    let failed = try #require(answer.outcome.failed)
    #expect(!failed.isUnknown)
    #expect(failed.failure.kind == .temporary)
    #expect(requests.count > 1)
  }

  @Test func `a server that knows the older address only is asked there`() async throws {
    let (answer, requests) = try await upload { request, _ in
      request.path == "/api/v1/media"
        ? .answer(200, #"{"id":"7","url":"https://m.example/7.png"}"#)
        : .answer(404, #"{"error":"x"}"#)
    }
    #expect(answer.outcome == .uploaded(RemoteID("7")))
    #expect(requests.map(\.target) == ["/api/v2/media", "/api/v1/media"])
  }

  @Test(arguments: [
    (ScriptedServer.Reply.close, NetworkFailure.Kind.temporary, true),
    (.answer(200, #"{"id":"../x"}"#), .temporary, true), (.answer(500, ""), .temporary, true),
    (.answer(422, #"{"error":"x"}"#), .content, false), (.answer(413, "<h1>"), .content, false),
  ])
  func `a picture that is not taken is judged as everything else`(
    _ reply: ScriptedServer.Reply, _ kind: NetworkFailure.Kind, _ isUnknown: Bool
  ) async throws {
    let (answer, _) = try await upload { _, _ in reply }
    let failed = try #require(answer.outcome.failed)
    #expect(failed.failure.kind == kind)
    #expect(failed.isUnknown == isUnknown)
  }
}
