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
  /// The reasons of some of the records, by their place in `records`.
  private(set) var reasons: [Int: PrivateText] = [:]

  init(transaction: any Transaction, session: Session, now: Timestamp, desk: Desk) {
    self.transaction = transaction
    self.session = session
    self.now = now
    self.desk = desk
    request = desk.random.requestID()
  }

  /// Adds a record to the change; the door refuses to commit a change without one.
  ///
  /// A reason is free text of a person: the record keeps its HMAC in `detail.reason`, the text itself
  /// lies beside the log and can be erased.
  package func record(
    _ action: Action, target: AuditRecord.Target? = nil, object: AuditRecord.Object? = nil,
    broadcast: BroadcastID? = nil, authors: [UserID] = [], editors: [UserID] = [],
    approvals: [String] = [], remote: AuditRecord.Remote? = nil, previousState: String? = nil,
    state: String? = nil, detail: [String: JSON] = [:], reason: String? = nil,
    reasonCode: String? = nil
  ) {
    var detail = detail
    if let ticket = session.ticket { detail["ticket"] = .string(ticket.description) }
    if let reason {
      let text = PrivateText(
        author: session.user, salt: desk.random.bytes(16), body: reason)
      detail["reason"] = .string(text.commitment)
      reasons[records.count] = text
    }
    records.append(
      AuditRecord(
        id: desk.random.recordID(), time: now, action: action.rawValue,
        actor: session.actor(at: now), target: target?.placed(detail["scope"]), object: object,
        broadcastID: broadcast, reasonCode: reasonCode, remote: remote,
        requestID: request, authors: authors, editors: editors, approvals: approvals,
        previousState: previousState, state: state,
        detail: detail))
  }

  /// Adds a record of what the system does to something else because of this change, on behalf of the person.
  func note(_ record: AuditRecord) { records.append(record) }

  /// Asks for a decision inside the change; throws `denied` with the rule.
  package func demand(_ action: Action, _ matter: SubjectMatter) throws {
    try Door.demand(action, matter, session, desk.rules, now)
  }
  /// The rule that keeps the person from doing this at one store; nil when they may.
  ///
  /// For a use case that lists what it left alone instead of failing as a whole.
  package func refusal(of action: Action, at store: StoreCode) throws -> AccessRule? {
    let matter = SubjectMatter(
      AccessTarget(places: try transaction.places(of: [store], at: now)))
    return Decision(
      matter.request(
        by: session.subject, with: session.credential(at: now), for: action,
        stepUpMinutes: desk.rules.stepUpMinutes, at: now)
    ).rule
  }
}
