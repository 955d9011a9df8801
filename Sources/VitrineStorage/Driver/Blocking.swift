import Dispatch

/// Work that waits for a file, a lock or a server, kept off the cooperative pool.
///
/// The pool has a thread for each processor; two blocking calls would stop a whole small server.
enum Blocking {
  /// Runs a body on a thread of its own, to its end even when the task is cancelled.
  static func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
    }
  }
}
