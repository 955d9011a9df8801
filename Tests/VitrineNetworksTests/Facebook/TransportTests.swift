import Foundation
import AsyncHTTPClient
import NIOSSL
import Testing
import VitrineCore

@testable import VitrineNetworks

struct TransportTests {
  private static let calls: [(NetworkCall.Step, Bool)] = [
    (.stage(PostContent(text: "x")), true), (.release(draft: RemoteID("100_1")), true),
    (.delete(RemoteID("100_1")), true), (.read(RemoteID("100_1")), false),
    (.listDrafts(since: Timestamp(clamping: 0)), false), (.checkToken, false),
  ]

  @Test(arguments: calls)
  func `a connection that closes leaves a write unknown and is not tried again`(
    _ step: NetworkCall.Step, _ isWrite: Bool
  ) async throws {
    try await connected({ _, _ in .close }) { (connector, server) async throws in
      let found = try #require(await connector.perform([call(step)])[0].outcome.failed)
      #expect(found.isUnknown == isWrite)
      #expect(found.failure.kind == .temporary)
      #expect(server.requests.count == 1)
    }
  }

  @Test(arguments: calls)
  func `an answer that never comes leaves a write unknown after the deadline`(
    _ step: NetworkCall.Step, _ isWrite: Bool
  ) async throws {
    try await connected(requestMilliseconds: 150, { _, _ in .hang }) {
      (connector, server) async throws in
      let found = try #require(await connector.perform([call(step)])[0].outcome.failed)
      #expect(found.isUnknown == isWrite)
      #expect(found.failure.kind == .temporary)
      // On a busy machine the deadline may come before the request; it must never come twice.
      #expect(server.requests.count <= 1)
    }
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"id\":\"100_7\"}", "HTTP/1.1 200 OK\r\nconte",
    "not HTTP at all\r\n\r\n",
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nd\r\n{\"id\":\"100_7\"\r\n",
    "HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n{",
  ])
  func `half an answer is unknown`(_ bytes: String) async throws {
    let outcome = try await answer(.bytes(bytes), to: .stage(PostContent(text: "x"))).outcome
    #expect(try #require(outcome.failed).isUnknown)
  }

