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

  /// Erases what is due, with a record for each batch, and then the pictures that nothing shows any
  /// more; without anything due it leaves no trace.
  ///
  /// - Returns: how many texts were erased.
  package func run(_ desk: Desk) async throws -> Int {
    guard months > 0 else { return 0 }
    let limit = desk.time.now().advanced(byMonths: -months)
    let due = try await desk.database.read { try $0.textsTakenDown(before: limit) }
    guard !due.isEmpty else { return 0 }
    for start in stride(from: 0, to: due.count, by: Self.batch) {
      let some = Array(due[start..<min(start + Self.batch, due.count)])
      try await desk.database.write { transaction in
        _ = try transaction.auditHead(lock: true)
        try erase(some, in: transaction, desk)
      }
    }
    try await desk.database.write { transaction in
      // Under the lock of every change: nobody begins to show a picture meanwhile.
      _ = try transaction.auditHead(lock: true)
      _ = try transaction.erasePicturesOfNobody(before: limit)
    }
    try await desk.wipeErased()
    return due.count
  }

  private func erase(_ due: [Int], in transaction: any Transaction, _ desk: Desk) throws {
    let now = desk.time.now()
    // Another worker may have been faster with some.
    let texts = try transaction.publishedTexts(at: due).values.sorted { $0.index < $1.index }
    guard !texts.isEmpty else { return }
    try transaction.eraseTexts(texts)
    try transaction.append([
      AuditRecord(
        id: desk.random.recordID(), time: now, action: Action.postTakedown.rawValue,
        actor: AuditRecord.Actor(id: UserID("system"), type: .system, auth: "retention"),
        object: AuditRecord.Object(type: "register", id: "texts"), state: "erased",
        detail: [
          "months": .integer(Int64(months)), "texts": .integer(Int64(texts.count)),
          "cause": "retention",
        ])
    ])
  }
}
