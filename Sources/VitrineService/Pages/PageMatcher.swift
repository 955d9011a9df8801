import VitrineCore
import VitrineStorage

/// Finds the store of a page, once: a page belongs to one store, a store has one page a network.
struct PageMatcher {
  /// Why a page matches no store.
  struct Reason: Error { let message: Message }

  private let codes: Set<StoreCode>
  private let names: [String: [StoreCode]]
  private let map: [RemoteID: StoreCode]
  /// The stores of pages of other networks, through which a page of this one may be reached.
  private let neighbours: [RemoteID: StoreCode]
  private let owners: [StoreCode: RemoteID]
  private let homes: [RemoteID: StoreCode]
  private var taken: Set<StoreCode> = []

  init(
    stores: [Store], known: [StoredPage], network: Network, map: [RemoteID: StoreCode]
  ) {
    codes = Set(stores.map(\.code))
    names = Dictionary(grouping: stores, by: \.name).mapValues { $0.map(\.code) }
    self.map = map
    neighbours = Dictionary(
      known.filter { $0.network != network }.map { ($0.remoteID, $0.store) },
      uniquingKeysWith: { first, _ in first })
    owners = Dictionary(
      known.filter { $0.network == network }.map { ($0.store, $0.remoteID) },
      uniquingKeysWith: { first, _ in first })
    homes = Dictionary(
      known.filter { $0.network == network }.map { ($0.remoteID, $0.store) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How sure a match is: what the person said, of the page or of the one through which it is reached,
  /// then the network's own code, then the name.
  ///
  /// Pages are matched in this order, so that a namesake listed first never takes a store's place.
  func rank(_ page: RemotePage) -> Int {
    if mapped(page) != nil { return 0 }
    return page.storeCode.map { codes.contains(StoreCode($0)) } == true ? 1 : 2
  }

  /// The store of a page.
  mutating func match(_ page: RemotePage) -> Result<StoreCode, Reason> {
    guard let store = candidate(for: page) else {
      return .failure(Reason(message: Message("pages.unmatched")))
    }
    if let home = homes[page.id], home != store {
      return .failure(Reason(message: Message("pages.elsewhere", home)))
    }
    if let owner = owners[store], owner != page.id {
      return .failure(Reason(message: Message("pages.taken", store, owner)))
    }
    guard taken.insert(store).inserted else {
      return .failure(Reason(message: Message("pages.twice", store)))
    }
    return .success(store)
  }

  private func mapped(_ page: RemotePage) -> StoreCode? {
    map[page.id] ?? page.owner.flatMap { map[$0] ?? neighbours[$0] }
  }

  private func candidate(for page: RemotePage) -> StoreCode? {
    if let mapped = mapped(page) { return codes.contains(mapped) ? mapped : nil }
    if let code = page.storeCode.map(StoreCode.init(_:)), codes.contains(code) { return code }
    let named = names[page.name.nfc] ?? []
    return named.count == 1 ? named[0] : nil
  }
}
