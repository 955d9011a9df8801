import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// Sends requests, each within a deadline, and reads bounded answers.
///
/// Connections are kept alive, but for requests that ask for one of their own.
///
/// Redirects are not followed (a redirect would carry the token elsewhere), no proxy is taken from
/// anywhere, and nothing is sent twice: a connection that fails is the caller's to judge.
struct HTTPTransport: Sendable {
  /// The largest answer that is read, in bytes; a list of 100 posts is a few hundred kilobytes.
  static let largestBody = 10 << 20

  private let client: HTTPClient
  /// Its every request says that the connection closes behind it, so that it never has an idle one.
  private let fresh: HTTPClient
  private let base: String
  private let limits: HTTPTimeouts
  private let largest: Int

  /// Makes a transport; `base` is the address of the requests that bring none of their own.
  init(
    _ settings: HTTPSettings, base: String = "", largestBody: Int = HTTPTransport.largestBody
  ) {
    largest = largestBody
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.http(settings))
    fresh = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.http(settings))
    self.base = base
    limits = settings.timeouts
  }

  /// How the client behaves; it verifies certificates, and speaks no TLS older than 1.2.
  static func http(_ settings: HTTPSettings) -> HTTPClient.Configuration {
    var http = HTTPClient.Configuration()
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    http.tlsConfiguration = tls
    http.redirectConfiguration = .disallow
    http.timeout = HTTPClient.Configuration.Timeout(
      connect: .milliseconds(settings.timeouts.connectMilliseconds),
      read: .milliseconds(settings.timeouts.readIdleMilliseconds),
      write: .milliseconds(settings.timeouts.readIdleMilliseconds))
    // Shorter than what servers grant: a request on a connection that is just being closed would
    // be an unknown outcome for nothing.
    http.connectionPool.idleTimeout = .seconds(10)
    http.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.connections
    http.connectionPool.retryConnectionEstablishment = false
    http.httpVersion = .http1Only
    http.decompression = .disabled
    http.proxy = nil
    return http
  }

  /// Closes the connections; the transport is of no use afterwards.
  func shutdown() async throws {
    // The second one is closed whatever the first one says.
    do {
      try await client.shutdown()
    } catch {
      try? await fresh.shutdown()
      throw error
    }
    try await fresh.shutdown()
  }

  /// Sends a request and reads the whole answer.
  ///
  /// Time is bounded by the request timeout up to the head of the answer, and by at most one more
  /// read timeout to the end of its body.
  func send(_ exchange: HTTPExchange) async throws(HTTPTrouble) -> HTTPReply {
    try await send(exchange, until: NIODeadline.now() + .milliseconds(limits.requestMilliseconds))
  }

  /// Sends a request that may be repeated: once more within the same time, when its connection broke.
  func sendTwice(_ exchange: HTTPExchange) async throws(HTTPTrouble) -> HTTPReply {
    let deadline = NIODeadline.now() + .milliseconds(limits.requestMilliseconds)
    do {
      return try await send(exchange, until: deadline)
    } catch {
      guard NIODeadline.now() < deadline, !Task.isCancelled else { throw error }
      var exchange = exchange
      exchange.isAlone = true
      return try await send(exchange, until: deadline)
    }
  }

  private func send(
    _ exchange: HTTPExchange, until deadline: NIODeadline
  ) async throws(HTTPTrouble) -> HTTPReply {
    do {
      let sender = exchange.isAlone ? fresh : client
      let response = try await sender.execute(request(exchange), deadline: deadline)
      let tooLarge = HTTPTrouble.lost("the answer is larger than 10 MiB")
      // What says that it is too large is not read at all.
      let length = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
      guard length <= largest else { throw tooLarge }
      var body: [UInt8] = []
      for try await chunk in response.body {
        guard body.count + chunk.readableBytes <= largest else { throw tooLarge }
        guard NIODeadline.now() < deadline else {
          throw HTTPTrouble.lost("the answer did not end in time")
        }
        body += chunk.readableBytesView
      }
      // A cancelled task sees the body end early.
      try Task.checkCancellation()
      return HTTPReply(
        status: Int(response.status.code),
        headers: response.headers.map { (name: $0.name, value: $0.value) }, body: body)
    } catch let trouble as HTTPTrouble {
      throw trouble
    } catch {
      throw HTTPTrouble(error)
    }
  }

  private func request(_ exchange: HTTPExchange) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: (exchange.base ?? base) + exchange.target)
    request.method = HTTPMethod(rawValue: exchange.method.rawValue)
    request.headers = [
      "authorization": "Bearer \(exchange.bearer)", "accept": "application/json",
      "user-agent": "vitrine",
    ]
    if exchange.isAlone { request.headers.add(name: "connection", value: "close") }
    for header in exchange.headers { request.headers.add(name: header.name, value: header.value) }
    if let multipart = exchange.multipart {
      request.headers.add(name: "content-type", value: multipart.contentType)
      request.body = .bytes(ByteBuffer(bytes: multipart.bytes))
    } else if let form = exchange.form {
      request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: form))
    }
    return request
  }
}
