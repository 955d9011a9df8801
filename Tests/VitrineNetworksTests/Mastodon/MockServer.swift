import Foundation
import VitrineCore
import VitrineTestSupport

@testable import VitrineNetworks

/// `mastodon-mock` from PyPI on a port of its own, ended with its pipe.
struct MockServer {
  let baseURL: String
  private let transport = HTTPTransport(HTTPSettings(timeouts: .patient, connections: 4))

  /// Runs a body against a server of so many accounts, `token-1` and on.
  static func run(_ accounts: Int, _ body: (MockServer) async throws -> Void) async throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "mock_server.py").path
    let (input, hold) = try Descriptor.pipe()
    let (output, said) = try Descriptor.pipe()
    let errors = try Descriptor.scratchFile()
    defer { for file in [output, errors] { close(file) } }
    let child = try ChildProcess(
      Python.program, [script, String(accounts)],
      environment: ProcessInfo.processInfo.environment, folder: URL(filePath: "/"),
      streams: ChildProcess.Streams(input: input, output: said, errors: errors))
    for end in [input, said] { close(end) }
    let port = await Descriptor.firstText(in: output).split(whereSeparator: \.isNewline).first
    func end() async {
      // A line, since another child may hold a copy of this end for a moment.
      _ = write(hold, "\n", 1)
      close(hold)
      // Should it not notice, it is ended by its own id.
      child.send(SIGKILL, afterNanoseconds: 20_000_000_000)
      _ = await child.ending()
    }
    guard let port else {
      await end()
      throw ChildProcess.Failure("starting mastodon-mock: \(Descriptor.text(of: errors))")
    }
    let server = MockServer(baseURL: "http://127.0.0.1:\(port)")
    do {
      try await body(server)
    } catch {
      try? await server.transport.shutdown()
      await end()
      throw error
    }
    try? await server.transport.shutdown()
    await end()
  }

  /// What signs in to an account.
  func secret(_ number: Int, token: String? = nil) -> Secret {
    Secret("\(baseURL)\n\(token ?? "token-\(number)")")
  }

  /// Makes the next `count` requests of a kind fail.
  func fail(_ method: String, _ path: String, effect: JSON, count: Int) async throws {
    let rule: JSON = [
      "match": ["methods": [.string(method)], "path": .string(path)], "effect": effect,
      "count": .integer(Int64(count)),
    ]
    let reply = try await transport.send(
      HTTPExchange(
        method: .post, base: baseURL, target: "/api/v1/_mock/faults", bearer: "x",
        form: rule.text))
    guard reply.status == 200 else {
      throw ChildProcess.Failure("a fault: \(String(decoding: reply.body, as: UTF8.self))")
    }
  }
}
