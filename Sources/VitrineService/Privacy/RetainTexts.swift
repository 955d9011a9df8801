import VitrineCore
import VitrineStorage

/// The retention of texts that came down, as a worker does it, once a day and in nobody's name.
///
/// A complaint can come years after a post was deleted, so its text is kept; not for ever, since it can
/// be about people. Pictures go with the last post that showed them.
package struct RetainTexts: Sendable {
  /// For how many months after a takedown a text is kept; 0 keeps texts for ever.
  package let months: Int

  /// Makes the job.
  package init(months: Int) { self.months = months }

  /// How many texts are erased in one transaction.
  private static let batch = 500

  /// Erases what is due, with a record for each batch; without anything due it leaves no trace.
  ///
  /// - Returns: how many texts were erased.
  package func run(_ desk: Desk) async throws -> Int {
    guard months > 0 else { return 0 }
    var erased = 0
    while true {
      let count = try await desk.database.write { transaction in
        _ = try transaction.auditHead(lock: true)
        return try erase(in: transaction, desk)
      }
      erased += count
      if count < Self.batch { break }
    }
    if erased > 0 { try await desk.wipeErased() }
    return erased
  }

  private func erase(in transaction: any Transaction, _ desk: Desk) throws -> Int {
    let now = desk.time.now()
    let limit = now.advanced(byMonths: -months)
    let texts = try transaction.textsTakenDown(before: limit, most: Self.batch)
    guard !texts.isEmpty else { return 0 }
    try transaction.eraseTexts(texts)
    let pictures = try transaction.erasePicturesOfNobody(before: limit)
    try transaction.append([
      AuditRecord(
        id: desk.random.recordID(), time: now, action: Action.postTakedown.rawValue,
        actor: AuditRecord.Actor(id: UserID("system"), type: .system, auth: "retention"),
        object: AuditRecord.Object(type: "register", id: "texts"), state: "erased",
        detail: [
          "months": .integer(Int64(months)), "texts": .integer(Int64(texts.count)),
          "pictures": .integer(Int64(pictures)), "cause": "retention",
        ])
    ])
    return texts.count
  }
}
