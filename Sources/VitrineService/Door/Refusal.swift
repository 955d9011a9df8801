import VitrineCore
import VitrineStorage

/// A decision against a request, on its way to the record and to the person.
struct Refusal: Error {
  let rule: AccessRule
  let action: Action
  let object: AuditRecord.Object?
  let session: Session
  let at: Timestamp
  /// What is refused, one by one, when it was a whole list.
  var findings: [Finding] = []

  /// What the person reads: the missing right or the rule, never other people's data.
  var fault: Fault {
    Fault(
      .denied, Message("access.denied.\(rule.rawValue)", action.rawValue, object?.id ?? ""),
      hint: rule == .stepUp
        ? Message("access.denied.stepUp") : Message("access.denied.hint", rule.rawValue),
      subject: action.rawValue, findings: findings)
  }

  func record(id: String) -> AuditRecord {
    AuditRecord(
      id: id, time: at, action: action.rawValue, actor: session.actor(at: at), object: object,
      result: .denied, reasonCode: rule.rawValue)
  }

  /// What makes it equal to another one.
  var counted: StoredDenial {
    StoredDenial(
      actor: session.user, action: action.rawValue, rule: rule.rawValue,
      objectType: object?.type ?? "", objectID: object?.id ?? "", token: session.token.id,
      auth: session.auth, since: at)
  }
}

extension Door {
  /// Records a refusal: the first of a minute at once, equal ones after it as one record with their
  /// count, which the next record behind this door brings along once the minute is over.
  ///
  /// So a script that runs into a refusal a thousand times a minute leaves two records, and the sum
  /// of 1 for each record without a count and of the counts is the number of attempts.
  func record(_ refusal: Refusal, in transaction: any Transaction) throws {
    var records = try endedDenials(transaction, refusal.at)
    if try transaction.countDenial(refusal.counted) {
      records.append(refusal.record(id: desk.random.recordID()))
    }
    try transaction.append(records)
  }

  /// The records of refusals whose minute is over, and that came more than once.
  func endedDenials(_ transaction: any Transaction, _ now: Timestamp) throws -> [AuditRecord] {
    try transaction.endedDenials(since: now.advanced(bySeconds: -60)).map { denial in
      AuditRecord(
        id: desk.random.recordID(), time: now, action: denial.action,
        actor: AuditRecord.Actor(id: denial.actor, tokenID: denial.token, auth: denial.auth),
        object: denial.objectType.isEmpty
          ? nil : AuditRecord.Object(type: denial.objectType, id: denial.objectID),
        result: .denied, reasonCode: denial.rule,
        detail: [
          "count": .integer(Int64(denial.further)), "since": .string(denial.since.description),
        ])
    }
  }
}
