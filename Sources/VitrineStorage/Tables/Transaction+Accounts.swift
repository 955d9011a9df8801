import VitrineCore

/// A person as stored.
package struct Account: Hashable, Sendable {
  /// Whether somebody can act as this person.
  package enum State: String, Codable, Sendable {
    /// Created, not yet enrolled.
    case invited
    /// Can act.
    case active
    /// Cannot act.
    case suspended
  }

  /// The person's id.
  package let id: UserID
  /// Whether the person can act.
  package let state: State
  /// The name, or the id where the name was erased.
  package let name: String
  /// The address, if there is one.
  package let email: String?
}

extension Transaction {
  /// Stores a new person; the name goes into the erasable table.
  package func insertAccount(
    _ id: UserID, name: String, email: String?, state: Account.State, salt: [UInt8],
    at now: Timestamp, by creator: UserID
  ) throws {
    try execute(
      "INSERT INTO account (id, state, created_at, created_by) VALUES (?1, ?2, ?3, ?4)",
      [
        .text(id.rawValue), .text(state.rawValue), .integer(now.milliseconds),
        .text(creator.rawValue),
      ])
    try execute(
      "INSERT INTO identity (account_id, name, email, salt) VALUES (?1, ?2, ?3, ?4)",
      [.text(id.rawValue), .text(name), SQLValue(email), .blob(salt)])
    try insertAccountState(id, state, at: now)
  }

  /// Stores many new people, all of them invited.
  package func insertAccounts(
    _ people: [(id: UserID, name: String, email: String?, salt: [UInt8])], at now: Timestamp,
    by creator: UserID
  ) throws {
    try insertMany(
      into: "account", columns: ["id", "state", "created_at", "created_by"],
      rows: people.map {
        [
          SQLValue($0.id), .text(Account.State.invited.rawValue), SQLValue(now),
          SQLValue(creator),
        ]
      })
    try insertMany(
      into: "identity", columns: ["account_id", "name", "email", "salt"],
      rows: people.map {
        [SQLValue($0.id), .text($0.name), SQLValue($0.email), .blob($0.salt)]
      })
    try insertMany(
      into: "account_state", columns: ["account_id", "step", "state", "changed_at"],
      rows: people.map {
        [SQLValue($0.id), .integer(1), .text(Account.State.invited.rawValue), SQLValue(now)]
      })
  }

  /// Who created a person; `nil` where there is no such person.
  package func creator(of id: UserID) throws -> UserID? {
    try row("SELECT created_by FROM account WHERE id = ?1", [SQLValue(id)])
      .map { UserID(try $0.text("created_by")) }
  }

  /// Who created each person, and when.
  package func creations() throws -> [UserID: (by: UserID, at: Timestamp)] {
    var found: [UserID: (by: UserID, at: Timestamp)] = [:]
    for row in try rows("SELECT id, created_by, created_at FROM account") {
      found[UserID(try row.text("id"))] = (
        UserID(try row.text("created_by")), try row.timestamp("created_at")
      )
    }
    return found
  }

  /// One person, or `nil`.
  package func account(_ id: UserID) throws -> Account? {
    try row(Self.accountColumns + " WHERE a.id = ?1", [.text(id.rawValue)]).map(account(from:))
  }

  /// Every person, by name.
  package func accounts() throws -> [Account] {
    try rows(Self.accountColumns + " ORDER BY name, id").map(account(from:))
  }

  /// Changes whether a person can act, and keeps since when, for answers about the past.
  package func setAccountState(
    _ id: UserID, _ state: Account.State, at now: Timestamp
  ) throws {
    let changed = try execute(
      "UPDATE account SET state = ?2 WHERE id = ?1 AND state <> ?2",
      [.text(id.rawValue), .text(state.rawValue)])
    if changed > 0 { try insertAccountState(id, state, at: now) }
  }

  private static var accountColumns: String {
    """
    SELECT a.id AS id, a.state AS state, COALESCE(i.name, a.id) AS name, i.email AS email
    FROM account a LEFT JOIN identity i ON i.account_id = a.id
    """
  }

  private func account(from row: Row) throws -> Account {
    Account(
      id: UserID(try row.text("id")),
      state: try row.value(of: "state", as: Account.State.self),
      name: try row.text("name"), email: try row.optionalText("email"))
  }
}

extension Row {
  /// A column that holds one of the words of an enumeration; any other word is corrupt data.
  package func value<Word: RawRepresentable>(of column: String, as _: Word.Type) throws -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: try text(column)) else {
      throw Fault(.corrupt, Message("storage.column.kind", column), subject: column)
    }
    return word
  }

  /// An instant.
  package func timestamp(_ column: String) throws -> Timestamp {
    Timestamp(clamping: try integer(column))
  }

  /// An instant, or nil.
  package func optionalTimestamp(_ column: String) throws -> Timestamp? {
    try optionalInteger(column).map(Timestamp.init(clamping:))
  }
}

extension SQLValue {
  /// An instant as milliseconds, or null.
  package init(_ value: Timestamp?) { self.init(value?.milliseconds) }

  /// An id, or null.
  package init<Kind>(_ value: Identifier<Kind>?) { self.init(value?.rawValue) }
}
