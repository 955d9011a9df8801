/// What the sandbox was asked, by kind of call.
struct Statistics: Sendable {
  /// HTTP requests to the Graph API; a batch is one.
  var total = 0
  /// Calls made to something that was throttled at that moment.
  var whileThrottled = 0
  private var calls = [Int](repeating: 0, count: CallKind.allCases.count)

  mutating func count(_ kind: CallKind, times: Int = 1) {
    calls[Self.position[kind] ?? 0] += times
  }

  subscript(kind: CallKind) -> Int { calls[Self.position[kind] ?? 0] }

  private static let position = Dictionary(
    uniqueKeysWithValues: CallKind.allCases.enumerated().map { ($1, $0) })
}
