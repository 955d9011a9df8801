import Testing
import VitrineCore

@testable import VitrineNetworks

/// Notices at an address of the retailer's.
struct NoticeWebhookTests {
  private let message = NoticeMessage(id: "n_1", body: Array(#"{"id":"n_1"}"#.utf8))

  /// Sends the message to a server that answers like this; the fault, if there was one.
  private func send(
    _ reply: ScriptedServer.Reply, secret: Secret? = nil, timeout: Int64 = 5_000
  ) async throws -> (requests: [ReceivedRequest], fault: Fault?) {
    let server = try await ScriptedServer(always: reply)
    let webhook = NoticeWebhook(
      server.baseURL + "/vitrine", secret: secret, timeoutMilliseconds: timeout)
    var fault: Fault?
    do { try await webhook.send(message) } catch let thrown as Fault { fault = thrown }
    await webhook.close()
    let requests = server.requests
    await server.stop()
    return (requests, fault)
  }

  @Test func `the document is posted with its id and its signature`() async throws {
    let (requests, fault) = try await send(.answer(204, ""), secret: Secret("key"))
    #expect(fault == nil)
    let request = try #require(requests.first)
    #expect(request.method == "POST" && request.path == "/vitrine")
    #expect(request.body == #"{"id":"n_1"}"#)
    #expect(request.headers["idempotency-key"] == "n_1")
    #expect(request.headers["x-vitrine-notice"] == "n_1")
    let expected = Commitment.hash(message.body, salt: Array("key".utf8)).hex
    #expect(request.headers["x-vitrine-signature"] == "sha256=\(expected)")
  }

  @Test func `without a secret nothing is signed`() async throws {
    let (requests, fault) = try await send(.answer(200, "ok"))
    #expect(fault == nil && requests.first?.headers["x-vitrine-signature"] == nil)
  }

  @Test(arguments: [301, 400, 429, 500])
  func `any other answer is no receipt, and a redirect is not followed`(_ status: Int) async throws
  {
    let (requests, fault) = try await send(
      .answer(status, "no", headers: ["location": "http://127.0.0.1:1/elsewhere"]))
    #expect(requests.count == 1)
    #expect(fault?.code == .unavailable && fault?.message.arguments == ["\(status)"])
  }

  @Test func `no answer is no receipt`() async throws {
    #expect(try await send(.close).fault?.code == .unavailable)
    #expect(try await send(.hang, timeout: 200).fault?.message.code == "notice.webhook.silent")
  }
}
