import VitrineCore
import VitrineStorage

/// Grants by person, store and role, as far as the asker may see them.
package struct ListGrants: Query {
  package static let action = Action.grantRead
  /// Whose: an id or an e-mail address; `nil` for everybody's.
  package let user: UserID?
  /// Only those that reach this store.
  package let store: StoreCode?
  /// Only those of this role.
  package let role: Role?
  /// Those that have ended, too.
  package let includesEnded: Bool

  /// Makes the query.
  package init(
    user: UserID? = nil, store: StoreCode? = nil, role: Role? = nil, includesEnded: Bool = false
  ) {
    self.user = user
    self.store = store
    self.role = role
    self.includesEnded = includesEnded
  }

  /// One's own grants need no right to see.
  package func subjectMatter(in context: ReadContext) throws -> SubjectMatter {
    SubjectMatter(user == context.session.user ? .own : .anywhere)
  }

  package func run(in context: ReadContext) throws -> [StoredGrant] {
    let visible = try Visibility(Self.action, in: context)
    let person = try user.map { try context.transaction.person($0.rawValue).id }
    var place: AccessTarget.Place?
    if let store {
      place = try context.transaction.place(of: store, at: context.now)
      guard place != nil else {
        throw Fault(
          .notFound, Message("stores.unknown", TerminalText.excerpt(store.rawValue)),
          subject: store.rawValue)
      }
    }
    return try context.transaction.grantHistory(of: person).filter { stored in
      (includesEnded || stored.ending(at: context.now) == nil)
        && (role == nil || stored.grant.role == role)
        && (place.map { stored.grant.scope.covers($0) } ?? true)
        && (stored.grant.user == context.session.user || visible.covers(stored.grant.scope))
    }
  }
}
