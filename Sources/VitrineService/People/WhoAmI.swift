import VitrineCore
import VitrineStorage

/// Who shows the token, what that person may do, and who made a new code for them.
package struct WhoAmI: Sendable {
  /// Makes the question.
  package init() {}

  /// The answer.
  package struct Output: Sendable {
    /// The person and the grants that hold now.
    package let person: ListUsers.Person
    /// The codes that others made for the person after the first one, in the last ninety days: each
    /// could have been used by somebody else, so the person is told.
    package let renewals: [StoredEnrolment]

    /// The person.
    package var account: Account { person.account }
  }

  /// The person and the grants.
  package func run(_ desk: Desk, as credential: Secret) async throws -> Output {
    let now = desk.time.now()
    return try await desk.database.read { transaction in
      let session = try transaction.session(of: credential, at: now)
      guard let account = try transaction.account(session.user) else {
        throw Fault(.unauthenticated, Message("access.noToken"))
      }
      let since = now.advanced(bySeconds: -90 * 86_400)
      return Output(
        person: ListUsers.Person(
          account: account, grants: session.subject.grants.filter { $0.holds(at: now) }),
        renewals: try transaction.renewals(of: session.user).filter { $0.created > since })
    }
  }
}

extension Transaction {
  /// The codes that were made for a person after the invitation.
  func renewals(of user: UserID) throws -> [StoredEnrolment] {
    guard let invited = try creations()[user]?.at else { return [] }
    return try enrolments(of: user).filter { $0.created > invited }
  }
}
