import Testing

/// Lets only a few tests at a time start programs: two cores have to carry them all, and a kill
/// instant drawn from a quiet launch should fall into a launch that is about as quick.
struct Lane: TestTrait, SuiteTrait, TestScoping {
  /// A suite hands the trait down to its tests.
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    await Lanes.shared.enter()
    do {
      try await function()
    } catch {
      await Lanes.shared.leave()
      throw error
    }
    await Lanes.shared.leave()
  }
}

extension Trait where Self == Lane {
  /// Waits for one of the few lanes.
  static var lane: Self { Lane() }
}

private actor Lanes {
  static let shared = Lanes()
  private var free = 3
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
