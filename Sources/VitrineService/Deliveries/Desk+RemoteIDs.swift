import VitrineCore
import VitrineStorage

extension Desk {
  /// The page among whose posts a network's id is unique; nil where it is unique on the whole network.
  ///
  /// Accounts on servers of their own count from one on each of them.
  func placeOfIDs(of delivery: StoredDelivery) -> PageID? {
    let hasServers = networks[delivery.network]?.hasAccountTokens ?? false
    return hasServers ? delivery.page : nil
  }
}
