import VitrineCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension RegularFile {
  /// The bytes of a file inside a folder, which no link can lead out of.
  ///
  /// `path` is one that `MediaPath` lets stand. Every folder on the way is opened from the one before
  /// and must be no link, so that nothing can be exchanged between a check and its use; a file that
  /// has a second name (a hard link) may belong to somebody else and is refused. Throws as `read`
  /// does.
  package static func read(
    _ path: String, inside folder: String, limit: Int
  ) throws -> [UInt8] {
    if let problem = MediaPath.problem(with: path) {
      throw Fault(.invalid, problem, subject: path)
    }
    var current = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard current >= 0 else { throw fault(errno, folder) }
    defer { close(current) }
    var names = path.split(separator: "/").map(String.init)
    guard let last = names.popLast() else {
      throw Fault(.invalid, Message("file.name", ""), subject: path)
    }
    for name in names {
      let next = openat(current, name, O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW)
      guard next >= 0 else { throw refusal(errno, current, name, path) }
      close(current)
      current = next
    }
    let descriptor = openat(current, last, flags | O_NOFOLLOW)
    guard descriptor >= 0 else { throw refusal(errno, current, last, path) }
    defer { close(descriptor) }
    return try bytes(ofOpened: descriptor, path, limit: limit, allowingNames: 1)
  }

  /// Why a name could not be opened; systems differ in what they call a link.
  private static func refusal(
    _ code: Int32, _ folder: Int32, _ name: String, _ path: String
  ) -> Fault {
    var status = stat()
    let isLink =
      fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    return isLink ? link(path) : fault(code, path)
  }
}
