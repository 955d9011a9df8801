import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization
import VitrineCore
import VitrineSandbox

@testable import VitrineNetworks

/// A connector of Instagram over a sandbox of its own, and the sandbox's truth.
struct InstagramStage: Sendable {
  let ready: SandboxReady
  let facebook: FacebookConnector
  let instagram: InstagramConnector
  let shelf: MemoryShelf
  let clock: StageClock
  /// The accounts, as the connector finds them.
  let accounts: [RemotePage]
  private let http: HTTPClient

  /// Runs the body on a stage.
  static func run(
    pages: Int = 2, hasShelf: Bool = true, hasSecret: Bool = true, faults: [String] = [],
    switches: SandboxSwitches = SandboxSwitches(),
    _ body: @escaping @Sendable (InstagramStage) async throws -> Void
  ) async throws {
    let clock = StageClock()
    var configuration = SandboxConfiguration(
      stores: (1...pages).map { SandboxStore(code: "FR-\($0)", name: "Magasin \($0)") })
    configuration.now = { Date(timeIntervalSince1970: Double(clock.now().milliseconds) / 1000) }
    configuration.faults = try faults.map { try FaultSpec.parse($0) }
    configuration.switches = switches
    let (ready, announcement) = AsyncStream.makeStream(of: SandboxReady.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [configuration] in
        try await Sandbox.serve(configuration) {
          announcement.yield($0)
          announcement.finish()
        }
      }
      group.addTask {
        for await ready in ready {
          try await perform(ready, clock, hasShelf: hasShelf, hasSecret: hasSecret, body)
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private static func perform(
    _ ready: SandboxReady, _ clock: StageClock, hasShelf: Bool, hasSecret: Bool,
    _ body: @Sendable (InstagramStage) async throws -> Void
  ) async throws {
    let shelf = MemoryShelf()
    let facebook = FacebookConnector(
      try FacebookConfiguration(
        baseURL: ready.baseURL, appID: ready.appID,
        appSecret: hasSecret ? Secret(ready.appSecret) : nil,
        // A busy machine may be slow; what ends a test is its own deadline.
        timeouts: FacebookConfiguration.Timeouts(
          connectMilliseconds: 120_000, requestMilliseconds: 120_000,
          readIdleMilliseconds: 120_000)))
    let http = HTTPClient(eventLoopGroupProvider: .singleton)
    let result: Result<Void, any Error>
    do {
      let complete = InstagramConnector(sharing: facebook, shelf: shelf, now: clock.now)
      let stage = InstagramStage(
        ready: ready, facebook: facebook,
        instagram: hasShelf
          ? complete : InstagramConnector(sharing: facebook, shelf: nil, now: clock.now),
        shelf: shelf, clock: clock,
        accounts: try await complete.pages(visibleTo: Secret(ready.userToken)), http: http)
      try await body(stage)
      result = .success(())
    } catch {
      result = .failure(error)
    }
    try await http.shutdown()
    try await facebook.shutdown()
    try result.get()
  }

  /// The outcome of one call about the first account.
  func perform(
    _ step: NetworkCall.Step, bytes: [UInt8]? = nil, token: Secret? = nil
  ) async -> NetworkAnswer.Outcome {
    let call = NetworkCall(
      page: accounts[0].id, token: token ?? accounts[0].token ?? .absent, step: step, bytes: bytes)
    return await instagram.perform([call])[0].outcome
  }

  /// A container of one picture.
  func staged(_ text: String, alt: String? = nil) async -> RemoteID? {
    let picture = MemoryShelf.picture(1, alt: alt)
    let upload = await perform(.upload(picture.0), bytes: picture.1)
    guard case .uploaded(let address) = upload else { return nil }
    let content = PostContent(text: text, media: [picture.0])
    guard case .staged(let id) = await perform(.stage(content, pictures: [address])) else {
      return nil
    }
    return id
  }

  /// A post of one picture.
  func published(_ text: String) async -> RemoteID? {
    guard let draft = await staged(text),
      case .published(let id, _) = await perform(.release(draft: draft))
    else { return nil }
    return id
  }

  /// The posts that visitors see, as the sandbox knows them.
  func posts() async throws -> [JSONValue] {
    try await ask("GET", "/sandbox/posts")["items"]?.array ?? []
  }

  /// How many calls of a kind the sandbox has had.
  func calls(_ kind: String) async throws -> Int64 {
    try await ask("GET", "/sandbox/stats")["calls"]?[kind]?.integer ?? -1
  }

  /// Sets a switch, or does something by hand.
  @discardableResult
  func ask(_ method: String, _ path: String, _ body: String? = nil) async throws -> JSONValue {
    var request = HTTPClientRequest(url: ready.baseURL + path)
    request.method = .init(rawValue: method)
    if let body { request.body = .bytes(ByteBuffer(string: body)) }
    let response = try await http.execute(request, timeout: .seconds(120))
    let bytes = try await response.body.collect(upTo: 1 << 24)
    return JSONReader.read(Array(bytes.readableBytesView)) ?? .null
  }
}

/// A clock that moves when it is told to, for both sides.
final class StageClock: Sendable {
  private let moment = Mutex(Int64(1_800_000_000_000))

  var now: @Sendable () -> Timestamp {
    { Timestamp(clamping: self.moment.withLock { $0 }) }
  }

  func advance(bySeconds seconds: Int64) { moment.withLock { $0 += seconds * 1000 } }
}

/// A shelf in memory, which can be full or have strange addresses.
final class MemoryShelf: MediaShelf {
  struct Full: Error {}

  private let state = Mutex((held: [String: [UInt8]](), ending: "jpg", isFull: false))

  var held: [String: [UInt8]] { state.withLock { $0.held } }

  func change(ending: String = "jpg", isFull: Bool = false) {
    state.withLock { ($0.ending, $0.isFull) = (ending, isFull) }
  }

  func put(_ bytes: [UInt8], digest: String) async throws -> String {
    try state.withLock { state in
      if state.isFull { throw Full() }
      state.held[digest] = bytes
      return "https://media.example/\(digest).\(state.ending)"
    }
  }

  /// A picture that begins like a JPEG; the connector looks no further.
  static func picture(_ number: UInt8, alt: String? = nil) -> (PostPicture, [UInt8]) {
    let bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, number]
    return (PostPicture(digest: Hash(of: bytes).hex, type: .jpeg, alt: alt), bytes)
  }
}