  @Test func `an answer that does not say how large it is is read up to the limit`() async throws {
    let long = String(repeating: "x", count: 2_000)
    let server = try await ScriptedServer(
      always: .bytes(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7d0\r\n\(long)\r\n0\r\n\r\n"))
    func body(limit: Int) async throws -> Int {
      let transport = HTTPTransport(
        HTTPSettings(
          timeouts: HTTPTimeouts(
            connectMilliseconds: 120_000, requestMilliseconds: 120_000,
            readIdleMilliseconds: 120_000), connections: 8), base: server.baseURL,
        largestBody: limit)
      do {
        let reply = try await transport.send(
          HTTPExchange(method: .get, target: "/", bearer: "x"))
        try await transport.shutdown()
        return reply.body.count
      } catch {
        try await transport.shutdown()
        throw error
      }
    }
    #expect(try await body(limit: 2_000) == 2_000)
    await #expect(throws: HTTPTrouble.lost("the answer is larger than 10 MiB")) {
      try await body(limit: 1_999)
    }
    await server.stop()
  }

  @Test func `an answer beyond 10 MiB is not read`() async throws {
    let body = "{\"id\":\"100_7\",\"x\":\"" + String(repeating: "x", count: 10 << 20) + "\"}"
    let outcome = try await answer(.answer(200, body), to: .stage(PostContent(text: "x"))).outcome
    let found = try #require(outcome.failed)
    #expect(found.isUnknown)
    #expect(found.failure.detail == "the answer is larger than 10 MiB")
  }

  @Test func `a refused connection has sent nothing, so it is a refusal`() async throws {
    // Bound and not listened on: nobody else's server can get the port meanwhile.
    let held = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(held) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(held, $0, size) == 0 && getsockname(held, $0, &size) == 0
      }
    }
    try #require(isBound)
    let connector = FacebookConnector(
      try FacebookConfiguration(
        baseURL: "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))", appID: "777",
        appSecret: appSecret))
    let answers = await connector.perform([staging("a", on: 100), staging("b", on: 101)])
    try await connector.shutdown()
    for answer in answers {
      let found = try #require(answer.outcome.failed)
      #expect(!found.isUnknown)
      #expect(found.failure.kind == .temporary)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `S07 a redirect is not followed`(_ status: Int) async throws {
    let other = try await ScriptedServer(always: .answer(200, #"{"id":"100_7"}"#))
    let location = "\(other.baseURL)/latest/meta-data/"
    let reply = ScriptedServer.Reply.answer(status, "", headers: ["location": location])
    try await connected({ _, _ in reply }) { (connector, server) async throws in
      let written = await connector.perform([call(.stage(PostContent(text: "x")))])[0]
      #expect(try #require(written.outcome.failed).isUnknown)
      let read = await connector.perform([call(.read(RemoteID("100_1")))])[0]
      #expect(try #require(read.outcome.failed).failure.kind == .temporary)
      await #expect(throws: Fault.self) { try await connector.pages(visibleTo: pageToken) }
      #expect(server.requests.count == 2 + 3)
    }
    #expect(other.requests.isEmpty)
    await other.stop()
  }

  @Test func `one connection serves calls that follow each other`() async throws {
    try await connected({ _, _ in .answer(200, #"{"success":true}"#) }) {
      (connector, server) async throws in
      for _ in 0..<5 {
        let answer = await connector.perform([call(.release(draft: RemoteID("100_1")))])[0]
        #expect(answer.outcome == .released)
      }
      #expect(server.requests.count == 5)
      // One, unless the machine stalls for so long in between that it is given up as idle.
      #expect(server.connectionCount < 5)
    }
  }

  @Test(arguments: ["", "a b", "x\r\ninjected: 1"])
  func `a token that cannot be sent is refused here and stops no other call`(
    _ token: String
  ) async throws {
    try await connected({ _, _ in .answer(200, #"{"id":"100_7"}"#) }) {
      (connector, server) async throws in
      let bad = call(.stage(PostContent(text: "x")), token: Secret(token))
      let answers = await connector.perform([bad, call(.stage(PostContent(text: "x")))])
      #expect(try #require(answers[0].outcome.failed).failure.kind == .token)
      #expect(answers[1].outcome == .staged(RemoteID("100_7")))
      #expect(server.requests.count == 1)
    }
  }

  @Test func `an id that is none of Facebook's is not sent`() async throws {
    try await connected({ _, _ in .close }) { (connector, server) async throws in
      for id in ["../me", "100_1?x", "", "me"] {
        let answer = await connector.perform([call(.delete(RemoteID(id)))])[0]
        let found = try #require(answer.outcome.failed)
        #expect(!found.isUnknown)
        #expect(found.failure.kind == .request)
      }
      #expect(server.requests.isEmpty)
    }
  }

  @Test func `certificates are verified, and no TLS older than 1.2 is spoken`() async throws {
    let configuration = try FacebookConfiguration(appID: "777", appSecret: nil)
    let tls = try #require(HTTPTransport.http(configuration.http).tlsConfiguration)
    #expect(tls.minimumTLSVersion == .tlsv12)
    #expect(tls.certificateVerification == .fullVerification)
  }

  @Test func `the version that answered is known, alone and in a batch`() async throws {
    let body = #"{"id":"100_1","is_published":true}"#
    try await connected({ request, number in
      number == 0
        ? .answer(200, body, headers: ["Facebook-API-Version": "v27.0"])
        : .answer(
          200, batchAnswer([(200, body), (200, body)]),
          headers: ["facebook-api-version": "v28.0"])
    }) { (connector, _) async throws in
      #expect(connector.servedVersion == nil)
      _ = await connector.perform([call(.read(RemoteID("100_1")))])
      #expect(connector.servedVersion?.served == "v27.0")
      #expect(connector.servedVersion?.asked == "v26.0")
      _ = await connector.perform([
        call(.read(RemoteID("100_1"))), call(.read(RemoteID("100_1"))),
      ])
      #expect(connector.servedVersion?.served == "v28.0")
    }
  }

  @Test(arguments: ["", "26", "v", "vx.0", "v26.0; drop", "v123456789"])
  func `a header that is no version says nothing`(_ text: String) {
    #expect(GraphHeaders([(name: "facebook-api-version", value: text)]).servedVersion == nil)
  }
}
