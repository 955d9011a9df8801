import VitrineCore

/// What is known of the limits of one network, as all workers share it.
package struct StoredNetworkState: Hashable, Sendable {
  /// Which network.
  package let network: Network
  /// How much of the app's budget was used at the last report.
  package var appPercent = 0
  /// When that was.
  package var appReported = Timestamp(clamping: 0)
  /// Until when that report counts.
  package var appCountsUntil = Timestamp(clamping: 0)
  /// From when on the app's bucket holds a call.
  package var appNext = Timestamp(clamping: 0)
  /// From when on the host's bucket holds a call.
  package var hostNext = Timestamp(clamping: 0)
  /// How many requests in a row got no answer.
  package var silences = 0
  /// When the first of them was noticed.
  package var silentSince: Timestamp?
  /// When the next call may be made; nil while any may.
  package var probe: Timestamp?
  /// The page that was taken for spam last.
  package var blockedPage: RemoteID?
  /// When.
  package var blocked: Timestamp?

  /// Knows nothing yet.
  package init(network: Network) { self.network = network }

  init(row: Row) throws {
    network = Network(rawValue: try row.text("network"))
    appPercent = try row.int("app_percent")
    appReported = try row.timestamp("app_reported_at")
    appCountsUntil = try row.timestamp("app_counts_until")
    appNext = try row.timestamp("app_next_at")
    hostNext = try row.timestamp("host_next_at")
    silences = try row.int("silences")
    silentSince = try row.optionalTimestamp("silent_since")
    probe = try row.optionalTimestamp("probe_at")
    blockedPage = try row.optionalText("blocked_page").map { RemoteID($0) }
    blocked = try row.optionalTimestamp("blocked_at")
  }
}

/// A page that has used 60 % of its budget and more.
package struct StoredPageUsage: Hashable, Sendable {
  /// Which network.
  package let network: Network
  /// The network's id of the page.
  package let page: RemoteID
  /// How much was used at the last report.
  package var percent: Int
  /// When that was.
  package var reported: Timestamp
  /// Until when that report counts.
  package var countsUntil: Timestamp
  /// From when on the page's bucket holds a call.
  package var next: Timestamp

  /// Makes a usage.
  package init(
    network: Network, page: RemoteID, percent: Int, reported: Timestamp, countsUntil: Timestamp,
    next: Timestamp = Timestamp(clamping: 0)
  ) {
    self.network = network
    self.page = page
    self.percent = percent
    self.reported = reported
    self.countsUntil = countsUntil
    self.next = next
  }

  init(row: Row) throws {
    network = Network(rawValue: try row.text("network"))
    page = RemoteID(try row.text("remote_page"))
    percent = try row.int("percent")
    reported = try row.timestamp("reported_at")
    countsUntil = try row.timestamp("counts_until")
    next = try row.timestamp("next_at")
  }
}
