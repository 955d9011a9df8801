import VitrineCore

/// The fault that a body throws, if it throws one.
func faultThrown<T>(by body: () async throws -> T) async -> Fault? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? Fault
  }
}
