import VitrineCore
import VitrineStorage

/// Stops a person from acting, at once; grants and tokens stay for the day on which they come back.
package struct SuspendUser: UseCase {
  package static let action = Action.userSuspend
  /// Whom: an id or an e-mail address.
  package let user: String
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(user: String, reason: String) {
    self.user = user
    self.reason = reason
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    try .ending(try transaction.person(user), in: transaction, at: now)
  }

  package func run(_ prepared: Void, in context: Context) throws -> AccountOutput {
    try Reason.check(reason)
    let account = try context.transaction.person(user)
    if account.state != .suspended {
      try context.transaction.setAccountState(account.id, .suspended, at: context.now)
    }
    context.record(
      Self.action, target: account.target, object: account.object,
      previousState: account.state.rawValue, state: Account.State.suspended.rawValue,
      reason: reason)
    return AccountOutput(id: account.id, state: Account.State.suspended.rawValue)
  }
}

/// Lets a suspended person act again, with the grants and tokens that are left.
///
/// A matter for the whole country, so that no store undoes what head office did.
package struct ResumeUser: UseCase {
  package static let action = Action.userEnrol
  /// Whom: an id or an e-mail address.
  package let user: String
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(user: String, reason: String) {
    self.user = user
    self.reason = reason
  }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.national, object: try transaction.person(user).object)
  }

  package func run(_ prepared: Void, in context: Context) throws -> AccountOutput {
    try Reason.check(reason)
    let account = try context.transaction.person(user)
    guard account.state == .suspended else {
      throw Fault(
        .conflict, Message("people.notSuspended", account.id), subject: account.id.rawValue)
    }
    guard try context.transaction.hasIdentity(account.id) else {
      throw Fault(.conflict, Message("people.isErased", account.id), subject: account.id.rawValue)
    }
    // Somebody who never used a code comes back as somebody who was invited.
    let hasEnrolled = try context.transaction.enrolments(of: account.id).contains {
      $0.used != nil
    }
    let isFirst = try context.transaction.creator(of: account.id) == account.id
    let state: Account.State = hasEnrolled || isFirst ? .active : .invited
    try context.transaction.setAccountState(account.id, state, at: context.now)
    context.record(
      Self.action, target: account.target, object: account.object,
      previousState: account.state.rawValue, state: state.rawValue, reason: reason)
    return AccountOutput(id: account.id, state: state.rawValue)
  }
}

/// A person and whether they can act; the keys are a contract.
package struct AccountOutput: Codable, Sendable {
  /// The person.
  package let id: UserID
  /// `invited`, `active` or `suspended`.
  package let state: String
}

extension SubjectMatter {
  /// Taking a person's rights away, which must leave somebody as administrator (rule F10).
  static func ending(
    _ account: Account, in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    SubjectMatter(
      .national,
      leavesNoAdministrator: try transaction.leavesNoAdministrator(
        without: [account.id], at: now),
      object: account.object)
  }
}
