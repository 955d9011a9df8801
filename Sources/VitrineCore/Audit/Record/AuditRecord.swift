/// One line of the audit log: who did what, when, on what, with whose approval, and how it ended.
///
/// Field names follow what security teams know from other audit logs. The record holds opaque ids
/// and digests only: names, addresses and free text lie in erasable tables, so that erasing a person
/// leaves every proof whole.
package struct AuditRecord: Hashable, Sendable {
  /// The version of the record's form, `v`.
  package static let version: Int64 = 1
  /// The most bytes that a record may have: an entry bundle of tlog-tiles holds no longer one.
  package static let byteLimit = 65_535

  /// The record's own id.
  package var id: String
  /// When it happened, by the clock of the desk.
  package var time: Timestamp
  /// What was done, such as `broadcast.launch`.
  package var action: String
  /// Who did it.
  package var actor: Actor
  /// The person in whose name a worker or service acted.
  package var onBehalfOf: UserID?
  /// Where it was done: a store, a page, a person's account.
  package var target: Target?
  /// What it was done with or to: a post, a broadcast, a grant, in one revision.
  package var object: Object?
  /// The broadcast that this belongs to.
  package var broadcastID: BroadcastID?
  /// How it ended.
  package var result: Outcome
  /// Why it ended so, as a stable code: the rule of a denial, the class of a failure.
  package var reasonCode: String?
  /// What the network knows about it.
  package var remote: Remote?
  /// The request or command that caused it; several records may share one.
  package var requestID: String?
  /// Where the request came from.
  package var source: Source?
  /// Who wrote what it is about.
  package var authors: [UserID]
  /// Who changed what it is about since.
  package var editors: [UserID]
  /// The approvals that it rested on, each `person@sha256:digest`.
  package var approvals: [String]
  /// Which try of a delivery this was, from 1.
  package var attempt: Int?
  /// The state before.
  package var previousState: String?
  /// The state after.
  package var state: String?
  /// Counts, settings in force and digests that belong to the action; no names, no free text.
  package var detail: [String: JSON]

  /// Makes a record; what is left out is left out of the bytes too.
  package init(
    id: String, time: Timestamp, action: String, actor: Actor, onBehalfOf: UserID? = nil,
    target: Target? = nil, object: Object? = nil, broadcastID: BroadcastID? = nil,
    result: Outcome = .success, reasonCode: String? = nil, remote: Remote? = nil,
    requestID: String? = nil, source: Source? = nil, authors: [UserID] = [],
    editors: [UserID] = [], approvals: [String] = [],
    attempt: Int? = nil, previousState: String? = nil, state: String? = nil,
    detail: [String: JSON] = [:]
  ) {
    self.id = id
    self.time = time
    self.action = action
    self.actor = actor
    self.onBehalfOf = onBehalfOf
    self.target = target
    self.object = object
    self.broadcastID = broadcastID
    self.result = result
    self.reasonCode = reasonCode
    self.remote = remote
    self.requestID = requestID
    self.source = source
    self.authors = authors
    self.editors = editors
    self.approvals = approvals
    self.attempt = attempt
    self.previousState = previousState
    self.state = state
    self.detail = detail
  }
}
