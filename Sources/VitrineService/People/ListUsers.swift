import VitrineCore
import VitrineStorage

/// The people of the desk with their grants, as far as the person may see them.
package struct ListUsers: Query {
  package static let action = Action.userRead

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
    let all = try context.transaction.grants()
    let people = try context.transaction.accounts()
    let visible = try Visibility(Self.action, in: context)
    if visible.isNational {
      let grants = Dictionary(grouping: all, by: \.user)
      return people.map { Person(account: $0, grants: grants[$0.id] ?? []) }
    }
    let seen = try visible.people(all)
    let me = context.session.user
    let grants = Dictionary(
      grouping: all.filter { $0.user == me || visible.covers($0.scope) }, by: \.user)
    return people.filter { seen.contains($0.id) }
      .map { Person(account: $0, grants: grants[$0.id] ?? []) }
  }
}
