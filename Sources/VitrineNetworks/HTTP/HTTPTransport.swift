import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// Sends requests over kept-alive connections, each within a deadline, and reads bounded answers.
///
/// Redirects are not followed (a redirect would carry the token elsewhere), no proxy is taken from
/// anywhere, and nothing is sent twice: a connection that fails is the caller's to judge.
struct HTTPTransport: Sendable {
  /// The largest answer that is read, in bytes; a list of 100 posts is a few hundred kilobytes.
  static let largestBody = 10 << 20

  private let client: HTTPClient
  private let base: String
  private let limits: FacebookConfiguration.Timeouts
  private let largest: Int

  init(_ configuration: FacebookConfiguration, largestBody: Int = HTTPTransport.largestBody) {
    largest = largestBody
    client = HTTPClient(
      eventLoopGroupProvider: .singleton, configuration: Self.http(configuration))
    base = configuration.baseURL.text
    limits = configuration.timeouts
  }

  /// How the client behaves; it verifies certificates, and speaks no TLS older than 1.2.
  static func http(_ configuration: FacebookConfiguration) -> HTTPClient.Configuration {
    var http = HTTPClient.Configuration()
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    http.tlsConfiguration = tls
    http.redirectConfiguration = .disallow
    http.timeout = HTTPClient.Configuration.Timeout(
      connect: .milliseconds(configuration.timeouts.connectMilliseconds),
      read: .milliseconds(configuration.timeouts.readIdleMilliseconds),
      write: .milliseconds(configuration.timeouts.readIdleMilliseconds))
    // Shorter than what servers grant: a request on a connection that is just being closed would
    // be an unknown outcome for nothing.
    http.connectionPool.idleTimeout = .seconds(10)
    http.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = configuration.connections
    http.connectionPool.retryConnectionEstablishment = false
    http.httpVersion = .http1Only
    http.decompression = .disabled
    http.proxy = nil
    return http
  }

  /// Closes the connections; the transport is of no use afterwards.
  func shutdown() async throws { try await client.shutdown() }

  /// Sends a request and reads the whole answer.
  ///
  /// Time is bounded by the request timeout up to the head of the answer, and by at most one more
  /// read timeout to the end of its body.
  func send(_ exchange: HTTPExchange) async throws(HTTPTrouble) -> HTTPReply {
    let deadline = NIODeadline.now() + .milliseconds(limits.requestMilliseconds)
    do {
      let response = try await client.execute(request(exchange), deadline: deadline)
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
    var request = HTTPClientRequest(url: base + exchange.target)
    request.method = HTTPMethod(rawValue: exchange.method.rawValue)
    request.headers = [
      "authorization": "Bearer \(exchange.bearer)", "accept": "application/json",
      "user-agent": "vitrine",
    ]
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
