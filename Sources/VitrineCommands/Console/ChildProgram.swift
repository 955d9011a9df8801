import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What every program needs that is started from here.
enum ChildProgram {
  /// Gives a body texts as C programs take them: an array of pointers that ends with none.
  static func withTexts<T>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T
  ) -> T {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// Lets the program react to signals as programs do, whatever this one does with them.
  static func setDefaultSignals(_ attributes: inout posix_spawnattr_t) {
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
  }
}
