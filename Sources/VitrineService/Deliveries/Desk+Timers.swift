import VitrineCore

extension Desk {
  /// Whether posts are handed to some network with their hour.
  var hasTimers: Bool { networks.values.contains { $0.abilities.timer != nil } }

  /// How long before its hour a broadcast begins to be staged, in milliseconds.
  ///
  /// Longer where a network publishes by itself: it wants to be told in time, and a desk whose machines stop a
  /// quarter of an hour before would have told it nothing.
  var broadcastLeadMilliseconds: Int64 {
    hasTimers ? max(rules.stageLeadMilliseconds, NativeTimer.lead) : rules.stageLeadMilliseconds
  }
}
