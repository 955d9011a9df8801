import VitrineCore
import VitrineStorage

/// Erases a person's name, address and free words; the log and every proof of it stay whole.
///
/// Only for somebody who can act no more: an active person without a name would act as nobody. Done
/// again it wipes the files again, for the day on which a reader kept the first time from ending.
package struct EraseUser: UseCase {
  package static let action = Action.userErase
  /// Whom: an id, or an e-mail address while there is one.
  package let user: String
  /// Why; must not name the person, since it outlives the name.
  package let reason: String

  /// Makes the use case.
  package init(user: String, reason: String) {
    self.user = user
    self.reason = reason
  }

  /// What was erased; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The person.
    package let id: UserID
    /// How many rows were erased or emptied.
    package let erased: Int
  }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.national, object: try transaction.person(user).object)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try Reason.check(reason)
    let account = try context.transaction.person(user)
    guard account.state == .suspended else {
      throw Fault(
        .conflict, Message("privacy.notSuspended", account.id),
        hint: Message("privacy.notSuspended.hint", account.id), subject: account.id.rawValue)
    }
    guard !Self.names(account, in: reason) else {
      throw Fault(.invalid, Message("privacy.reasonNames"), subject: "--reason")
    }
    let erased = try context.transaction.erase(account.id)
    context.record(
      Self.action, target: account.target, object: account.object, state: "erased",
      detail: ["rows": .integer(Int64(erased))], reason: reason)
    return Output(id: account.id, erased: erased)
  }

  /// Whether a text holds the address or a word of the name, in whatever spelling.
  private static func names(_ account: Account, in text: String) -> Bool {
    let words = Set(PersonName.key(text).split { $0 == "-" || !$0.isLetter && !$0.isNumber })
    let name = PersonName.key(account.name).split { $0 == "-" || !$0.isLetter && !$0.isNumber }
    if account.name != account.id.rawValue,
      name.contains(where: { $0.count > 2 && words.contains($0) })
    {
      return true
    }
    guard let email = account.email else { return false }
    return EmailAddress.key(text).utf8.count >= email.utf8.count
      && EmailAddress.key(text).contains(EmailAddress.key(email))
  }
}

extension Door {
  /// Erases a person and then wipes what the rows left behind in the files of the database.
  ///
  /// Throws `locked` when the wipe has to wait for a reader: the person is erased by then, and doing
  /// it again finishes the wipe.
  package func erase(_ useCase: EraseUser, as credential: Secret) async throws -> EraseUser.Output {
    let output = try await perform(useCase, as: credential)
    try await desk.wipeErased()
    return output
  }
}

extension Desk {
  /// Wipes what erased rows left behind in the files of the database.
  ///
  /// Another reader keeps SQLite from emptying its log for a moment; then it is tried again.
  func wipeErased() async throws {
    for _ in 0..<5 {
      do {
        return try await database.wipeFreedSpace(of: ErasableTables.names)
      } catch let fault as Fault where fault.code == .locked {
        try await time.sleep(500)
      }
    }
    try await database.wipeFreedSpace(of: ErasableTables.names)
  }
}
