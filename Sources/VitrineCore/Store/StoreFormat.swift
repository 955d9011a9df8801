/// The size and kind of a store.
package enum StoreFormat: String, CaseIterable, Codable, Hashable, Sendable {
  /// A hypermarket: 2,500 m² and more.
  case hypermarket
  /// A supermarket.
  case supermarket
  /// A shop of the neighbourhood.
  case proximity
}

/// Who runs a store, and so whose employees its staff are.
package enum StoreMode: String, CaseIterable, Codable, Hashable, Sendable {
  /// The retailer itself.
  case integrated
  /// A tenant manager, on the retailer's premises (*location-gérance*).
  case leaseManagement = "lease-management"
  /// A franchisee.
  case franchise
}
