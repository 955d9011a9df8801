import VitrineCore
import VitrineStorage

extension Transaction {
  /// The person with that id or e-mail address, or `notFound`.
  ///
  /// Who may not see people never gets as far as this: the door decides on the action first.
  func person(_ text: String) throws -> Account {
    if let account = try account(UserID(text)) { return account }
    if text.utf8.contains(UInt8(ascii: "@")) {
      let key = EmailAddress.key(text)
      let found = try accounts().filter { $0.email.map(EmailAddress.key) == key }
      if found.count == 1, let account = found.first { return account }
    }
    throw Fault(
      .notFound, Message("people.noUser", TerminalText.excerpt(text)),
      hint: Message("people.noUser.hint"), subject: text)
  }
}

extension Account {
  /// The person as records name them.
  var target: AuditRecord.Target { AuditRecord.Target(type: "user", id: id.rawValue) }

  /// The person as the object of an action.
  var object: AuditRecord.Object { AuditRecord.Object(type: "user", id: id.rawValue) }
}
