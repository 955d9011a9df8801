import VitrineCore
import VitrineStorage

/// One person with everything that lets them act, and everything that ended.
package struct ShowUser: Query {
  package static let action = Action.userRead
  /// Whom.
  package let user: UserID

  /// Makes the query.
  package init(user: UserID) { self.user = user }

  /// Who asks about a person leaves a record.
  package var inquiry: Inquiry? { Inquiry(about: user, action: Self.action) }

  /// The answer.
  package struct Output: Sendable {
    /// The person.
    package let account: Account
    /// When and by whom the person was created.
    package let created: (by: UserID, at: Timestamp)
    /// The grants that may be seen, ended ones too.
    package let grants: [StoredGrant]
    /// The tokens, without their texts; only in a view of the whole country, or one's own.
    package let tokens: [StoredToken]
    /// The one-time codes, without the codes.
    package let enrolments: [StoredEnrolment]
  }

  package func run(in context: ReadContext) throws -> Output {
    let transaction = context.transaction
    let visible = try Visibility(Self.action, in: context)
    guard let account = try transaction.account(user),
      let created = try transaction.creations()[user], try visible.sees(user, in: transaction)
    else { throw FindUser.notFound(user.rawValue) }
    let isWhole = visible.isNational || user == context.session.user
    return Output(
      account: account, created: created,
      grants: try transaction.grantHistory(of: user).filter {
        isWhole || visible.covers($0.grant.scope)
      },
      tokens: isWhole ? try transaction.tokens(of: user) : [],
      enrolments: isWhole ? try transaction.enrolments(of: user) : [])
  }
}

/// Who somebody means by an id or an e-mail address, as far as the asker may see people.
package struct FindUser: Query {
  package static let action = Action.userRead
  /// The id or address.
  package let text: String

  /// Makes the query.
  package init(_ text: String) { self.text = text }

  package func run(in context: ReadContext) throws -> UserID {
    let account = try context.transaction.person(text)
    let visible = try Visibility(Self.action, in: context)
    guard try visible.sees(account.id, in: context.transaction) else { throw Self.notFound(text) }
    return account.id
  }

  static func notFound(_ text: String) -> Fault {
    Fault(
      .notFound, Message("people.noUser", TerminalText.excerpt(text)),
      hint: Message("people.noUser.hint"), subject: text)
  }
}

extension Visibility {
  /// Whether a person may be seen.
  fileprivate func sees(_ user: UserID, in transaction: any Transaction) throws -> Bool {
    if isNational { return true }
    return try people(try transaction.grants(of: user)).contains(user)
  }
}
