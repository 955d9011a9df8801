import Testing
import VitrineCore

@testable import VitrineNetworks

/// Pictures go to the page's photo edge, unpublished, and a draft names them in their order.
struct UploadTests {
  private static let bytes = Array("\u{89}PNG and --vitrine- \r\n something".utf8)
  private static let picture = PostPicture(
    digest: Hash(of: bytes).hex, type: .png, alt: "L'étal \"bio\"\r\n--du jour")

  private func upload(_ bytes: [UInt8]? = Self.bytes) -> NetworkCall {
    NetworkCall(page: page, token: pageToken, step: .upload(Self.picture), bytes: bytes)
  }

  @Test func `a picture is uploaded unpublished with its description and the token in the header`()
    async throws
  {
    try await connected({ _, _ in .answer(200, #"{"id":"900"}"#) }) {
      (connector, server) async throws in
      let answers = await connector.perform([upload()])
      #expect(answers.map(\.outcome) == [.uploaded(RemoteID("900"))])
      let request = try #require(server.requests.first)
      #expect(request.method == "POST")
      #expect(request.target == "/v26.0/100/photos")
      #expect(request.headers["authorization"] == "Bearer EAAcanaryPageToken100")
      let boundary = "vitrine-\(Self.picture.digest)"
      #expect(request.headers["content-type"] == "multipart/form-data; boundary=\(boundary)")
      let parts = request.body.components(separatedBy: "--\(boundary)", atMost: 20)
      #expect(parts.count == 6)
      #expect(parts.last == "--\r\n")
      #expect(parts[1].hasSuffix("name=\"published\"\r\n\r\nfalse\r\n"))
      #expect(parts[2].hasSuffix("name=\"alt_text_custom\"\r\n\r\n\(Self.picture.alt ?? "")\r\n"))
      #expect(parts[3].contains("name=\"appsecret_proof\""))
      #expect(parts[4].contains("Content-Type: image/png\r\n\r\n"))
      #expect(parts[4].hasSuffix("\(String(decoding: Self.bytes, as: UTF8.self))\r\n"))
      #expect(!request.body.contains("EAAcanary"))
    }
  }

  @Test func `pictures never go into a batch, and every call keeps its place`() async throws {
    try await connected({ request, _ in
      if request.path.hasSuffix("/photos") { return .answer(200, #"{"id":"900"}"#) }
      let answers = request.members.map { _ in (200, #"{"success":true}"#) as (Int, String)? }
      return .answer(200, batchAnswer(answers))
    }) { (connector, server) async throws in
      let release = call(.release(draft: RemoteID("100_9")))
      let answers = await connector.perform([release, upload(), release, upload()])
      #expect(
        answers.map(\.outcome) == [
          .released, .uploaded(RemoteID("900")), .released, .uploaded(RemoteID("900")),
        ])
      #expect(
        server.requests.map(\.path).sorted() == [
          "/v26.0/", "/v26.0/100/photos", "/v26.0/100/photos",
        ])
    }
  }

  @Test func `a draft names its pictures in their order`() async throws {
    try await connected({ _, _ in .answer(200, #"{"id":"100_7"}"#) }) {
      (connector, server) async throws in
      let content = PostContent(text: "Bonjour", media: [Self.picture, Self.picture])
      let step = NetworkCall.Step.stage(
        content, pictures: [RemoteID("902"), RemoteID("901")])
      #expect(await connector.perform([call(step)]).map(\.outcome) == [.staged(RemoteID("100_7"))])
      let form = try #require(server.requests.first?.form)
      #expect(form["attached_media[0]"] == #"{"media_fbid":"902"}"#)
      #expect(form["attached_media[1]"] == #"{"media_fbid":"901"}"#)
      #expect(form["published"] == "false")
    }
  }

  @Test(arguments: [
    ScriptedServer.Reply.close, .answer(200, ""), .answer(502, "<html>"),
    .answer(200, #"{"id":5}"#),
    .answer(200, #"{"id":"100_5"}"#), .answer(200, #"{"id":"../me"}"#),
    .answer(500, #"{"error":{"message":"again","code":2}}"#),
  ])
  func `an upload whose answer says nothing is unknown, and passes`(_ reply: ScriptedServer.Reply)
    async throws
  {
    let answer = try await connected({ _, _ in reply }) { connector, _ in
      await connector.perform([upload()])[0]
    }
    let failed = try #require(answer.outcome.failed)
    #expect(failed.isUnknown)
    #expect(failed.failure.kind == .temporary)
  }

  @Test(arguments: [
    (324, NetworkFailure.Kind.content), (1_366_046, .content), (190, .token), (80_001, .throttled),
  ])
  func `a refusal of a picture is judged by the table`(
    _ code: Int, _ kind: NetworkFailure.Kind
  ) async throws {
    let reply = ScriptedServer.Reply.answer(400, #"{"error":{"message":"no","code":\#(code)}}"#)
    let answer = try await connected({ _, _ in reply }) { connector, _ in
      await connector.perform([upload()])[0]
    }
    let failed = try #require(answer.outcome.failed)
    #expect(!failed.isUnknown)
    #expect(failed.failure.kind == kind)
  }

  @Test func `a picture without its bytes, and a draft with a foreign id, are not sent`()
    async throws
  {
    try await connected({ _, _ in .answer(200, #"{"id":"900"}"#) }) { connector, server in
      let step = NetworkCall.Step.stage(
        PostContent(text: "x", media: [Self.picture]), pictures: [RemoteID("9/../8")])
      let answers = await connector.perform([upload(nil), call(step)])
      #expect(answers.allSatisfy { $0.outcome.failed?.isUnknown == false })
      #expect(server.requests.isEmpty)
    }
  }
}
