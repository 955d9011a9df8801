import VitrineCore
import VitrineStorage

/// Invites a person and makes the one-time code with which the person enrols.
package struct CreateUser: UseCase {
  package static let action = Action.userInvite
  /// The person's name.
  package let name: String
  /// The person's address, if there is one.
  package let email: String?

  /// Makes the use case.
  package init(name: String, email: String?) {
    self.name = name
    self.email = email
  }

  /// The new person and code.
  package struct Output: Codable, Sendable {
    /// The person.
    package let id: UserID
    /// The one-time code, shown once.
    package let enrolment: String
  }

  /// Managers may invite too: where, is decided when they grant.
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.anywhere)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let name = try PersonName.checked(name)
    let email = try email.map(Self.checkedEmail)
    let random = context.desk.random
    let id: UserID = random.identifier("u")
    let salt = random.bytes(16)
    try context.transaction.insertAccount(
      id, name: name, email: email, state: .invited, salt: salt, at: context.now,
      by: context.session.user)
    let code = TokenText.make(.enrolment, random: random)
    try context.transaction.insertEnrolment(
      hash: TokenText.hash(of: code, kind: .enrolment) ?? [], user: id,
      by: context.session.user, at: context.now,
      expires: context.now.advanced(bySeconds: 7 * 86_400))
    context.record(
      .userInvite, target: AuditRecord.Target(type: "user", id: id.rawValue),
      object: AuditRecord.Object(type: "user", id: id.rawValue),
      detail: ["identity": .string(PersonName.commitment(name, email: email, salt: salt))])
    return Output(id: id, enrolment: code.exposed)
  }

  private static func checkedEmail(_ text: String) throws -> String {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let isPlain = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, isPlain, text.utf8.count <= 254
    else {
      throw Fault(.invalid, Message("people.email"), subject: text)
    }
    return text
  }
}
