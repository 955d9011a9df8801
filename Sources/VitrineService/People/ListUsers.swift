import VitrineCore
import VitrineStorage

/// The people of the desk with their grants.
package struct ListUsers: Query {
  package static let action = Action.userRead
  package static let isNational = true

  /// Makes the query.
  package init() {}

  /// A person and what the person holds.
  package struct Person: Sendable {
    /// The person.
    package let account: Account
    /// The grants that were not revoked.
    package let grants: [Grant]
  }

  package func run(in context: ReadContext) throws -> [Person] {
    let grants = Dictionary(grouping: try context.transaction.grants(), by: \.user)
    return try context.transaction.accounts().map {
      Person(account: $0, grants: grants[$0.id] ?? [])
    }
  }
}

/// Who shows the token, and what that person may do.
package struct WhoAmI: Sendable {
  /// Makes the question.
  package init() {}

  /// The person and the grants.
  package func run(_ desk: Desk, as credential: Secret) async throws -> ListUsers.Person {
    let now = desk.time.now()
    return try await desk.database.read { transaction in
      let session = try transaction.session(of: credential, at: now)
      guard let account = try transaction.account(session.user) else {
        throw Fault(.unauthenticated, Message("access.noToken"))
      }
      return ListUsers.Person(
        account: account, grants: session.subject.grants.filter { $0.holds(at: now) })
    }
  }
}
