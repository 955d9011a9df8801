import AsyncHTTPClient
import Foundation
import Synchronization

@testable import VitrineSandbox

/// Runs a sandbox on a free port for as long as the body takes.
func withSandbox<Value: Sendable>(
  _ configuration: SandboxConfiguration = .small(),
  _ body: @escaping @Sendable (Visitor) async throws -> Value
) async throws -> Value {
  let (ready, announcement) = AsyncStream.makeStream(of: SandboxReady.self)
  return try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask {
      try await Sandbox.serve(configuration) {
        announcement.yield($0)
        announcement.finish()
      }
      return nil
    }
    group.addTask {
      for await ready in ready {
        let http = HTTPClient(eventLoopGroupProvider: .singleton)
        do {
          let value = try await body(Visitor(ready: ready, http: http))
          try await http.shutdown()
          return value
        } catch {
          try? await http.shutdown()
          throw error
        }
      }
      return nil
    }
    while let value = try await group.next() {
      if let value {
        group.cancelAll()
        return value
      }
    }
    throw SandboxInputError("the sandbox ended before it was ready")
  }
}

/// The reason for which a sandbox does not start.
func refusal(of configuration: SandboxConfiguration) async -> String {
  do {
    try await Sandbox.serve(configuration) { _ in throw SandboxInputError("it started") }
    return "it ran and ended"
  } catch {
    return (error as? SandboxInputError)?.message ?? "\(error)"
  }
}

extension SandboxConfiguration {
  /// A sandbox of a few pages with the given faults.
  static func small(_ pages: Int = 4, faults: [String] = []) -> SandboxConfiguration {
    let stores = (1...pages).map {
      SandboxStore(code: "FR-\($0)", name: "Magasin nº \($0)", city: "Brest", postcode: "29200")
    }
    var configuration = SandboxConfiguration(stores: stores)
    configuration.faults = faults.compactMap { try? FaultSpec.parse($0) }
    return configuration
  }
}

/// A clock that moves when it is told to.
final class HandClock: Sendable {
  private let moment = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

  var now: @Sendable () -> Date { { self.moment.withLock { $0 } } }

  func advance(bySeconds seconds: Double) {
    moment.withLock { $0 += seconds }
  }
}

/// A folder of its own for the body, removed afterwards.
func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "vitrine-sandbox-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}
