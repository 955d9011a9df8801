/// A fault in a running sandbox: its specification and how often it has happened.
struct ArmedFault: Sendable {
  let spec: FaultSpec
  private let operation: CallKind?
  private(set) var fired = 0

  init(_ spec: FaultSpec) {
    self.spec = spec
    operation = spec.operation.flatMap(CallKind.init)
  }

  /// Decides whether the fault meets this call, and counts it if so.
  mutating func fires(
    for kind: CallKind, pageID: String?, storeCode: String?, inBatch: Bool,
    using random: inout SplitMix64
  ) -> Bool {
    if let count = spec.count, fired >= count { return false }
    switch spec.kind {
    case .nullMember, .nullMemberDone: guard inBatch else { return false }
    default: break
    }
    if let operation, !(spec.kind == .listLag && operation == .list) {
      guard operation == kind else { return false }
    } else {
      guard spec.kind.meets(kind) else { return false }
    }
    if !spec.pages.isEmpty {
      guard spec.pages.contains(where: { $0 == pageID || $0 == storeCode }) else { return false }
    }
    if spec.rate < 1 {
      guard Double.random(in: 0..<1, using: &random) < spec.rate else { return false }
    }
    fired += 1
    return true
  }
}
