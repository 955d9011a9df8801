import Testing

/// Lets only a few tests at a time start programs: two cores have to carry them all, and a kill
/// instant drawn from a quiet launch should fall into a launch that is about as quick.
package struct Lane: TestTrait, SuiteTrait, TestScoping {
  /// A suite hands the trait down to its tests.
  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await Places.lanes.hold(function)
  }
}

extension Trait where Self == Lane {
  /// Waits for one of the few lanes.
  package static var lane: Self { Lane() }
}

/// A number of places for tests that run at the same time; who comes first goes first.
///
/// Without them every test begins at once, and what answers within a second alone takes half a minute.
actor Places {
  /// For tests that start programs.
  static let lanes = Places(3)
  /// For all others that have a folder, and so a database, a server or both.
  static let folders = Places(10)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private init(_ count: Int) { free = count }

  nonisolated func hold(_ body: @concurrent @Sendable () async throws -> Void) async throws {
    await enter()
    do {
      try await body()
    } catch {
      await leave()
      throw error
    }
    await leave()
  }

  private func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
