import VitrineCore
import VitrineStorage

/// What the person is told, newest first; reading it changes nothing.
package struct ReadInbox: Query {
  package static let action = Action.userRead
  /// Whether those that were marked as read are in it.
  package let includesRead: Bool
  /// Where the list goes on.
  package let place: NoticePlace?
  /// How many.
  package let limit: Int

  /// Makes the query.
  package init(includesRead: Bool = false, behind place: NoticePlace? = nil, limit: Int = 100) {
    self.includesRead = includesRead
    self.place = place
    self.limit = limit
  }

  /// Notices, and where the next ones begin.
  package struct Output: Sendable {
    /// The notices.
    package let items: [StoredNotice]
    /// The place behind the last of them; nil when there are no more.
    package let next: NoticePlace?
  }

  /// The person's own, so that nobody needs a grant to be told something.
  package func subjectMatter(in context: ReadContext) throws -> SubjectMatter {
    SubjectMatter(.own)
  }

  package func run(in context: ReadContext) throws -> Output {
    let found = try context.transaction.notices(
      of: context.session.user, includingRead: includesRead, behind: place, limit: limit + 1)
    let items = Array(found.prefix(limit))
    let next =
      found.count > limit
      ? items.last.map { NoticePlace(time: $0.notice.time, id: $0.notice.id.rawValue) } : nil
    return Output(items: items, next: next)
  }
}

/// Marks what the person was told as read: one, those about one thing, or all.
package struct MarkNotices: UseCase {
  package static let action = Action.userRead
  package static let isOwn = true
  /// A notice, or what notices are about; nil for all.
  package let name: String?

  /// Makes the use case.
  package init(name: String?) { self.name = name }

  /// How many are read by it; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// How many were unread before.
    package let read: Int
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let user = context.session.user
    if let name, try !context.transaction.hasNotice(user, named: name) {
      throw Fault(
        .notFound, Message("notice.unread", TerminalText.excerpt(name)),
        hint: Message("notice.unread.hint"), subject: name)
    }
    let count = try context.transaction.readNotices(of: user, named: name, at: context.now)
    context.record(
      Self.action, object: AuditRecord.Object(type: "notice", id: name ?? "all"), state: "read",
      detail: ["notices": .integer(Int64(count))])
    return Output(read: count)
  }
}

/// The language in which the person is told things outside of the desk.
package struct ChooseLanguage: UseCase {
  package static let action = Action.userRead
  package static let isOwn = true
  /// Which.
  package let language: Language

  /// Makes the use case.
  package init(language: Language) { self.language = language }

  /// What holds now; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The language.
    package let language: String
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try context.transaction.setLanguage(language, of: context.session.user)
    context.record(
      Self.action, state: "language", detail: ["language": .string(language.rawValue)])
    return Output(language: language.rawValue)
  }
}
