import VitrineCore

/// Whether deliveries get further; trying again and again is no movement.
struct Movement {
  /// How many deliveries have got how far, in steps that retries do not undo.
  private struct Stage: Hashable {
    let broadcast: BroadcastID?
    let state: BroadcastState
    let drafted: Int
    let published: Int
    let confirmed: Int
    let stopped: Int

    init(_ progress: DeliveryProgress) {
      broadcast = progress.broadcast
      state = progress.state
      drafted = progress.count(.staged, .releasing)
      published = progress.count(.published, .amending, .removing)
      confirmed = progress.count(.confirmed)
      stopped = progress.count(.held, .refused, .failed, .missed, .cancelled, .takenDown)
    }
  }

  private var stages: [Stage] = []
  private var since: UInt64

  /// Begins to watch; times are nanoseconds of the monotonic clock.
  init(at now: UInt64) { since = now }

  /// Takes in how far everything is.
  mutating func note(_ progress: [DeliveryProgress], at now: UInt64) {
    let stages = progress.map(Stage.init)
    if stages != self.stages { since = now }
    self.stages = stages
  }

  /// Whether nothing has moved for longer than the patience lasts, in milliseconds.
  func isOver(_ patience: Int64?, at now: UInt64) -> Bool {
    guard let patience else { return false }
    return (now - since) / 1_000_000 >= UInt64(max(0, patience))
  }
}
