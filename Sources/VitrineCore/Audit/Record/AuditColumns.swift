/// The parts of a record that the storage keeps beside the bytes, to find records by.
///
/// They are a copy for speed: verification compares them with the bytes, which alone are proven.
package struct AuditColumns: Hashable, Sendable {
  /// When it happened, in milliseconds since 1970.
  package var time: Int64
  /// Who did it.
  package var actorID: String
  /// What was done.
  package var action: String
  /// The id of the target.
  package var targetID: String?
  /// The code of the store that the target is or belongs to.
  package var store: String?
  /// The id of the object.
  package var objectID: String?
  /// The broadcast that it belongs to.
  package var broadcastID: String?
  /// How it ended, as in the record.
  package var result: String

  /// Makes the columns as a row holds them, to compare them with those of a record.
  package init(
    time: Int64, actorID: String, action: String, targetID: String?, store: String?,
    objectID: String?, broadcastID: String?, result: String
  ) {
    self.time = time
    self.actorID = actorID
    self.action = action
    self.targetID = targetID
    self.store = store
    self.objectID = objectID
    self.broadcastID = broadcastID
    self.result = result
  }
}

extension AuditRecord {
  /// What the storage keeps beside the bytes.
  package var filterColumns: AuditColumns {
    AuditColumns(
      time: time.milliseconds, actorID: actor.id.rawValue, action: action, targetID: target?.id,
      store: target.flatMap { $0.type == "store" ? $0.id : $0.store }, objectID: object?.id,
      broadcastID: broadcastID?.rawValue, result: result.rawValue)
  }
}
