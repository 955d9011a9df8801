import VitrineCore
import VitrineStorage

/// Everybody who could do something at a store at an instant, by the grants of that day.
///
/// Decided by the same code as `access as-of`, person by person: the answer cannot differ from it.
package struct WhoCould: Query {
  package static let action = Action.accessReview
  package static let isNational = true
  /// What they could do.
  package let wanted: Action
  /// Where.
  package let store: StoreCode
  /// When.
  package let at: Timestamp

  /// Makes the query.
  package init(_ wanted: Action, at store: StoreCode, on at: Timestamp) {
    self.wanted = wanted
    self.store = store
    self.at = at
  }

  /// A person, and the grants that said yes.
  package struct Person: Sendable {
    /// The person.
    package let id: UserID
    /// The name, or the id where it was erased.
    package let name: String
    /// The grants.
    package let grants: [Grant]
  }

  package func run(in context: ReadContext) throws -> [Person] {
    guard try context.transaction.place(of: store, at: at) != nil else {
      throw Fault(.notFound, Message("stores.unknown", store), subject: store.rawValue)
    }
    return try context.transaction.accounts().compactMap { account in
      var question = AccessQuestion(user: account.id, action: wanted.rawValue)
      question.stores = [store]
      question.at = at
      let answer = try CheckAccess(question).run(in: context)
      guard answer.decision.rule == nil else { return nil }
      return Person(id: account.id, name: answer.name, grants: answer.grants)
    }
  }
}
