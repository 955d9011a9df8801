import Foundation
import Synchronization
import VitrineTestSupport

/// A wire between the program under test and the sandbox, which breaks on demand.
///
/// It knows nothing of HTTP but that a request is followed by its answer. Plain sockets and a thread for
/// each connection: nothing of the client under test helps it.
final class Wire: Sendable {
  /// What befalls a request and its answer.
  enum Trouble: CaseIterable, Sendable {
    /// Both come through, a little later.
    case delay
    /// Half of the request arrives, and the connection is reset.
    case cutRequest
    /// The request is carried out, and the connection is reset before the answer.
    case lostAnswer
    /// The connection is reset in the middle of the answer.
    case cutAnswer
    /// Half of the answer arrives, and nothing more, for as long as anybody waits.
    case silence
    /// The connection is reset, and others are refused for a while.
    case refusal
  }

  private struct State {
    var random: SeededGenerator
    var troubles: [Trouble] = []
    var perMille = 0
    var met: [Trouble: Int] = [:]
    var refusedUntil: UInt64 = 0
    var isCut = false
  }

  /// The address to be used instead of the sandbox's.
  let baseURL: String
  private let target: UInt16
  private let port: UInt16
  /// Keeps the port for us while connections are refused.
  private let reserve: Int32
  private let state: Mutex<State>

  /// Answers that stop in the middle cost their whole timeout: only so many of them.
  private static let mostSilences = 2

  /// Leads to a server on this machine, by its address.
  init(to address: String, seed: UInt64) throws {
    guard let target = address.split(separator: ":").last.flatMap({ UInt16($0) }) else {
      throw ChildProcess.Failure("finding the port in \(address)", number: EINVAL)
    }
    self.target = target
    state = Mutex(State(random: SeededGenerator(seed: seed)))
    (reserve, port) = try Wire.bound(to: 0)
    baseURL = "http://127.0.0.1:\(port)"
    let listener = try listen()
    Thread.detachNewThread { self.accept(at: listener) }
  }

  /// So many requests in a thousand meet one of these from now on.
  func trouble(_ troubles: [Trouble], perMille: Int) {
    state.withLock {
      $0.troubles = troubles
      $0.perMille = perMille
    }
  }

  /// Nothing happens any more.
  func calm() {
    state.withLock {
      $0.perMille = 0
      $0.refusedUntil = 0
    }
  }

  /// How many requests have met something.
  var met: [Trouble: Int] { state.withLock { $0.met } }

  /// Ends it with every connection.
  func cut() { state.withLock { $0.isCut = true } }

  private var isCut: Bool { state.withLock { $0.isCut } }

  /// What the next request meets.
  private func draw() -> Trouble? {
    state.withLock { state in
      guard !state.troubles.isEmpty,
        Int.random(in: 0..<1_000, using: &state.random) < state.perMille
      else { return nil }
      let trouble = state.troubles[
        Int.random(in: 0..<state.troubles.count, using: &state.random)]
      if trouble == .silence, state.met[.silence, default: 0] >= Self.mostSilences { return nil }
      if trouble == .refusal {
        let length = UInt64.random(in: 50_000_000...300_000_000, using: &state.random)
        state.refusedUntil = monotonic() + length
      }
      state.met[trouble, default: 0] += 1
      return trouble
    }
  }

  private func drawDelay() -> UInt32 {
    state.withLock { UInt32.random(in: 5_000...400_000, using: &$0.random) }
  }

  /// Takes connections until it is cut; while they are refused, nobody listens.
  private func accept(at first: Int32) {
    var listener: Int32? = first
    while !isCut {
      let isRefusing = state.withLock { $0.refusedUntil > monotonic() }
      if isRefusing, let open = listener {
        close(open)
        listener = nil
      } else if !isRefusing, listener == nil {
        listener = try? listen()
      }
      var ends = [pollfd(fd: listener ?? -1, events: Int16(POLLIN), revents: 0)]
      guard poll(&ends, 1, 20) > 0, let listener else { continue }
      let client = Foundation.accept(listener, nil, nil)
      if client >= 0 { Thread.detachNewThread { self.carry(client) } }
    }
    if let listener { close(listener) }
    close(reserve)
  }

  private func listen() throws -> Int32 {
    let (listener, _) = try Wire.bound(to: port)
    guard Foundation.listen(listener, 64) == 0 else {
      defer { close(listener) }
      throw ChildProcess.Failure("listening on port \(port)")
    }
    return listener
  }

  /// Carries requests and answers of one connection to its end.
  private func carry(_ client: Int32) {
    guard let server = try? Self.connection(to: target) else {
      close(client)
      return
    }
    if transfer(client, server) { Self.resetOnClose(client) }
    close(client)
    close(server)
  }

  /// Carries to and fro; returns whether the connection is to be reset, and not closed.
  private func transfer(_ client: Int32, _ server: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var isAnswering = true
    var trouble: Trouble?
    while !isCut {
      var ends = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&ends, 2, 50) > 0 else { continue }
      if ends[0].revents != 0 {
        let count = recv(client, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        if isAnswering {
          isAnswering = false
          trouble = draw()
        }
        switch trouble {
        case .refusal: return true
        case .cutRequest:
          _ = Self.send(buffer.prefix(count / 2), to: server)
          return true
        default: guard Self.send(buffer.prefix(count), to: server) else { return true }
        }
      }
      if ends[1].revents != 0 {
        let count = recv(server, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        let isFirst = !isAnswering
        isAnswering = true
        switch isFirst ? trouble : nil {
        case .lostAnswer: return true
        case .cutAnswer:
          _ = Self.send(buffer.prefix(count / 2), to: client)
          return true
        case .silence:
          _ = Self.send(buffer.prefix(count / 2), to: client)
          waitForEnd(of: client)
          return false
        case .delay: usleep(drawDelay())
        default: break
        }
        guard Self.send(buffer.prefix(count), to: client) else { return true }
      }
    }
    return false
  }

  /// Waits until the other side has given up.
  private func waitForEnd(of client: Int32) {
    var byte: UInt8 = 0
    while !isCut {
      var ends = [pollfd(fd: client, events: Int16(POLLIN), revents: 0)]
      if poll(&ends, 1, 50) > 0, recv(client, &byte, 1, 0) <= 0 { return }
    }
  }

  private static func send(_ bytes: ArraySlice<UInt8>, to end: Int32) -> Bool {
    var left = bytes
    while !left.isEmpty {
      let count = left.withUnsafeBytes {
        Foundation.send(end, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      left = left.dropFirst(count)
    }
    return true
  }

  /// What is closed then ends with a reset, as after a crash.
  private static func resetOnClose(_ end: Int32) {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(end, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  private static func socket() throws -> Int32 {
    let end = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard end >= 0 else { throw ChildProcess.Failure("making a socket") }
    _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    return end
  }

  /// A socket at a port of this machine, or at any free one.
  private static func bound(to port: UInt16) throws -> (socket: Int32, port: UInt16) {
    let end = try socket()
    var yes: Int32 = 1
    setsockopt(end, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var place = loopback(port)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(end, $0, size) == 0 && getsockname(end, $0, &size) == 0
      }
    }
    guard isBound else {
      defer { close(end) }
      throw ChildProcess.Failure("taking port \(port)")
    }
    return (end, UInt16(bigEndian: place.sin_port))
  }

  private static func connection(to port: UInt16) throws -> Int32 {
    let end = try socket()
    var place = loopback(port)
    let isThere = withUnsafePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isThere else {
      defer { close(end) }
      throw ChildProcess.Failure("connecting to port \(port)")
    }
    return end
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return place
  }
}
