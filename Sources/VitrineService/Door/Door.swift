import VitrineCore
import VitrineStorage

/// The one door: authenticates, decides, acts, records and enqueues in one transaction.
package struct Door: Sendable {
  /// What stands behind it.
  package let desk: Desk
  /// The ticket under which somebody acts in an emergency; every record of theirs names it.
  package let ticket: Ticket?

  /// Opens the door of a desk.
  package init(_ desk: Desk, ticket: Ticket? = nil) {
    self.desk = desk
    self.ticket = ticket
  }

  /// Does what a person asks for, or refuses and records that it was refused.
  ///
  /// Throws `unauthenticated`, `denied`, and whatever the use case throws; then nothing has changed
  /// but the record of a denial.
  package func perform<U: UseCase>(_ useCase: U, as credential: Secret) async throws -> U.Output {
    // Decided once before the slow part, so that a stranger cannot make us call a network …
    try await refusing {
      _ = try admit(useCase, credential, $0)
    }
    let prepared = try await useCase.prepare(desk)
    // … and again in the transaction that acts: the check never uses older grants than the change.
    return try await refusing { transaction in
      let session = try admit(useCase, credential, transaction)
      let now = desk.time.now()
      let context = Context(
        transaction: transaction, session: session, now: now, desk: desk)
      let output = try useCase.run(prepared, in: context)
      guard !context.records.isEmpty else {
        throw Fault(.internal, Message("access.noRecord", U.action.rawValue))
      }
      let ended = try endedDenials(transaction, now)
      try transaction.append(
        ended + context.records,
        texts: Dictionary(
          uniqueKeysWithValues: context.reasons.map { ($0.key + ended.count, $0.value) }),
        tellingAt: now)
      return output
    }
  }

  /// Answers a question in one snapshot; one about another person is recorded before it is answered.
  package func ask<Q: Query>(_ query: Q, as credential: Secret) async throws -> Q.Output {
    let now = desk.time.now()
    do {
      let (answer, session) = try await desk.database.read { transaction in
        let session = try transaction.session(of: credential, ticket: ticket, at: now)
        let context = ReadContext(
          transaction: transaction, session: session, now: now, desk: desk)
        let matter = try query.subjectMatter(in: context)
        try Self.demand(Q.action, matter, session, desk.rules, now)
        return (try query.run(in: context), session)
      }
      try await query.inquiry?.note(by: session, at: now, in: desk)
      return answer
    } catch let refusal as Refusal {
      try await desk.database.write { transaction in
        _ = try transaction.auditHead(lock: true)
        try record(refusal, in: transaction)
      }
      throw refusal.fault
    }
  }

  /// Runs a change in a savepoint; a refusal undoes it, is recorded, and is thrown after the commit.
  private func refusing<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    let result: Result<T, Refusal> = try await desk.database.write { transaction in
      // Locked before anything is read: what the decision saw cannot change until the commit.
      _ = try transaction.auditHead(lock: true)
      do {
        return .success(try transaction.savepoint { try body(transaction) })
      } catch let refusal as Refusal {
        try record(refusal, in: transaction)
        return .failure(refusal)
      }
    }
    switch result {
    case .success(let value): return value
    case .failure(let refusal): throw refusal.fault
    }
  }

  private func admit<U: UseCase>(
    _ useCase: U, _ credential: Secret, _ transaction: any Transaction
  ) throws -> Session {
    let now = desk.time.now()
    let session = try transaction.session(of: credential, ticket: ticket, at: now)
    // Decided first without the object: who may not do this at all learns nothing about it.
    let first = SubjectMatter(U.isOwn ? .own : .anywhere)
    if let rule = Decision.threshold(first.request(U.action, session, desk.rules, now)) {
      throw Refusal(rule: rule, action: U.action, object: nil, session: session, at: now)
    }
    let matter = try useCase.subjectMatter(in: transaction, at: now)
    try Self.demand(U.action, matter, session, desk.rules, now)
    return session
  }

  /// Decides, and throws a refusal with the rule.
  static func demand(
    _ action: Action, _ matter: SubjectMatter, _ session: Session, _ rules: DeskRules,
    _ now: Timestamp
  ) throws {
    let request = matter.request(action, session, rules, now)
    guard let rule = Decision(request).rule else { return }
    throw Refusal(rule: rule, action: action, object: matter.object, session: session, at: now)
  }
}

extension SubjectMatter {
  fileprivate func request(
    _ action: Action, _ session: Session, _ rules: DeskRules, _ now: Timestamp
  ) -> AccessRequest {
    request(
      by: session.subject, with: session.credential(at: now), for: action,
      stepUpMinutes: rules.stepUpMinutes, at: now)
  }
}
