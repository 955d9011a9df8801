import Foundation

/// The data file: one JSON document a line, only ever appended to.
///
/// Each change is handed to the operating system before its answer leaves, so that `kill -9` of the
/// sandbox loses nothing that was answered. There is no `fsync`: a power cut may take the last lines.
struct Journal: Sendable {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Why the last write failed; the bytes wait for the next one.
  private(set) var failure: String?

  /// Opens or makes the file and returns the documents in it.
  ///
  /// A last line without its end was torn by a crash before it was answered, and is cut off.
  static func open(_ url: URL) throws(SandboxInputError) -> (journal: Journal, lines: [JSONValue]) {
    let path = url.path
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Journal.failure("cannot open", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw SandboxInputError("data file '\(path)' is in use by another sandbox")
    }
    do throws(SandboxInputError) {
      let bytes = try readAll(descriptor, path)
      let whole = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if whole < bytes.count, ftruncate(descriptor, off_t(whole)) != 0 {
        throw Journal.failure("cannot repair", path)
      }
      var lines: [JSONValue] = []
      for (number, line) in bytes[..<whole].split(separator: 0x0A).enumerated() {
        guard let value = try? JSONReader.read(Array(line)) else {
          throw SandboxInputError("data file '\(path)', line \(number + 1): not a JSON document")
        }
        lines.append(value)
      }
      return (Journal(descriptor: descriptor), lines)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  private static func failure(_ what: String, _ path: String) -> SandboxInputError {
    SandboxInputError("\(what) data file '\(path)': \(String(cString: strerror(errno)))")
  }

  private static func readAll(_ descriptor: Int32, _ path: String) throws(SandboxInputError)
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failure("cannot read", path)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  mutating func append(_ writer: JSONWriter) {
    pending.append(contentsOf: writer.bytes)
    pending.append(0x0A)
  }

  /// Hands everything appended so far to the operating system.
  mutating func flush() {
    failure = nil
    while !pending.isEmpty {
      let count = pending.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        failure = String(cString: strerror(errno))
        return
      }
      pending.removeFirst(count)
    }
  }

  /// Writes what is left, and lets another sandbox have the file.
  mutating func finish() {
    flush()
    close(descriptor)
  }
}
