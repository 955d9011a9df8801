import VitrineCore
import VitrineStorage

extension Desk {
  /// Keeps which version of its interface each network has served, for `doctor` to compare.
  ///
  /// A network that retires a version answers with the next one and says so in a header only.
  func noteServedVersions(_ transaction: any Transaction, at now: Timestamp) throws {
    for (network, connector) in networks.sorted(by: { $0.key < $1.key }) {
      guard let version = connector.servedVersion else { continue }
      try transaction.note(
        ServedVersion(network: network, asked: version.asked, served: version.served), at: now)
    }
  }
}
