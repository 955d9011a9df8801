import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import VitrineCore

/// Posts notices to an address of the retailer's, as JSON.
///
/// The id goes along twice, as `Idempotency-Key` and as `X-Vitrine-Notice`, so that a receiver that has
/// seen it does nothing again. With a secret the bytes of the body are signed: `X-Vitrine-Signature:
/// sha256=` and the HMAC-SHA256 in hexadecimal. Redirects are not followed and no proxy is taken from
/// anywhere: what is said about people goes where a person said, or nowhere.
package struct NoticeWebhook: NoticeChannel {
  package let name = "webhook"
  private let address: String
  private let secret: Secret?
  private let milliseconds: Int64
  private let client: HTTPClient

  /// Takes an https address, or http on this machine, which the configuration has checked.
  package init(_ address: String, secret: Secret?, timeoutMilliseconds: Int64 = 10_000) {
    self.address = address
    self.secret = secret
    milliseconds = timeoutMilliseconds
    var http = HTTPClient.Configuration()
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    http.tlsConfiguration = tls
    http.redirectConfiguration = .disallow
    http.timeout = HTTPClient.Configuration.Timeout(
      connect: .milliseconds(timeoutMilliseconds), read: .milliseconds(timeoutMilliseconds),
      write: .milliseconds(timeoutMilliseconds))
    http.connectionPool.idleTimeout = .seconds(10)
    http.connectionPool.retryConnectionEstablishment = false
    http.httpVersion = .http1Only
    http.decompression = .disabled
    http.proxy = nil
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: http)
  }

  /// How much of an answer is read; nothing is done with it.
  private static let largestAnswer = 64 << 10

  package func send(_ message: NoticeMessage) async throws {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers = [
      "content-type": "application/json", "user-agent": "vitrine",
      "idempotency-key": message.id, "x-vitrine-notice": message.id,
    ]
    if let secret {
      let signature = Commitment.hash(message.body, salt: Array(secret.exposed.utf8))
      request.headers.add(name: "x-vitrine-signature", value: "sha256=\(signature.hex)")
    }
    request.body = .bytes(ByteBuffer(bytes: message.body))
    let status: Int
    do {
      let deadline = NIODeadline.now() + .milliseconds(milliseconds)
      let answer = try await client.execute(request, deadline: deadline)
      status = Int(answer.status.code)
      // Read, so that the connection serves again; an answer that is too long, or drips, only costs it.
      var size = 0
      do {
        for try await piece in answer.body {
          size += piece.readableBytes
          if size > Self.largestAnswer || NIODeadline.now() >= deadline { break }
        }
      } catch is CancellationError {
        throw CancellationError()
      } catch {}
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw Fault(
        .unavailable, Message("notice.webhook.silent", HTTPTrouble(error).words),
        subject: "notify.webhook")
    }
    guard (200..<300).contains(status) else {
      throw Fault(
        .unavailable, Message("notice.webhook.status", status), subject: "notify.webhook")
    }
  }

  package func close() async { try? await client.shutdown() }
}
