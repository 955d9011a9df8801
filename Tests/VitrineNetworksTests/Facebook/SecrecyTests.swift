import Testing
import VitrineCore

@testable import VitrineNetworks

/// Canaries: secrets that would show wherever they come out.
struct SecrecyTests {
  /// What a network may throw back: all it was sent, in words of its own.
  private static func echo(_ request: ReceivedRequest) -> String {
    let all = [
      request.target, request.body, request.headers["authorization"] ?? "",
      request.form.values.joined(separator: " "),
      request.members.map { "\($0)" }.joined(separator: " "),
    ].joined(separator: " ")
    // Tokens first, so that the bound on the length does not do the work.
    let tokens = "\(pageToken.exposed) 777|canarySecretOfTheApp 777%7CcanarySecretOfTheApp "
    return JSON.string(tokens + all).text
  }

  private static let steps: [NetworkCall.Step] = [
    .stage(PostContent(text: "x", link: "https://example.com")),
    .release(draft: RemoteID("100_1")), .read(RemoteID("100_1")), .delete(RemoteID("100_1")),
    .listDrafts(since: Timestamp(clamping: 0)),
    .listPublished(since: Timestamp(clamping: 0), until: .latest), .checkToken,
  ]

  @Test(arguments: steps)
  func `no secret is in an address, nor in what is said about a failure`(
    _ step: NetworkCall.Step
  ) async throws {
    try await connected({ request, _ in
      .answer(400, "{\"error\":{\"message\":\(Self.echo(request)),\"code\":100}}")
    }) { (connector, server) async throws in
      let calls = [call(step), call(step, page: RemoteID("101"), token: Secret("EAAcanary101"))]
      let answers = await connector.perform([calls[0]]) + connector.perform(calls)
      for answer in answers {
        let failure = try #require(answer.outcome.failed).failure
        #expect(failure.detail.contains(Redaction.mark))
        #expect(!"\(answer)".contains("canary"))
      }
      for request in server.requests { #expect(!request.target.contains("canary")) }
    }
  }

  @Test func `a connector prints no secret`() async throws {
    try await connected({ _, _ in .close }) { (connector, _) async throws in
      #expect(!"\(connector)".contains("canary"))
      #expect(!"\(connector.configuration)".contains("canary"))
      var dumped = ""
      dump(connector.configuration, to: &dumped)
      #expect(!dumped.contains("canary"))
    }
  }
}
