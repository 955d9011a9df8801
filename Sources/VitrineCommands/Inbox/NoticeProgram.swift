import Foundation
import VitrineCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Hands notices to a program of the retailer's, on its standard input.
///
/// No shell and no arguments: nothing that anybody wrote becomes a command. The program gets the three
/// standard streams and no other descriptor, a few variables of the environment and none of ours, a group
/// of its own and so many seconds; exit code 0 says that it has taken the notice.
struct NoticeProgram: NoticeChannel {
  let name = "command"
  private let path: String
  private let environment: [String]
  private let seconds: Int
  private let time: TimeSource

  /// The variables that a program needs to find its way; a secret stands in none of them.
  private static let passed = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR"]

  /// Takes the path of the program; throws a `Fault(.configuration)` for what cannot be run.
  init(_ file: URL, environment: [String: String], seconds: Int = 10, time: TimeSource) throws {
    guard !file.hasDirectoryPath, access(file.path, X_OK) == 0 else {
      throw Fault(
        .configuration, Message("notice.command.badPath", TerminalText.excerpt(file.path)),
        subject: "notify.command")
    }
    path = file.path
    self.environment = Self.passed.compactMap { name in
      environment[name].map { "\(name)=\($0)" }
    }
    self.seconds = seconds
    self.time = time
  }

  func send(_ message: NoticeMessage) async throws {
    let pid = try start(message.body)
    let deadline = time.monotonic() + UInt64(seconds) * 1_000_000_000
    while true {
      var status: Int32 = 0
      let ended = waitpid(pid, &status, WNOHANG)
      if ended == pid { return try judge(status) }
      if ended < 0, errno != EINTR { throw failed("notice.command.broken", Int(errno)) }
      do {
        guard time.monotonic() < deadline else {
          throw failed("notice.command.slow", seconds)
        }
        try await time.sleep(20)
      } catch {
        // With everything that it started; a child that stays unread would be a zombie.
        kill(-pid, SIGKILL)
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        throw error
      }
    }
  }

  private func judge(_ status: Int32) throws {
    let signal = status & 0x7F
    let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    guard code == 0 else { throw failed("notice.command.failed", Int(code)) }
  }

  private func failed(_ code: String, _ number: Int) -> Fault {
    Fault(
      .unavailable, Message(code: code, arguments: [String(number)]), subject: "notify.command")
  }

  /// Starts the program with these bytes as its input, from a file that no longer has a name: a pipe
  /// would have to be fed while it runs.
  private func start(_ body: [UInt8]) throws -> pid_t {
    let input = try nameless(body)
    defer { shut(input) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    for stream: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    // Connections to the networks are open here, and carry tokens.
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []
    for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    ChildProgram.setDefaultSignals(&attributes)
    // The threads of a Swift program hold back signals, which a child would go on holding back.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var pid: pid_t = 0
    let failure = ChildProgram.withTexts([path]) { words in
      ChildProgram.withTexts(environment) {
        posix_spawn(&pid, path, &actions, &attributes, words, $0)
      }
    }
    guard failure == 0 else { throw failed("notice.command.broken", Int(failure)) }
    return pid
  }

  private func nameless(_ body: [UInt8]) throws -> Int32 {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "vitrine-\(UInt64.random(in: .min ... .max))").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failed("notice.command.broken", Int(errno)) }
    unlink(path)
    var written = 0
    while written < body.count {
      let count = body[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let number = Int(errno)
        shut(descriptor)
        throw failed("notice.command.broken", number)
      }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}

/// Closes a descriptor; a channel has a `close` of its own.
private func shut(_ descriptor: Int32) { close(descriptor) }
