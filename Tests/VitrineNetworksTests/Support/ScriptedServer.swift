import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that answers each request as the test says, byte for byte.
final class ScriptedServer: Sendable {
  /// What it does about a request.
  enum Reply: Sendable {
    /// A proper answer.
    case answer(Int, String, headers: [String: String] = [:])
    /// These bytes as they are, then the end of the connection.
    case bytes(String)
    /// The end of the connection, without a word.
    case close
    /// Nothing, until the server stops.
    case hang
  }

  private struct State {
    var requests: [ReceivedRequest] = []
    var connections: [any Channel] = []
  }

  private let channel: any Channel
  private let state: SharedState

  private final class SharedState: Sendable {
    let mutex = Mutex(State())
  }

  /// Starts on any free port; `script` gets each request with its number, from 0.
  init(_ script: @escaping @Sendable (ReceivedRequest, Int) -> Reply) async throws {
    let state = SharedState()
    self.state = state
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture {
          state.mutex.withLock { $0.connections.append(child) }
          try child.pipeline.syncOperations.addHandler(
            RequestHandler { request in
              let number = state.mutex.withLock {
                $0.requests.append(request)
                return $0.requests.count - 1
              }
              return script(request, number)
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  /// Answers every request alike.
  convenience init(always reply: Reply) async throws {
    try await self.init { _, _ in reply }
  }

  /// Where it listens.
  var baseURL: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }

  /// What it was sent so far.
  var requests: [ReceivedRequest] { state.mutex.withLock { $0.requests } }

  /// How many connections were opened.
  var connectionCount: Int { state.mutex.withLock { $0.connections.count } }

  /// Closes everything, hung requests too.
  func stop() async {
    try? await channel.close()
    for connection in state.mutex.withLock({ $0.connections }) { try? await connection.close() }
  }
}

/// Collects the bytes of a request until it is whole, then replies.
private final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let script: (ReceivedRequest) -> ScriptedServer.Reply
  private var received: [UInt8] = []

  init(_ script: @escaping (ReceivedRequest) -> ScriptedServer.Reply) { self.script = script }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += unwrapInboundIn(data).readableBytesView
    guard let request = ReceivedRequest(received) else { return }
    received = []
    switch script(request) {
    case .answer(let status, let body, let headers):
      var text = "HTTP/1.1 \(status) Scripted\r\ncontent-length: \(body.utf8.count)\r\n"
      for (name, value) in headers { text += "\(name): \(value)\r\n" }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "\(text)\r\n\(body)")), promise: nil)
    case .bytes(let text):
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
      context.close(promise: nil)
    case .close:
      context.close(promise: nil)
    case .hang:
      break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
