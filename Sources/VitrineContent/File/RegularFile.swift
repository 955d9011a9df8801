import VitrineCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads the bytes of a regular file, and of nothing else.
///
/// The file is opened once, and what was opened is what is checked and read: a FIFO, a device or a
/// folder is refused without waiting for it, and the size is known before a byte is read.
package enum RegularFile {
  /// The bytes of a file of at most `limit` bytes.
  ///
  /// A name that is a link is refused unless links are followed. Throws a `Fault`: `notFound` when
  /// there is no such file, `invalid` when it is no regular file, a link, a loop of links or too
  /// large, `io` when the system will not let us read it.
  package static func read(
    _ path: String, limit: Int, followingLinks: Bool = true
  ) throws -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw Fault(
        .invalid, Message("file.name", TerminalText.excerpt(path)),
        subject: TerminalText.excerpt(path))
    }
    let descriptor = open(path, flags | (followingLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
      throw errno == ELOOP && !followingLinks ? link(path) : fault(errno, path)
    }
    defer { close(descriptor) }
    return try bytes(ofOpened: descriptor, path, limit: limit, allowingNames: .max)
  }

  // O_NONBLOCK: opening a FIFO without a writer must not wait.
  static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// The bytes of what was opened, when it is a regular file with no more than so many names.
  static func bytes(
    ofOpened descriptor: Int32, _ path: String, limit: Int, allowingNames names: Int
  ) throws -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault(errno, path) }
    let shown = TerminalText.excerpt(path)
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(
        .invalid, Message("file.not-regular", shown), hint: Message("file.not-regular-hint"),
        subject: path)
    }
    guard Int(status.st_nlink) <= names else {
      throw Fault(
        .invalid, Message("file.hard-link", shown), hint: Message("file.hard-link-fix"),
        subject: path)
    }
    guard status.st_size <= limit else {
      throw tooLarge(shown, Int(status.st_size), limit, path)
    }
    return try bytes(of: descriptor, expecting: Int(status.st_size), limit, path)
  }

  private static func bytes(
    of descriptor: Int32, expecting size: Int, _ limit: Int, _ path: String
  ) throws -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { unistd(descriptor, $0) }
      if count < 0 {
        if errno == EINTR { continue }
        throw fault(errno, path)
      }
      if count == 0 { return result }
      result += buffer[..<count]
      // The file may have grown since its size was asked.
      guard result.count <= limit else {
        throw tooLarge(TerminalText.excerpt(path), result.count, limit, path)
      }
    }
  }

  private static func unistd(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func tooLarge(_ shown: String, _ size: Int, _ limit: Int, _ path: String) -> Fault
  {
    Fault(.invalid, Message("file.too-large", shown, size, limit), subject: path)
  }

  static func link(_ path: String) -> Fault {
    Fault(
      .invalid, Message("file.link", TerminalText.excerpt(path)), hint: Message("file.link-fix"),
      subject: path)
  }

  static func fault(_ code: Int32, _ path: String) -> Fault {
    let shown = TerminalText.excerpt(path)
    switch code {
    case ENOENT, ENOTDIR:
      return Fault(.notFound, Message("file.missing", shown), subject: path)
    case ELOOP:
      return Fault(.invalid, Message("file.loop", shown), subject: path)
    case ENXIO, EISDIR:
      return Fault(
        .invalid, Message("file.not-regular", shown), hint: Message("file.not-regular-hint"),
        subject: path)
    case ENAMETOOLONG:
      return Fault(.invalid, Message("file.name", shown), subject: path)
    case EACCES, EPERM:
      return Fault(.io, Message("file.no-access", shown), subject: path)
    default:
      return Fault(
        .io, Message("file.unreadable", shown, String(cString: strerror(code))), subject: path)
    }
  }
}
