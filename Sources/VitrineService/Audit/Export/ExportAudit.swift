import VitrineCore
import VitrineStorage

/// Hands the whole log over, record by record, and says so in the log.
package struct ExportAudit: UseCase {
  package static let action = Action.auditExport

  /// Makes the use case.
  package init() {}

  /// How many records the export holds: those before its own.
  package struct Output: Codable, Sendable {
    /// The number of records.
    package let size: Int
    /// The root over them, in base 64.
    package let root: String
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let head = try context.transaction.auditHead(lock: true)
    context.record(
      .auditExport, object: AuditRecord.Object(type: "log", id: "audit"),
      detail: ["size": .integer(Int64(head.size)), "root": .string(head.root.hex)])
    // The record of the export itself is the last one that the export holds.
    return Output(size: head.size + 1, root: head.root.base64)
  }
}

/// Reads records in order for an export, a bounded piece at a time.
package struct ReadRecords: Query {
  package static let action = Action.auditExport
  package static let isNational = true
  /// From this index.
  package let from: Int
  /// Up to this one, which is left out.
  package let to: Int

  /// Makes the query.
  package init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  package func run(in context: ReadContext) throws -> [[UInt8]] {
    try context.transaction.rows(
      "SELECT record FROM audit_leaf WHERE position >= ?1 AND position < ?2 ORDER BY position",
      [SQLValue(from), SQLValue(to)]
    ).map { try $0.blob("record") }
  }
}
