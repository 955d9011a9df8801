import VitrineCore
import VitrineStorage

/// What a use case has in hand while it changes something: the transaction, the person, the time.
package final class Context {
  /// The transaction of the change.
  package let transaction: any Transaction
  /// Who acts.
  package let session: Session
  /// The instant of the change, the same for all its rows and records.
  package let now: Timestamp
  /// The desk.
  package let desk: Desk
  /// One id for all the records of this change.
  private let request: String
  private(set) var records: [AuditRecord] = []

  init(transaction: any Transaction, session: Session, now: Timestamp, desk: Desk) {
    self.transaction = transaction
    self.session = session
    self.now = now
    self.desk = desk
    request = desk.random.requestID()
  }

  /// Adds a record to the change; the door refuses to commit a change without one.
  package func record(
    _ action: Action, target: AuditRecord.Target? = nil, object: AuditRecord.Object? = nil,
    broadcast: BroadcastID? = nil, approvals: [String] = [], previousState: String? = nil,
    state: String? = nil, detail: [String: JSON] = [:]
  ) {
    records.append(
      AuditRecord(
        id: desk.random.recordID(), time: now, action: action.rawValue,
        actor: session.actor(at: now), target: target, object: object, broadcastID: broadcast,
        requestID: request, approvals: approvals, previousState: previousState, state: state,
        detail: detail))
  }

  /// Asks for a decision inside the change; throws `denied` with the rule.
  package func demand(_ action: Action, _ matter: SubjectMatter) throws {
    try Door.demand(action, matter, session, now)
  }
}

/// What a query has in hand: a snapshot, the person, the time.
package struct ReadContext {
  /// The snapshot.
  package let transaction: any Transaction
  /// Who reads.
  package let session: Session
  /// The instant of the question.
  package let now: Timestamp
  /// The desk.
  package let desk: Desk

  /// Whether the person may do this to a store; lists leave out what they may not see.
  package func may(_ action: Action, at place: AccessTarget.Place) -> Bool {
    let request = AccessRequest(
      subject: session.subject, action: action, target: AccessTarget(places: [place]), now: now)
    return Decision(request).rule == nil
  }
}
