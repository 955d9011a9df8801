import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// A Graph API of our own on loopback: for rehearsals, training, the demo and the tests.
///
/// It is a second implementation of the remote side and keeps its own truth; nothing in it comes
/// from the code that publishes.
package enum Sandbox {
  /// Runs a sandbox until the task is cancelled or a graceful shutdown is asked for.
  ///
  /// - Parameters:
  ///   - configuration: The pages, the app and what goes wrong.
  ///   - onReady: Called once, when the sandbox answers requests; what it throws ends the sandbox.
  /// - Throws: ``SandboxInputError`` for a bad register or data file, or a port that is taken.
  package static func serve(
    _ configuration: SandboxConfiguration,
    onReady: @escaping @Sendable (SandboxReady) async throws -> Void
  ) async throws {
    let world = try makeWorld(configuration)
    let credentials = world.credentials
    let state = SandboxState(world, latency: max(0, configuration.latencyMilliseconds))
    defer { state.step { $0.journal?.finish() } }
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let ready = ReadyService(ports: ports) { port in
      try await onReady(
        SandboxReady(
          baseURL: "http://127.0.0.1:\(port)", userToken: credentials.userToken,
          appID: credentials.appID, appSecret: credentials.appSecret))
    }
    let application = Application(
      responder: SandboxResponder(state: state),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(120),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 64 * 1024, maxHeaderListSize: 128 * 1024, maxHeaderFieldCount: 100)
        )),
      configuration: .init(
        address: .hostname("127.0.0.1", port: configuration.port), backlog: 1024),
      services: [LateEffects(state: state), ready],
      onServerRunning: { channel in
        let number = channel.localAddress?.port ?? configuration.port
        state.step { $0.baseURL = "http://127.0.0.1:\(number)" }
        port.yield(number)
        port.finish()
      },
      logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await application.run()
    } catch is CancellationError {
      // The way in which a caller ends a sandbox.
    } catch let error as IOError {
      throw SandboxInputError("cannot listen on 127.0.0.1:\(configuration.port): \(error)")
    }
  }

  private static func makeWorld(_ configuration: SandboxConfiguration) throws(SandboxInputError)
    -> World
  {
    guard let url = configuration.dataFile else {
      return try World(
        configuration: configuration, credentials: Credentials(configuration: configuration))
    }
    let (journal, lines) = try Journal.open(url)
    let known = try World.credentials(in: lines)
    let derived = Credentials(configuration: configuration)
    if let known,
      configuration.appID ?? known.appID != known.appID
        || configuration.appSecret ?? known.appSecret != known.appSecret
    {
      throw SandboxInputError("the data file belongs to another app id or app secret")
    }
    var world = try World(configuration: configuration, credentials: known ?? derived)
    try world.replay(lines)
    world.journal = journal
    if known == nil { world.journalCredentials() }
    return world
  }
}

/// Calls back when the server listens, and then waits for the end.
private struct ReadyService: Service {
  let ports: AsyncStream<Int>
  let onReady: @Sendable (Int) async throws -> Void

  func run() async throws {
    for await port in ports.cancelOnGracefulShutdown() { try await onReady(port) }
    try await gracefulShutdown()
  }
}

/// Performs the calls whose effect comes after their answer was lost.
private struct LateEffects: Service {
  let state: SandboxState

  func run() async {
    await withDiscardingTaskGroup { group in
      for await late in state.late.cancelOnGracefulShutdown() {
        group.addTask {
          guard (try? await Task.sleep(for: .milliseconds(late.milliseconds))) != nil else {
            return
          }
          state.step { $0.executeLate(late.call) }
        }
      }
      // What has not happened by the end of the sandbox never will.
      group.cancelAll()
    }
  }
}
