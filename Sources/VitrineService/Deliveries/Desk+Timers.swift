import VitrineCore

extension Desk {
  /// How long before its hour a broadcast begins to be staged, in milliseconds.
  ///
  /// Longer where a network publishes by itself: it wants to be told in time, and a desk whose machines stop a
  /// quarter of an hour before would have told it nothing.
  var broadcastLeadMilliseconds: Int64 {
    let hasTimer = networks.values.contains { $0.abilities.timer != nil }
    return hasTimer
      ? max(rules.stageLeadMilliseconds, NativeTimer.lead) : rules.stageLeadMilliseconds
  }
}
