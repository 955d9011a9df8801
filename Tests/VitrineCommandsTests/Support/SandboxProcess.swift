import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import VitrineCore
import VitrineTestSupport

/// `vitrine sandbox serve` as a process of its own, and its own truth.
///
/// A shell holds it by its pid and ends it when the test lets go, or when the test process is gone.
struct SandboxProcess: Sendable {
  let baseURL: String
  let userToken: String
  let appID: String
  let appSecret: String
  private let lifeline: Lifeline
  private let talk: FileHandle

  /// Serves the stores of a file on any free port.
  static func start(
    stores: URL, folder: URL, arguments: [String] = []
  ) async throws -> SandboxProcess {
    let ready = folder.appending(path: "sandbox-\(UUID().uuidString).json")
    let (reading, writing) = try Descriptor.pipe()
    // Kept open to its end, for it may say more.
    let talk = FileHandle(fileDescriptor: reading, closeOnDealloc: true)
    let script = """
      trap '' HUP INT PIPE TERM
      "$@" </dev/null & pid=$!
      read -r line
      kill -9 "$pid" 2>/dev/null
      wait "$pid" 2>/dev/null
      """
    let lifeline = try Lifeline(
      script,
      [
        Program.path, "sandbox", "serve", "--stores", stores.path, "--ready-file", ready.path,
      ] + arguments, environment: Desk.bareEnvironment, folder: folder, output: writing,
      errors: writing)
    close(writing)
    // It says one line when it listens; or more, and then no file, when it does not.
    let line = await Descriptor.firstText(in: reading)
    guard let data = try? Data(contentsOf: ready),
      let base = (try JSON(bytes: Array(data)))["baseURL"]?.text
    else {
      await lifeline.release()
      throw Refused(status: 0, text: "the sandbox does not start: \(line)")
    }
    let json = try JSON(bytes: Array(data))
    return SandboxProcess(
      baseURL: base, userToken: json["userToken"]?.text ?? "", appID: json["appID"]?.text ?? "",
      appSecret: json["appSecret"]?.text ?? "", lifeline: lifeline, talk: talk)
  }

  /// Ends it.
  func stop() async { await lifeline.release() }

  /// A post as the sandbox knows it.
  struct Post: Hashable, Sendable {
    let id: String
    let page: String
    let store: String
    let message: String
    let state: String
    let wasPublished: Bool
  }

  /// Every post that a visitor sees; with `all` the drafts and the deleted ones too.
  func posts(all: Bool = false) async throws -> [Post] {
    try await send("GET", "/sandbox/posts\(all ? "?all=true" : "")")["items"]?.items.map {
      Post(
        id: $0["id"]?.text ?? "", page: $0["page"]?.text ?? "", store: $0["store"]?.text ?? "",
        message: $0["message"]?.text ?? "", state: $0["state"]?.text ?? "",
        wasPublished: $0["wasPublished"] == true)
    } ?? []
  }

  /// How many calls of a kind it has had.
  func calls(_ kind: String) async throws -> Int {
    Int(try await send("GET", "/sandbox/stats")["calls"]?[kind]?.number ?? -1)
  }

  /// How many calls came although they had been told to wait.
  func callsWhileThrottled() async throws -> Int {
    Int(try await send("GET", "/sandbox/stats")["whileThrottled"]?.number ?? -1)
  }

  /// The id of a store's page.
  func page(of store: String) async throws -> String {
    let pages = try await send("GET", "/sandbox/pages")["items"]?.items ?? []
    return pages.first { $0["store"]?.text == store }?["id"]?.text ?? ""
  }

  /// Arms faults.
  func arm(_ faults: [String]) async throws {
    for fault in faults { _ = try await send("POST", "/sandbox/faults", .string(fault)) }
  }

  /// Somebody at a store gives a person rights on its page, around the desk.
  func letIn(_ person: String, store: String) async throws {
    _ = try await send(
      "POST", "/sandbox/people", ["page": .string(store), "name": .string(person)])
  }

  /// Sets switches.
  func set(_ switches: [String: JSON]) async throws {
    if !switches.isEmpty { _ = try await send("POST", "/sandbox/switches", .object(switches)) }
  }

  /// Takes all faults away, with what they left behind.
  func clearFaults() async throws { _ = try await send("DELETE", "/sandbox/faults") }

  /// Somebody deletes a post by hand.
  func delete(_ post: String) async throws {
    _ = try await send("DELETE", "/sandbox/posts/\(post)")
  }

  /// Somebody posts on a store's page by hand.
  func post(_ text: String, on store: String) async throws {
    _ = try await send(
      "POST", "/sandbox/posts", ["page": .string(store), "message": .string(text)])
  }

  /// Somebody changes a post by hand.
  func edit(_ post: String, to text: String) async throws {
    _ = try await send("PATCH", "/sandbox/posts/\(post)", ["message": .string(text)])
  }

  /// The tokens of the pages, as the person behind them finds them.
  func pageTokens() async throws -> [String] {
    let answer = try await send(
      "GET", "/v26.0/me/accounts?limit=100&fields=access_token&access_token=\(userToken)")
    return answer["data"]?.items.compactMap { $0["access_token"]?.text } ?? []
  }

  /// The sandbox said no, or nothing.
  struct Refused: Error, CustomStringConvertible {
    let status: UInt
    let text: String
    var description: String { "\(status): \(text)" }
  }

  private func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
    var request = HTTPClientRequest(url: baseURL + path)
    request.method = HTTPMethod(rawValue: method)
    if let body {
      request.headers.replaceOrAdd(name: "Content-Type", value: "application/json")
      request.body = .bytes(ByteBuffer(bytes: body.bytes))
    }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    let bytes = try await response.body.collect(upTo: 1 << 25)
    guard response.status == .ok else {
      throw Refused(status: response.status.code, text: String(buffer: bytes))
    }
    return try JSON(bytes: Array(bytes.readableBytesView))
  }
}
