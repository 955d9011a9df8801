extension Database {
  /// Does what one process does at a time, under a lease that dies with the process; nil where somebody else
  /// does it now.
  package func alone<Result>(
    _ name: String, _ body: () async throws -> Result
  ) async throws -> Result? {
    guard let lease = try await holdLease(name) else { return nil }
    do {
      let result = try await body()
      await lease.release()
      return result
    } catch {
      await lease.release()
      throw error
    }
  }
}
