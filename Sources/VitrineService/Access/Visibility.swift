import VitrineCore
import VitrineStorage

/// Which rows a person may see by one action, at the stores where their grants hold.
///
/// Rows of other stores are not there: no count, no name, no gap in a list tells of them.
package struct Visibility {
  private let context: ReadContext
  /// Whether the person sees the whole country.
  package let isNational: Bool
  /// The stores that the person may see, closed ones too; empty where it is the whole country.
  package let stores: Set<StoreCode>
  private let places: [AccessTarget.Place]

  /// Looks which stores the person may see; that means every store of the register, once.
  package init(_ action: Action, in context: ReadContext) throws {
    self.context = context
    isNational = context.mayNationally(action)
    places = isNational ? [] : try context.transaction.places()
    stores = Set(places.filter { context.may(action, at: $0) }.map(\.code))
  }

  /// Whether everything in a scope may be seen: a region means all of its stores.
  package func covers(_ scope: Scope) -> Bool {
    if isNational { return true }
    guard scope != .all else { return false }
    let inside = places.filter { scope.covers($0) }
    return !inside.isEmpty && inside.allSatisfy { stores.contains($0.code) }
  }

  /// The people whom the person may see: themselves, whom they invited, and who holds something here.
  package func people(_ grants: [Grant]) throws -> Set<UserID> {
    let me = context.session.user
    let invited = try context.transaction.rows(
      "SELECT id FROM account WHERE created_by = ?1", [SQLValue(me)]
    ).map { UserID(try $0.text("id")) }
    var seen: [Scope: Bool] = [:]
    var people = Set(invited + [me])
    for grant in grants {
      let isSeen = seen[grant.scope] ?? covers(grant.scope)
      seen[grant.scope] = isSeen
      if isSeen { people.insert(grant.user) }
    }
    return people
  }
}
