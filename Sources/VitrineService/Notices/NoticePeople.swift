import VitrineCore
import VitrineStorage

/// Who can be told of something at some stores, or for the whole country: read once a transaction.
struct NoticePeople {
  private let grants: [Grant]
  private let places: [StoreCode: AccessTarget.Place]

  init(at stores: Set<StoreCode>, in transaction: any Transaction, _ now: Timestamp) throws {
    places = try transaction.places(ofStores: stores)
    var scopes: Set<Scope> = [.all]
    for place in places.values {
      scopes.formUnion([.store(place.code), .region(place.region), .format(place.format)])
    }
    grants = try transaction.heldGrants(at: scopes, now)
  }

  /// Who holds one of these roles for the whole country, by id.
  func national(_ roles: Role..., besides barred: Set<UserID> = []) -> [UserID] {
    people { $0.scope == .all && roles.contains($0.role) && !barred.contains($0.user) }
  }

  /// Who may do this for the whole country.
  func national(_ action: Action, besides barred: Set<UserID> = []) -> [UserID] {
    people {
      $0.scope == .all && $0.role.actions.contains(action) && !barred.contains($0.user)
    }
  }

  /// Who may do this at every one of these stores.
  func holders(
    of action: Action, at stores: Set<StoreCode>, besides barred: Set<UserID> = []
  ) -> [UserID] {
    let able = grants.filter { $0.role.actions.contains(action) && !barred.contains($0.user) }
    return Dictionary(grouping: able, by: \.user).filter { _, held in
      stores.allSatisfy { store in
        held.contains { grant in
          places[store].map { grant.scope.covers($0) } ?? (grant.scope == .all)
        }
      }
    }.keys.sorted()
  }

  /// The people of one store: who works there and nowhere else.
  func staff(of store: StoreCode) -> [UserID] {
    people {
      $0.scope == .store(store) && [.storeManager, .storeContributor].contains($0.role)
    }
  }

  private func people(_ isMeant: (Grant) -> Bool) -> [UserID] {
    Array(Set(grants.lazy.filter(isMeant).map(\.user))).sorted()
  }

  /// The one person who can mend something at a store: `nil` where a desk has nobody at all.
  ///
  /// Of several who hold a role it is whoever let the thing go or wrote it, else the one nearest to the
  /// store, else the first by id: one person who knows that it is theirs, and not ten who each wait for
  /// the others. A role that nobody holds there falls to the next, and in the end to head office.
  func mender(
    _ roles: [Role], at store: StoreCode, preferring preferred: [UserID?],
    besides barred: Set<UserID> = []
  ) -> UserID? {
    for role in roles + [.nationalAdmin] {
      let able = grants.filter {
        $0.role == role && !barred.contains($0.user) && reaches($0, store)
      }
      guard !able.isEmpty else { continue }
      let holders = Set(able.map(\.user))
      if let known = preferred.compactMap(\.self).first(where: holders.contains) { return known }
      return able.min { ($0.scope.distance, $0.user) < ($1.scope.distance, $1.user) }?.user
    }
    return nil
  }

  /// A role of head office counts for the whole country only: a broadcast is no region's.
  private func reaches(_ grant: Grant, _ store: StoreCode) -> Bool {
    switch grant.role {
    case .nationalEditor, .nationalBroadcaster, .nationalAdmin: grant.scope == .all
    default: places[store].map { grant.scope.covers($0) } ?? (grant.scope == .all)
    }
  }
}

extension Scope {
  /// How far it is from one store.
  fileprivate var distance: Int {
    switch self {
    case .store: 0
    case .region, .format: 1
    case .all: 2
    }
  }
}
