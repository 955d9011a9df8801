import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// The Graph API over HTTP: reads a request, lets the world answer it, and ends the connection in
/// whatever way a fault demands.
struct GraphEndpoint {
  let state: SandboxState
  let channel: any Channel

  func respond(to request: Request, body: ByteBuffer) async -> Response {
    guard let call = Self.call(of: request, body: body) else {
      return Response(status: .badRequest)
    }
    let exchange = state.step { $0.exchange(call) }
    for late in exchange.late { state.schedule(late) }
    let version = call.version ?? GraphVersion.usual
    let delay = exchange.delay + state.latency
    switch exchange.ending {
    case .answered, .null:
      await pause(delay)
      return exchange.answer.map { Self.response($0, version: version) }
        ?? Response(status: .internalServerError)
    case .html:
      await pause(delay)
      return .html(Self.failurePage, status: .badGateway)
    case .closed:
      await pause(delay)
      return await close()
    case .reset:
      await close(abruptly: true)
      return Response(status: .internalServerError)
    case .hung:
      await waitForEnd(of: request)
      return await close()
    }
  }

  private static let failurePage = Array(
    """
    <!DOCTYPE html><html lang="en"><head><title>Error</title></head><body><h1>Sorry, something \
    went wrong.</h1><p>We're working on it and we'll get it fixed as soon as we can.</p></body></html>
    """.utf8)

  /// Waits on the real clock; a shutdown cuts the wait short.
  private func pause(_ milliseconds: Int) async {
    guard milliseconds > 0 else { return }
    try? await cancelWhenGracefulShutdown {
      try await Task.sleep(for: .milliseconds(milliseconds))
    }
  }

  /// Waits until the client gives up or the sandbox ends.
  private func waitForEnd(of request: Request) async {
    let (silence, end) = AsyncStream.makeStream(of: Never.self)
    try? await cancelWhenGracefulShutdown {
      try await request.body.consumeWithInboundCloseHandler { _ in
        for await _ in silence {}
      } onInboundClosed: {
        end.finish()
      }
    }
  }

  /// Ends the connection; the response that is returned has no way out any more.
  @discardableResult
  private func close(abruptly: Bool = false) async -> Response {
    if abruptly, let options = channel as? any SocketOptionProvider {
      // Lingering for no time makes the kernel send RST instead of FIN.
      try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try? await channel.close(mode: .all).get()
    return Response(status: .internalServerError)
  }

  private static func call(of request: Request, body: ByteBuffer) -> GraphCall? {
    guard
      var call = GraphCall(
        method: request.method.rawValue, url: request.uri.string,
        headerToken: token(in: request.headers[.authorization]))
    else { return nil }
    guard body.readableBytes > 0 else {
      call.applyMethodOverride()
      return call
    }
    let contentType = request.headers[.contentType] ?? ""
    if contentType.lowercased().hasPrefix("multipart/form-data") {
      guard
        let form = MultipartForm(contentType: contentType, body: Array(body.readableBytesView))
      else { return nil }
      for field in form.fields { call.parameters.append(field.name, field.value) }
      call.files = form.files
    } else if contentType.lowercased().hasPrefix("application/json") {
      guard case .object(let members)? = try? JSONReader.read(Array(body.readableBytesView)) else {
        return nil
      }
      for member in members { call.parameters.append(member.name, member.value.parameterText) }
    } else {
      body.withUnsafeReadableBytes { bytes in
        FormDecoding.append(bytes.bindMemory(to: UInt8.self), to: &call.parameters)
      }
    }
    call.applyMethodOverride()
    return call
  }

  /// The token of `Authorization: Bearer TOKEN` or `OAuth TOKEN`.
  private static func token(in header: String?) -> String? {
    guard let parts = header?.split(separator: " ", maxSplits: 1), parts.count == 2,
      ["bearer", "oauth"].contains(parts[0].lowercased())
    else { return nil }
    return String(parts[1])
  }

  private static func response(_ answer: GraphAnswer, version: String) -> Response {
    var headers: HTTPFields = [
      .contentType: "application/json; charset=UTF-8", .cacheControl: "private, no-cache",
    ]
    if let name = HTTPField.Name("facebook-api-version") { headers[name] = version }
    for header in answer.headers {
      if let name = HTTPField.Name(header.name) { headers[name] = header.value }
    }
    return Response(
      status: .init(code: answer.status), headers: headers,
      body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
  }
}
