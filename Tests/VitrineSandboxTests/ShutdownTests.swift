import AsyncHTTPClient
import Foundation
import Logging
import ServiceLifecycle
import Testing

@testable import VitrineSandbox

@Suite(.timeLimit(.minutes(30)))
struct ShutdownTests {
  /// A sandbox as one service among others, the way the command runs it.
  private struct SandboxService: Service {
    let configuration: SandboxConfiguration
    let onReady: @Sendable (SandboxReady) async throws -> Void

    func run() async throws {
      try await Sandbox.serve(configuration, onReady: onReady)
    }
  }

  @Test(arguments: [[], ["hang,op=accounts"], ["slow,op=accounts,delay=600000"]])
  func `a graceful shutdown waits for nobody who hangs`(_ faults: [String]) async throws {
    let (ready, announcement) = AsyncStream.makeStream(of: SandboxReady.self)
    let service = SandboxService(configuration: .small(faults: faults)) {
      announcement.yield($0)
      announcement.finish()
    }
    let group = ServiceGroup(
      configuration: .init(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    let http = HTTPClient(eventLoopGroupProvider: .singleton)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      for await ready in ready {
        let visitor = Visitor(ready: ready, http: http)
        tasks.addTask { _ = try? await visitor.pages() }
        while try await visitor.send("GET", "/sandbox/stats").json["total"] != .number("1") {
          await Task.yield()
        }
        await group.triggerGracefulShutdown()
      }
      try await tasks.waitForAll()
    }
    try await http.shutdown()
  }

  @Test func `an error while announcing ends the sandbox`() async throws {
    #expect(await refusal(of: .small()) == "it started")
  }
}
