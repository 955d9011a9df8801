import VitrineCore
import VitrineStorage

/// The one door: authenticates, decides, acts, records and enqueues in one transaction.
package struct Door: Sendable {
  /// What stands behind it.
  package let desk: Desk

  /// Opens the door of a desk.
  package init(_ desk: Desk) { self.desk = desk }

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
      try transaction.append(context.records)
      return output
    }
  }

  /// Answers a question in one snapshot.
  package func ask<Q: Query>(_ query: Q, as credential: Secret) async throws -> Q.Output {
    let now = desk.time.now()
    do {
      return try await desk.database.read { transaction in
        let session = try transaction.session(of: credential, at: now)
        try Self.demand(
          Q.action, SubjectMatter(Q.isNational ? .national : .anywhere), session, now)
        return try query.run(
          in: ReadContext(transaction: transaction, session: session, now: now, desk: desk))
      }
    } catch let refusal as Refusal {
      try await desk.database.write { try record(refusal, in: $0) }
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
    let session = try transaction.session(of: credential, at: now)
    // Decided first without the object: who may not do this at all learns nothing about it.
    try Self.demand(U.action, SubjectMatter(.anywhere), session, now)
    try Self.demand(U.action, try useCase.subjectMatter(in: transaction), session, now)
    return session
  }

  /// Decides, and throws a refusal with the rule.
  static func demand(
    _ action: Action, _ matter: SubjectMatter, _ session: Session, _ now: Timestamp
  ) throws {
    let request = AccessRequest(
      subject: session.subject, action: action, target: matter.target,
      broadcast: matter.broadcast, delegation: matter.delegation, now: now)
    guard let rule = Decision(request).rule else { return }
    throw Refusal(rule: rule, action: action, object: matter.object, session: session, at: now)
  }

  private func record(_ refusal: Refusal, in transaction: any Transaction) throws {
    try transaction.append([refusal.record(id: desk.random.recordID())])
  }
}

/// A decision against a request, on its way to the record and to the person.
struct Refusal: Error {
  let rule: AccessRule
  let action: Action
  let object: AuditRecord.Object?
  let session: Session
  let at: Timestamp

  /// What the person reads: the missing right or the rule, never other people's data.
  var fault: Fault {
    Fault(
      .denied, Message("access.denied.\(rule.rawValue)", action.rawValue, object?.id ?? ""),
      hint: Message("access.denied.hint", rule.rawValue), subject: action.rawValue)
  }

  func record(id: String) -> AuditRecord {
    AuditRecord(
      id: id, time: at, action: action.rawValue, actor: session.actor(at: at), object: object,
      result: .denied, reasonCode: rule.rawValue)
  }
}
