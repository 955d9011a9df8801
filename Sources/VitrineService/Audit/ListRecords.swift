import VitrineCore
import VitrineStorage

/// Records of the log, newest first, as far as the person may read it.
package struct ListRecords: Query {
  package static let action = Action.auditRead
  /// Which records.
  package let filter: RecordFilter
  /// Only below this index, to go on where a list ended.
  package let below: Int?
  /// How many.
  package let limit: Int

  /// Makes the query.
  package init(filter: RecordFilter, below: Int?, limit: Int) {
    self.filter = filter
    self.below = below
    self.limit = limit
  }

  package func run(in context: ReadContext) throws -> [StoredRecord] {
    try context.transaction.records(filter, below: below, limit: limit)
  }
}

/// One record by its index.
package struct ShowRecord: Query {
  package static let action = Action.auditRead
  /// Its index, from 0.
  package let index: Int

  /// Makes the query.
  package init(index: Int) { self.index = index }

  package func run(in context: ReadContext) throws -> StoredRecord {
    guard index >= 0, let record = try context.transaction.record(at: index) else {
      throw Fault(.notFound, Message("audit.noRecord", index), subject: String(index))
    }
    return record
  }
}
