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
    guard let name = PersonName.normal(name) else {
      throw Fault(.invalid, Message("people.name"), hint: Message("people.name.hint"))
    }
    if let email { try check(email, in: context.transaction) }
    let person = NewPerson(name: name, email: email, random: context.desk.random)
    let code = TokenText.make(.enrolment, random: context.desk.random)
    try context.invite([(person, code)])
    return Output(id: person.id, enrolment: code.exposed)
  }

  private func check(_ email: String, in transaction: any Transaction) throws {
    guard EmailAddress.isPlausible(email) else {
      throw Fault(.invalid, Message("people.email"), subject: email)
    }
    let key = EmailAddress.key(email)
    guard
      let other = try transaction.accounts().first(where: {
        $0.email.map(EmailAddress.key) == key
      })
    else { return }
    throw Fault(
      .invalid, Message("people.emailTaken", other.id),
      hint: Message("people.emailTaken.hint", other.id), subject: email)
  }
}

/// A person who is about to be stored: the id and the salt are made here, once.
struct NewPerson: Sendable {
  let id: UserID
  let name: String
  let email: String?
  let salt: [UInt8]

  init(name: String, email: String?, random: RandomSource) {
    id = random.identifier("u")
    self.name = name
    self.email = email
    salt = random.bytes(16)
  }

  /// What the record keeps of the identity.
  var commitment: String { PersonName.commitment(name, email: email, salt: salt) }
}

extension Context {
  /// Stores people, each with a one-time code or without, and records each of them.
  func invite(_ people: [(person: NewPerson, code: Secret?)]) throws {
    try transaction.insertAccounts(
      people.map {
        (
          id: $0.person.id, name: $0.person.name, email: $0.person.email,
          salt: $0.person.salt
        )
      },
      at: now, by: session.user)
    try transaction.insertEnrolments(
      people.compactMap { person, code in
        code.flatMap { TokenText.hash(of: $0, kind: .enrolment) }
          .map { (hash: $0, user: person.id) }
      },
      by: session.user, at: now, expires: now.advanced(bySeconds: 7 * 86_400))
    for (person, _) in people {
      record(
        .userInvite, target: AuditRecord.Target(type: "user", id: person.id.rawValue),
        object: AuditRecord.Object(type: "user", id: person.id.rawValue),
        detail: ["identity": .string(person.commitment)])
    }
  }
}
