import VitrineCore
import VitrineStorage

/// The people whose names are due to be erased, or will be last of all.
package struct ListRetention: Query {
  package static let action = Action.userErase
  package static let isNational = true
  /// For how many months after the last day a name is kept.
  package let months: Int

  /// Makes the query.
  package init(months: Int) { self.months = months }

  /// Somebody who has not been able to act for that long.
  package struct Due: Sendable {
    /// The person.
    package let account: Account
    /// Since when they could not act.
    package let since: Timestamp
  }

  package func run(in context: ReadContext) throws -> [Due] {
    try context.transaction.dueForErasure(months: months, at: context.now)
  }
}

/// Erases the names of people who have not been able to act for longer than the term.
package struct RetainNames: UseCase {
  package static let action = Action.userErase
  /// For how many months after the last day a name is kept.
  package let months: Int

  /// Makes the use case.
  package init(months: Int) { self.months = months }

  /// Who was erased; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The people.
    package let erased: [UserID]
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let due = try context.transaction.dueForErasure(months: months, at: context.now)
    for person in due {
      try context.transaction.retire(person.account, at: context.now, by: context.session.user)
      context.record(
        Self.action, target: person.account.target, object: person.account.object,
        state: "erased", detail: Retention.detail(person, months))
    }
    if due.isEmpty {
      context.record(
        Self.action, object: AuditRecord.Object(type: "register", id: "people"),
        state: "nothingDue", detail: ["months": .integer(Int64(months))])
    }
    return Output(erased: due.map(\.account.id))
  }
}

extension Door {
  /// Erases what is due, and wipes what the rows left behind in the files of the database.
  package func retain(
    _ useCase: RetainNames, as credential: Secret
  ) async throws -> RetainNames.Output {
    let output = try await perform(useCase, as: credential)
    if !output.erased.isEmpty { try await desk.wipeErased() }
    return output
  }
}

/// The retention of names as a worker does it, once a day and in nobody's name.
package struct Retention: Sendable {
  /// For how many months after the last day a name is kept; 0 keeps names for ever.
  package let months: Int

  /// Makes the job.
  package init(months: Int) { self.months = months }

  /// Erases what is due, with a record each; without anything due it leaves no trace.
  ///
  /// - Returns: who was erased.
  package func run(_ desk: Desk) async throws -> [UserID] {
    guard months > 0 else { return [] }
    let months = months
    let erased: [UserID] = try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      let now = desk.time.now()
      let due = try transaction.dueForErasure(months: months, at: now)
      try transaction.append(
        try due.map { person in
          try transaction.retire(person.account, at: now, by: Self.actor.id)
          return AuditRecord(
            id: desk.random.recordID(), time: now, action: Action.userErase.rawValue,
            actor: Self.actor, target: person.account.target, object: person.account.object,
            state: "erased", detail: Self.detail(person, months))
        })
      return due.map(\.account.id)
    }
    if !erased.isEmpty { try await desk.wipeErased() }
    return erased
  }

  private static let actor = AuditRecord.Actor(
    id: UserID("system"), type: .system, auth: "retention")

  static func detail(_ due: ListRetention.Due, _ months: Int) -> [String: JSON] {
    [
      "months": .integer(Int64(months)), "since": .string(due.since.description),
      "cause": "retention",
    ]
  }
}

extension Transaction {
  /// Who has not been able to act for longer than so many months, the last administrator left out.
  func dueForErasure(months: Int, at now: Timestamp) throws -> [ListRetention.Due] {
    guard months > 0 else { return [] }
    let accounts = Dictionary(
      try accounts().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var due: [ListRetention.Due] = []
    for (user, since) in try inactiveSince().sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard since.advanced(byMonths: months) <= now, let account = accounts[user],
        try !leavesNoAdministrator(
          without: Set(due.map(\.account.id) + [user]), at: now)
      else { continue }
      due.append(ListRetention.Due(account: account, since: since))
    }
    return due
  }

  /// Ends what is left of a person's rights, and erases the name.
  func retire(_ account: Account, at now: Timestamp, by actor: UserID) throws {
    try setAccountState(account.id, .suspended, at: now)
    try endGrants(of: account.id, at: now, by: actor, reason: "")
    _ = try erase(account.id)
  }
}
