import HTTPTypes
import Hummingbird
import NIOCore

/// The connection of a request, which some faults end in their own way.
struct SandboxContext: InitializableFromSource {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    channel = source.channel
  }
}

/// Sends each request to the part of the sandbox that answers it.
struct SandboxResponder: HTTPResponder {
  /// Photos have at most 10 MB, and a batch may carry several.
  private static let largestBody = 64 * 1024 * 1024

  let state: SandboxState

  func respond(to request: Request, context: SandboxContext) async throws -> Response {
    let response = try await answer(request, context)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(_ request: Request, _ context: SandboxContext) async throws -> Response {
    var request = request
    let body: ByteBuffer
    do {
      body = try await request.collectBody(upTo: Self.largestBody)
    } catch is NIOTooManyBytesError {
      return Response(status: .contentTooLarge, headers: [.connection: "close"])
    }
    let target = request.uri.string
    let path = target.prefix { $0 != "?" }
    var query = GraphParameters()
    if path.utf8.count < target.utf8.count {
      FormDecoding.append(target.dropFirst(path.count + 1), to: &query)
    }
    let segments = path.split(separator: "/").map(FormDecoding.decodePath)
    let isReading = request.method == .get || request.method == .head
    switch segments.first {
    case nil where isReading && query["ids"] == nil && query["access_token"] == nil:
      return .html(
        state.step { world in
          world.settle(at: world.now)
          return Site.index(world, query)
        })
    case "sandbox"?:
      return TruthEndpoint(state: state).respond(
        request.method, Array(segments.dropFirst()), query, body: Array(body.readableBytesView))
    case "p"? where isReading: return site(segments)
    case "media"? where isReading: return media(segments)
    case "favicon.ico"? where isReading: return Response(status: .noContent)
    default:
      return await GraphEndpoint(state: state, channel: context.channel)
        .respond(to: request, body: body)
    }
  }

  private func site(_ segments: [String]) -> Response {
    let page: [UInt8]? = state.step { world in
      world.settle(at: world.now)
      return Site.page(world, id: segments.count == 2 ? segments[1] : "")
    }
    guard let page else {
      return .html(Site.missing, status: .notFound)
    }
    return .html(page)
  }

  private func media(_ segments: [String]) -> Response {
    guard segments.count == 2, let blob = state.step({ $0.blobs[segments[1]] }) else {
      return Response(status: .notFound)
    }
    return Response(
      status: .ok,
      headers: [.contentType: blob.contentType, .cacheControl: "public, max-age=31536000"],
      body: .init(byteBuffer: ByteBuffer(bytes: blob.bytes)))
  }
}

extension Response {
  static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8",
        .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; img-src * data:",
      ],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  static func json(_ writer: JSONWriter, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=UTF-8"],
      body: .init(byteBuffer: ByteBuffer(bytes: writer.bytes)))
  }
}
