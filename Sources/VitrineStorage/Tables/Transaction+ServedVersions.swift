import VitrineCore

/// Which version of its interface a network served last.
package struct ServedVersion: Hashable, Sendable {
  /// The network.
  package let network: Network
  /// Which version was asked for.
  package let asked: String
  /// Which version answered.
  package let served: String

  /// Makes a note.
  package init(network: Network, asked: String, served: String) {
    self.network = network
    self.asked = asked
    self.served = served
  }
}

extension Transaction {
  /// Keeps which version answered; the newest word of each network.
  package func note(_ version: ServedVersion, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO served_version (network, asked, served, seen_at) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (network) DO UPDATE SET asked = excluded.asked, served = excluded.served,
        seen_at = excluded.seen_at
      """,
      [
        .text(version.network.rawValue), .text(version.asked), .text(version.served),
        SQLValue(now),
      ])
  }

  /// Which version each network served last.
  package func servedVersions() throws -> [ServedVersion] {
    try rows("SELECT network, asked, served FROM served_version ORDER BY network").map {
      ServedVersion(
        network: Network(rawValue: try $0.text("network")), asked: try $0.text("asked"),
        served: try $0.text("served"))
    }
  }
}
